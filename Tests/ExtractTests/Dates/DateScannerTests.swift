import Model
import Testing

@testable import Extract

@Suite struct DateScannerTests {
    private func written(_ text: String, _ order: DayOrder = .monthFirst, offset: Int = 0) -> String? {
        reading(text) { DateScanner(text: $0, order: order).first()?.timestamp(defaultOffset: offset)?.rfc3339 }
    }

    @Test(arguments: [
        ("2023-12-22", "2023-12-22T00:00:00Z"), ("2023-12-22T10:45:15Z", "2023-12-22T10:45:15Z"),
        ("2023-12-22T10:45:15+08:00", "2023-12-22T10:45:15+08:00"),
        ("2023-12-22T10:45:15.123+0800", "2023-12-22T10:45:15+08:00"),
        ("2023-12-22 10:45", "2023-12-22T10:45:00Z"), ("2023/12/22 10:45:15", "2023-12-22T10:45:15Z"),
        ("2023.12.22", "2023-12-22T00:00:00Z"), ("20231222104515", "2023-12-22T10:45:15Z"),
        ("20231222", "2023-12-22T00:00:00Z"), ("2023-1-2 9:05", "2023-01-02T09:05:00Z"),
    ])
    func numericForms(text: String, time: String) {
        #expect(written(text) == time)
    }

    @Test(arguments: [
        ("2023年12月22日 10:45", "2023-12-22T10:45:00+08:00"), ("2023年12月22日10时45分", "2023-12-22T10:45:00+08:00"),
        ("发布时间：2023年1月2日（星期一） 08:00:09", "2023-01-02T08:00:09+08:00"),
        ("2023 年 12 月 22 日", "2023-12-22T00:00:00+08:00"), ("2023-12-22 10：45", "2023-12-22T10:45:00+08:00"),
        ("2023年12月22日 下午3:05", "2023-12-22T15:05:00+08:00"), ("2023/12/22 上午 10:45", "2023-12-22T10:45:00+08:00"),
        ("2023年12月22日晚上11点30分", "2023-12-22T23:30:00+08:00"), ("2023年12月22日 週五 下午3:05", "2023-12-22T15:05:00+08:00"),
        ("2023-12-22 凌晨12:10", "2023-12-22T00:10:00+08:00"),
        ("2023-12-22 中午12:10", "2023-12-22T12:10:00+08:00"), ("2023-12-22 下午 15:05", "2023-12-22T15:05:00+08:00"),
        ("民國112年12月22日 10:45", "2023-12-22T10:45:00+08:00"), ("2023-12-2210:45", "2023-12-22T10:45:00+08:00"),
        ("2023 12/22 10:45:15", "2023-12-22T10:45:15+08:00"), ("202312/2210:45:15", "2023-12-22T10:45:15+08:00"),
    ])
    func chineseForms(text: String, time: String) {
        #expect(written(text, .dayFirst, offset: 8 * 3600) == time)
    }

    @Test(arguments: [
        "2023 12/22", "2023-12-2210", "112年12月22日", "民國112年13月22日", "2023 1/2 10:45", "202312/22", "2023-12-2299:99",
    ])
    func whatOnlyLooksLikeAJoinedDateHasNoTime(text: String) {
        #expect(written(text).map { $0.hasSuffix("T00:00:00Z") } ?? true)
    }

    @Test(arguments: [
        ("December 22, 2023", "2023-12-22T00:00:00Z"), ("Dec. 22nd, 2023 10:45 p.m.", "2023-12-22T22:45:00Z"),
        ("Friday, December 22, 2023 at 12:05 AM EST", "2023-12-22T00:05:00-05:00"),
        ("22 December 2023, 10:45 GMT", "2023-12-22T10:45:00Z"), ("22 Dec 2023 10:45 BST", "2023-12-22T10:45:00+01:00"),
        ("the 22nd of December 2023", "2023-12-22T00:00:00Z"), ("July 1, 2023 9:00 am ET", "2023-07-01T09:00:00-04:00"),
        ("January 2, 2023 9:00 am ET", "2023-01-02T09:00:00-05:00"),
        ("10:45 AM EST, Dec 22, 2023", "2023-12-22T10:45:00-05:00"),
    ])
    func englishForms(text: String, time: String) {
        #expect(written(text) == time)
    }

