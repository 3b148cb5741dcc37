import Testing

@testable import Extract

@Suite struct AsianBylineTests {
    @Test(arguments: [
        ("김하늘 기자", ["김하늘"]), ("김하늘·이바다 기자", ["이바다"]), ("글 김하늘 기자 외 1명", ["김하늘"]), ("마로일보 취재 기자", []),
        ("기자", []), ("기자회견은 내일 열린다", []),
    ])
    func koreanReporters(text: String, expected: [String]) {
        #expect(reading(text) { AsianBylines.names($0, language: "ko") } == expected)
    }

    @Test(arguments: [
        ("文＝山田花", ["山田花"]), ("取材・文／山田花", ["山田花"]), ("記者　山田花", ["山田花"]), ("執筆：山田花", ["山田花"]), ("文化の日", []),
        ("文", []), ("記者会見", []),
    ])
    func japaneseWriters(text: String, expected: [String]) {
        #expect(reading(text) { AsianBylines.names($0, language: "ja") } == expected)
    }
}
