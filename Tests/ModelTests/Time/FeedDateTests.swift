import Testing

@testable import Model

struct FeedDateTests {
    private static let china = 8 * 3600

    private func read(_ text: String, at offset: Int = 0) -> String? {
        FeedDate.parse(text, offsetSeconds: offset)?.rfc3339
    }

    @Test(arguments: [
        ("Tue, 03 Feb 2026 04:05:06 GMT", "2026-02-03T04:05:06Z"),
        ("Tue, 03 Feb 2026 04:05:06 +0800", "2026-02-03T04:05:06+08:00"),
        ("Tue, 03 Feb 2026 04:05:06 -03:30", "2026-02-03T04:05:06-03:30"),
        ("3 Feb 26 04:05 Z", "2026-02-03T04:05:00Z"),
        ("Tuesday, February 3, 2026 4:05 PM", "2026-02-03T16:05:00Z"),
        ("Feb 3rd, 2026", "2026-02-03T00:00:00Z"),
        ("Tue,3 Feb 2026 04:05:06 EST", "2026-02-03T04:05:06-05:00"),
        ("03-Feb-2026 04:05:06 +8", "2026-02-03T04:05:06+08:00"),
        ("Tue Feb  3 04:05:06 2026", "2026-02-03T04:05:06Z"),
        ("Tue Feb 03 04:05:06 PST 2026", "2026-02-03T04:05:06-08:00"),
        ("Tue Feb 03 2026 04:05:06 GMT+0800 (China Standard Time)", "2026-02-03T04:05:06+08:00"),
        ("Tue, 03 Feb 2026 12:05:06 AM GMT", "2026-02-03T00:05:06Z"),
        ("Tue, 03 Feb 2026 04:05:06 Etc/GMT", "2026-02-03T04:05:06Z"),
        ("Tue, 03 Feb 2026 04:05:06 XYZ", "2026-02-03T04:05:06Z"),
    ])
    func mailDatesAndTheirBrokenFormsAreRead(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        ("2026-02-03T04:05:06Z", "2026-02-03T04:05:06Z"),
        ("2026-02-03T04:05:06.78901+08:00", "2026-02-03T04:05:06.789+08:00"),
        ("2026-02-03 04:05:06", "2026-02-03T04:05:06Z"),
        ("2026-02-03T04:05+0800", "2026-02-03T04:05:00+08:00"),
        ("2026-02-03 04:05:06 +0800", "2026-02-03T04:05:06+08:00"),
        ("2026-02-03", "2026-02-03T00:00:00Z"), ("2026-02", "2026-02-01T00:00:00Z"), ("2026", "2026-01-01T00:00:00Z"),
        ("20260203", "2026-02-03T00:00:00Z"), ("20260203T040506Z", "2026-02-03T04:05:06Z"),
        ("2026-034", "2026-02-03T00:00:00Z"), ("2026034", "2026-02-03T00:00:00Z"), ("26-02-03", "2026-02-03T00:00:00Z"),
        ("2026/2/3 4:05", "2026-02-03T04:05:00Z"), ("2026.02.03", "2026-02-03T00:00:00Z"),
        ("2026-02-03T24:00:00Z", "2026-02-04T00:00:00Z"), ("2024-366", "2024-12-31T00:00:00Z"),
    ])
    func datesWithTheYearFirstAreRead(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test func chineseDatesAreRead() {
        #expect(read("2026年2月3日", at: Self.china) == "2026-02-03T00:00:00+08:00")
        #expect(read("2026年02月03日 04:05:06", at: Self.china) == "2026-02-03T04:05:06+08:00")
        #expect(read("2026年2月3日4时05分", at: Self.china) == "2026-02-03T04:05:00+08:00")
        #expect(read("2026年2月3日 4时5分6秒", at: Self.china) == "2026-02-03T04:05:06+08:00")
        #expect(read("2026年2月", at: Self.china) == nil)
    }

    @Test func aDateWithoutAZoneIsTheSitesOwn() {
        #expect(read("2026-02-03 04:05:06", at: Self.china) == "2026-02-03T04:05:06+08:00")
        #expect(read("Tue, 03 Feb 2026 04:05:06", at: Self.china) == "2026-02-03T04:05:06+08:00")
        #expect(read("2026-02-03T04:05:06Z", at: Self.china) == "2026-02-03T04:05:06Z")
    }

    @Test func theSiteDecidesWhoseCSTItIs() {
        #expect(read("Tue Feb 03 04:05:06 CST 2026", at: Self.china) == "2026-02-03T04:05:06+08:00")
        #expect(read("Tue Feb 03 04:05:06 CST 2026") == "2026-02-03T04:05:06-06:00")
    }

    @Test(arguments: [
        "", " ", "today", "Tue", "0", "12", "202602030", "3/2/2026", "02/03/2026 04:05",
        "Tue, 31 Feb 2026 04:05:06 GMT",
        "2026-02-30", "2026-13-01", "2026-00-10", "2025-366", "2026-000", "2026-02-03T25:00:00Z",
        "2026-02-03T24:00:01Z",
        "2026-02-03T04:60:00Z", "2026-02-03T04:05:61Z", "2026-02-03T", "2026-02-03Tx", "2026-02-03T04:05:06Zx",
        "2026-02-03T04:05:06+24:00", "2026-02-03T04:05:06+00:60", "2026-02-03T04:05:06+", "2026-02-03T04:05:06.",
        "2026-02/03", "2026-02-03-01", "Tue, 03 Feb", "Tue, 03 Feb 202 04:05", "Yes, 03 Feb 2026", "03 Feb 2026 4",
        "Tue, 03 Feb 2026 04:05:06 GMT 2027", "Tue, 03 Feb 2026 04:05:06 GMT (", "Tue, 03 Feb 2026 13:05 AM",
        "Tue, 03 Feb 2026 04:05:06 EST+5", "99999999999999999999", "2026-02-03T99999999999999999999",
    ])
    func whatIsNoDateIsRefused(text: String) {
        #expect(FeedDate.parse(text) == nil)
    }

    @Test func aLongTextIsRefusedAtOnce() {
        #expect(FeedDate.parse(String(repeating: " ", count: 200) + "2026-02-03") == nil)
    }

    @Test func everyRFC3339DateIsReadAsIt() {
        var generator = SeededGenerator(for: "everyRFC3339DateIsReadAsIt")
        for _ in 0..<5_000 {
            let time = Timestamp(
                millisecondsSinceEpoch: Int64.random(in: 0...4_000_000_000_000, using: &generator),
                offsetSeconds: Int.random(in: -50...50, using: &generator) * 900)
            #expect(read(time.rfc3339) == time.rfc3339)
            #expect(FeedDate.parse(HTTPDate.write(time))?.secondsSinceEpoch == time.secondsSinceEpoch)
        }
    }

    @Test func anyTextIsRefusedOrReadAsATimeThatCanBeWritten() {
        let pieces = [
            "Tue", "Feb", "March", "3", "03", "2026", "26", "-", "/", ":", ".", "T", "Z", " ", ",", "+08", "PM", "CST",
            "(",
            ")", "年", "月", "日", "时", "th", "\0", "24", "00", "366",
        ]
        var generator = SeededGenerator(for: "anyTextIsRefusedOrReadAsATimeThatCanBeWritten")
        for _ in 0..<6_000 {
            let text = generator.text(of: pieces, upTo: 14)
            guard let time = FeedDate.parse(text) else { continue }
            #expect(read(time.rfc3339) == time.rfc3339, "\(text)")
        }
    }
}