    @Test(arguments: [
        ("22. Dezember 2023, 10:45 Uhr", "2023-12-22T10:45:00Z"), ("22 décembre 2023 à 10h45", "2023-12-22T10:45:00Z"),
        ("22 de diciembre de 2023", "2023-12-22T00:00:00Z"), ("22 dicembre 2023", "2023-12-22T00:00:00Z"),
        ("22 de dezembro de 2023", "2023-12-22T00:00:00Z"), ("22 декабря 2023", "2023-12-22T00:00:00Z"),
        ("22.12.2023 kl. 10:45", "2023-12-22T10:45:00Z"), ("22 Aralık 2023", "2023-12-22T00:00:00Z"),
        ("2023년 12월 22일 10:45", "2023-12-22T10:45:00Z"),
        ("2023년 12월 22일 오후 3:05", "2023-12-22T15:05:00Z"), ("2023.12.22 오전 11:05", "2023-12-22T11:05:00Z"),
        ("22 grudnia 2023", "2023-12-22T00:00:00Z"),
        ("2023. július 5., 10:45", "2023-07-05T10:45:00Z"), ("2023 m. gegužės 5 d.", "2023-05-05T00:00:00Z"),
        ("2023. gada 5. maijs", "2023-05-05T00:00:00Z"), ("5 Αυγούστου 2023", "2023-08-05T00:00:00Z"),
        ("5 Ağustos 2023", "2023-08-05T00:00:00Z"), ("5 Agustus 2023", "2023-08-05T00:00:00Z"),
        ("5. kolovoza 2023.", "2023-08-05T00:00:00Z"), ("5. августа 2023.", "2023-08-05T00:00:00Z"),
        ("5 серпня 2023", "2023-08-05T00:00:00Z"), ("5 Август 2023", "2023-08-05T00:00:00Z"),
        ("5 अक्टूबर 2023", "2023-10-05T00:00:00Z"), ("5 באוגוסט 2023", "2023-08-05T00:00:00Z"),
        ("5 أيلول 2023", "2023-09-05T00:00:00Z"), ("Ngày 5 tháng 12 năm 2023", "2023-12-05T00:00:00Z"),
        ("5 d’agost de 2023", "2023-08-05T00:00:00Z"), ("5 Gusht 2023", "2023-08-05T00:00:00Z"),
    ])
    func formsOfOtherLanguages(text: String, time: String) {
        #expect(written(text, .dayFirst) == time)
    }

    @Test func theOrderDecidesBetweenDayAndMonth() {
        #expect(written("03/04/2024", .monthFirst) == "2024-03-04T00:00:00Z")
        #expect(written("03/04/2024", .dayFirst) == "2024-04-03T00:00:00Z")
    }

    @Test func aNumberAboveTwelveIsTheDayWhateverTheOrder() {
        #expect(written("22/12/2023", .monthFirst) == "2023-12-22T00:00:00Z")
        #expect(written("12/22/2023", .dayFirst) == "2023-12-22T00:00:00Z")
    }

    @Test(arguments: [
        "2023-13-01", "2023-02-30", "1889-01-01", "in 2023 alone", "call 20239999", "32 December 2023",
        "version 2023.1",
        "the 2023 budget of 500", "by 2023 May will be over", "in 2023 May 5 people came", "2023. május",
        "123456789012",
    ])
    func whatIsNoDateIsNone(text: String) {
        #expect(written(text) == nil)
    }

    @Test func aYearWithoutADateDoesNotHideTheNext() {
        #expect(written("In 2022 it rained; on 5 May 2023 it did not.") == "2023-05-05T00:00:00Z")
    }

    @Test func allDatesAreFoundInOrder() {
        let count = reading("2023-01-02 and 3 March 2023, later 2023/04/05") { DateScanner(text: $0).all().count }
        #expect(count == 3)
    }

    @Test func hourTwentyFourIsNoTime() {
        #expect(written("2023-12-22 24:00") == "2023-12-22T00:00:00Z")
    }

    @Test func epochNumbersAreInstants() {
        #expect(
            reading("1703213115") { EpochDate.read($0)?.timestamp(defaultOffset: 0)?.rfc3339 } == "2023-12-22T02:45:15Z"
        )
        #expect(reading("1703213115000") { EpochDate.read($0)?.date.day } == 22)
        #expect(reading("17032131") { EpochDate.read($0) } == nil)
    }

    @Test(.timeLimit(.minutes(1))) func digitsWithoutEndTakeLinearTime() {
        let digits = String(repeating: "2023-", count: 100_000)
        _ = reading(digits) { DateScanner(text: $0).first() }
    }
}

@Suite struct URLDateTests {
    @Test(arguments: [
        ("https://a.example/2023/12/22/story", "2023-12-22"),
        ("https://a.example/2023-12/22/content_1.htm", "2023-12-22"),
        ("https://a.example/n1/2023/1222/c1-4.html", "2023-12-22"),
        ("https://a.example/202312/t20231222_151.htm", "2023-12-22"),
        ("https://a.example/20231222/abc/c.html", "2023-12-22"), ("https://a.example/2023-12-22-story", "2023-12-22"),
    ])
    func daysInAddresses(url: String, day: String) {
        #expect(reading(url) { URLDate.read($0)?.timestamp(defaultOffset: 0)?.rfc3339.prefix(10) } == Substring(day))
    }

    @Test(arguments: [
        "https://a.example/story-20239922", "https://a.example/?d=2023/12/22", "https://2023.example/12",
        "https://a.example/1234567890123",
        "not an address",
    ])
    func numbersThatAreNoDay(url: String) {
        #expect(reading(url) { URLDate.read($0) } == nil)
    }
}
