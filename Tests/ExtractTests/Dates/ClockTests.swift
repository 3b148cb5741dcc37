import Model
import Testing

@testable import Extract

@Suite struct ClockScannerTests {
    private func time(after text: String) -> String? {
        guard let date = CivilDate(year: 2024, month: 5, day: 1) else { return nil }
        return reading(text) { text in
            ClockScanner(text: text).time(after: 0, on: date).map { "\($0.0.hour):\($0.0.minute):\($0.0.second)" }
        }
    }

    @Test(arguments: [
        (" 10:45", "10:45:0"), ("T10:45:15", "10:45:15"), (", at 10:45 a.m.", "10:45:0"), (" at 1:05 pm", "13:5:0"),
        (" 12:05 AM", "0:5:0"),
        (" 12:05 PM", "12:5:0"), (" um 10.45 Uhr", "10:45:0"), (" à 10h45", "10:45:0"), (" 10时45分", "10:45:0"),
        ("（星期三）10:45", "10:45:0"),
        (" | 10:45", "10:45:0"), (" - 10:45", "10:45:0"), (" 10:45:15.123", "10:45:15"), ("  •  10:45", "10:45:0"),
        (" kl. 10:45", "10:45:0"),
    ])
    func timesOfDay(text: String, expected: String) {
        #expect(time(after: text) == expected)
    }

    @Test(arguments: [" 25:00", " 10:75", " 10", " page 10:45", "\n10:45", "; 10:45", " 10:4", "", " about ten"])
    func whatIsNoTimeIsNone(text: String) {
        #expect(time(after: text) == nil)
    }

    @Test func theTimeBeforeTheDateIsRead() throws {
        let date = try #require(CivilDate(year: 2024, month: 5, day: 1))
        let found = reading("10:45 AM EST, ") { ClockScanner(text: $0).time(before: $0.count, on: date) }
        #expect(found?.0.hour == 10)
        #expect(found?.1 == -18_000)
    }

    @Test func aTimeFarBeforeIsNotOfTheDate() throws {
        let date = try #require(CivilDate(year: 2024, month: 5, day: 1))
        #expect(
            reading("10:45 and then something else ") { ClockScanner(text: $0).time(before: $0.count, on: date) } == nil
        )
    }
}

@Suite struct ZoneNamesTests {
    private func offset(_ text: String, month: Int = 7, day: Int = 1) -> Int? {
        guard let date = CivilDate(year: 2024, month: month, day: day) else { return nil }
        var position = 0
        return reading(text) { ZoneNames.offset(in: $0, at: &position, on: date) }
    }

    @Test(arguments: [
        ("Z", 0), ("+08:00", 28_800), ("+0800", 28_800), ("-05:00", -18_000), (" GMT", 0), (" UTC+2", 7200),
        (" EST", -18_000), (" BST", 3600),
        (" CET", 3600), (" IST", 19_800), (" (CEST)", 7200), (" ET", -14_400), (" PT", -25_200), ("+05:30", 19_800),
    ])
    func offsets(text: String, seconds: Int) {
        #expect(offset(text) == seconds)
    }

    @Test(arguments: ["", " XYZ", " Uhr", " +99:00", " Est"])
    func whatIsNoZoneIsNone(text: String) {
        #expect(offset(text) == nil)
    }

    @Test(arguments: [
        (3, 9, -18_000), (3, 10, -14_400), (11, 2, -14_400), (11, 3, -18_000), (1, 1, -18_000), (6, 1, -14_400),
    ])
    func americanSummerBeginsAndEndsOnSundays(month: Int, day: Int, seconds: Int) {
        #expect(offset(" ET", month: month, day: day) == seconds)
    }
}

@Suite struct MonthNamesTests {
    @Test(arguments: [
        ("January", 1), ("FEB", 2), ("März", 3), ("avril", 4), ("mayo", 5), ("giugno", 6), ("juli", 7), ("août", 8),
        ("setembro", 9), ("ekim", 10),
        ("ноября", 11), ("grudnia", 12), ("sept", 9), ("Dec", 12), ("mai", 5),
    ])
    func namesOfManyLanguages(name: String, month: Int) {
        #expect(reading(name) { MonthNames.month($0) } == month)
    }

