import Testing

@testable import Model

struct HTTPDateTests {
    private func seconds(_ text: String) -> Int64? { HTTPDate.parse(text)?.secondsSinceEpoch }

    @Test func allThreeFormsAreTheSameTime() {
        #expect(seconds("Tue, 03 Feb 2026 04:05:06 GMT") == 1_770_091_506)
        #expect(seconds("Tuesday, 03-Feb-26 04:05:06 GMT") == 1_770_091_506)
        #expect(seconds("Tue Feb  3 04:05:06 2026") == 1_770_091_506)
        #expect(seconds("Tue Feb 13 04:05:06 2026") == 1_770_955_506)
    }

    @Test func caseAndOuterWhiteSpaceDoNotCount() {
        #expect(seconds(" tue, 03 FEB 2026 04:05:06 gmt\t") == 1_770_091_506)
    }

    @Test func twoDigitYearsAre1970To2069() {
        #expect(HTTPDate.parse("Thursday, 01-Jan-70 00:00:00 GMT")?.localDate.year == 1970)
        #expect(HTTPDate.parse("Tuesday, 01-Jan-69 00:00:00 GMT")?.localDate.year == 2069)
    }

    @Test func aLeapSecondIsTheNextSecond() {
        #expect(seconds("Sat, 31 Dec 2016 23:59:60 GMT") == seconds("Sun, 01 Jan 2017 00:00:00 GMT"))
    }

    @Test(arguments: [
        "", " ", "0", "-1", "tomorrow", "Tue, 03 Feb 2026", "Tue, 03 Feb 2026 04:05 GMT", "Tue, 03 Feb 2026 04:05:06",
        "Tue, 03 Feb 2026 04:05:06 UTC", "Tue, 03 Feb 2026 04:05:06 +0000", "Tue 03 Feb 2026 04:05:06 GMT",
        "Tue, 3 Feb 2026 04:05:06 GMT", "Tue, 03  Feb 2026 04:05:06 GMT", "Tue, 03-Feb-2026 04:05:06 GMT",
        "Tue, 03 Feb 26 04:05:06 GMT", "Tue, 03 Feb 2026 4:05:06 GMT", "Tue, 30 Feb 2026 04:05:06 GMT",
        "Tue, 03 Feb 2026 24:00:00 GMT", "Tue, 03 Feb 2026 04:60:06 GMT", "Tue, 03 Feb 2026 04:05:61 GMT",
        "Tuesday, 03 Feb 2026 04:05:06 GMT", "Tue, 03-Feb-26 04:05:06 GMT", "Tue Feb 3 04:05:06 2026",
        "Tue, 03 Feb 2026 04:05:06 GMT x", "Xue, 03 Feb 2026 04:05:06 GMT", "Tue, 03 Fab 2026 04:05:06 GMT",
        "2026-02-03T04:05:06Z", "Tue, ０3 Feb 2026 04:05:06 GMT",
    ])
    func whatIsNoHTTPDateIsRefused(text: String) {
        #expect(HTTPDate.parse(text) == nil)
    }

    @Test func itIsWrittenInGreenwichTime() throws {
        let time = try #require(Timestamp(rfc3339: "2026-02-03T12:05:06+08:00"))
        #expect(HTTPDate.write(time) == "Tue, 03 Feb 2026 04:05:06 GMT")
        #expect(HTTPDate.write(Timestamp(secondsSinceEpoch: -1)) == "Wed, 31 Dec 1969 23:59:59 GMT")
    }

    @Test func whatIsWrittenIsReadBack() {
        var generator = SeededGenerator(for: "whatIsWrittenIsReadBack")
        for _ in 0..<5_000 {
            let time = Timestamp(
                secondsSinceEpoch: Int64.random(in: -62_000_000_000...253_000_000_000, using: &generator))
            #expect(HTTPDate.parse(HTTPDate.write(time)) == time, "\(time)")
        }
    }

    @Test func anyTextIsRefusedOrRead() {
        let pieces = ["Tue", "Tuesday", ",", " ", "03", "3", "-", "Feb", "2026", "26", "04", ":", "GMT", "\0", "é"]
        var generator = SeededGenerator(for: "anyTextIsRefusedOrRead")
        for _ in 0..<10_000 {
            let text = generator.text(of: pieces, upTo: 18)
            if let time = HTTPDate.parse(text) { #expect(HTTPDate.parse(HTTPDate.write(time)) == time) }
        }
    }
}
