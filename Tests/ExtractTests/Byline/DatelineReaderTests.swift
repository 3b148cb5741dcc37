import Model
import Testing

@testable import Extract

@Suite struct DatelineReaderTests {
    private func dateline(_ text: String, year: Int? = 2023) -> Dateline? {
        reading(text) { DatelineReader(text: $0, year: year).read()?.dateline }
    }

    @Test(arguments: [
        ("海湾网12月22日报道(本网记者 陈小雨)全力推动", Dateline(outlet: "海湾网", place: nil, date: "2023-12-22")),
        ("海湾社北港12月9日电（记者陈小雨）市里", Dateline(outlet: "海湾社", place: "北港", date: "2023-12-09")),
        ("海湾客户端 1月2日讯 今天", Dateline(outlet: "海湾客户端", place: nil, date: "2023-01-02")),
        ("海湾报讯（记者 陈小雨）11月25日", Dateline(outlet: "海湾报", place: nil, date: nil)),
    ])
    func openings(text: String, expected: Dateline) {
        #expect(dateline(text) == expected)
    }

    @Test func withoutAYearThereIsNoDate() {
        #expect(dateline("海湾网12月22日报道", year: nil)?.date == nil)
    }

    @Test(arguments: ["12月22日，市里召开会议。", "2月30日电", "他说，海湾网的报道不对。", "通讯录更新了", ""])
    func ordinaryOpeningsHaveNone(text: String) {
        #expect(dateline(text) == nil)
    }

    @Test func aDayThatDoesNotExistHasNoDate() {
        #expect(dateline("海湾社北港2月30日电 市里")?.date == nil)
    }
}