    @Test(arguments: ["Monday", "ju", "", "decembers", "12", "Marches"])
    func otherWordsAreNone(word: String) {
        #expect(reading(word) { MonthNames.month($0) } == nil)
    }
}

@Suite struct DateLabelsTests {
    @Test(arguments: ["Updated: ", "Last modified ", "更新时间：", "Aktualisiert am ", "Mis à jour le "])
    func wordsOfChange(text: String) {
        #expect(reading(text) { DateLabels.saysModified($0) })
    }

    @Test(arguments: ["Published on ", "发布时间：", "发稿时间：", "Veröffentlicht am ", "Posted "])
    func wordsOfPublication(text: String) {
        #expect(reading(text) { DateLabels.saysPublished($0) })
        #expect(reading(text) { !DateLabels.saysModified($0) })
    }
}

@Suite struct WrittenDateTests {
    private func written(_ text: String) -> WrittenDate? { reading(text) { DateScanner(text: $0).first() } }

    @Test func aDayAloneBeginsAtMidnightOfTheDefaultZone() throws {
        let date = try #require(written("2024-05-01"))
        #expect(date.timestamp(defaultOffset: 3600)?.rfc3339 == "2024-05-01T00:00:00+01:00")
    }

    @Test func theWrittenZoneWins() throws {
        let date = try #require(written("2024-05-01 10:00 GMT"))
        #expect(date.timestamp(defaultOffset: 3600)?.rfc3339 == "2024-05-01T10:00:00Z")
    }

    @Test func theRangeCoversDateTimeAndZone() throws {
        let text = "on 2024-05-01 10:00 GMT, they say"
        let date = try #require(written(text))
        #expect(reading(text) { $0.cut(date.range).string } == "2024-05-01 10:00 GMT")
    }
}

@Suite struct ZoneChoiceTests {
    @Test(arguments: [("zh", 28_800), ("zh-Hant", 28_800), ("ja", 32_400), ("ko", 32_400)])
    func languagesOfOneZone(language: String, offset: Int) {
        #expect(ZoneChoice(language: language, siteOffset: -3600, dates: .init()).offset == offset)
    }

    @Test func elseTheSitesZoneElseAnothersOnThePage() {
        #expect(ZoneChoice(language: "en", siteOffset: -3600, dates: .init()).offset == -3600)
        var dates = DateStage.Result()
        dates.published.offer(reading("2024-05-01 10:00 EST") { DateScanner(text: $0).first() }, "x", 0.5)
        #expect(ZoneChoice(language: "en", siteOffset: nil, dates: dates).offset == -18_000)
    }

    @Test func aDayTakesItsTimeFromAnotherCandidate() {
        var dates = Candidates<WrittenDate>()
        dates.offer(reading("2024-05-01") { DateScanner(text: $0).first() }, "a", 0.9)
        dates.offer(reading("2024-05-01 10:30") { DateScanner(text: $0).first() }, "b", 0.5)
        #expect(
            ZoneChoice(language: "en", siteOffset: 0, dates: .init()).timestamp(dates)?.rfc3339
                == "2024-05-01T10:30:00Z")
    }

    @Test func aDayDoesNotTakeTheTimeOfAnotherDay() {
        var dates = Candidates<WrittenDate>()
        dates.offer(reading("2024-05-01") { DateScanner(text: $0).first() }, "a", 0.9)
        dates.offer(reading("2024-05-02 10:30") { DateScanner(text: $0).first() }, "b", 0.5)
        #expect(
            ZoneChoice(language: "en", siteOffset: 0, dates: .init()).timestamp(dates)?.rfc3339
                == "2024-05-01T00:00:00Z")
    }

    @Test func withoutCandidatesThereIsNoTime() {
        #expect(ZoneChoice(language: nil, siteOffset: nil, dates: .init()).timestamp(.init()) == nil)
    }
}
