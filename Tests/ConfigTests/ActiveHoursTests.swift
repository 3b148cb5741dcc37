import Model
import Testing

@testable import Config

@Suite struct ActiveHoursTests {
    @Test(arguments: [
        ("6-22", "2026-03-01T05:59:59Z", 0, "2026-03-01T06:00:00Z"),
        ("6-22", "2026-03-01T06:00:00Z", 0, "2026-03-01T06:00:00Z"),
        ("6-22", "2026-03-01T22:59:59Z", 0, "2026-03-01T22:59:59Z"),
        ("6-22", "2026-03-01T23:00:00Z", 0, "2026-03-02T06:00:00Z"),
        ("22-5", "2026-03-01T12:30:00Z", 0, "2026-03-01T22:00:00Z"),
        ("22-5", "2026-03-01T23:30:00Z", 0, "2026-03-01T23:30:00Z"),
        ("22-5", "2026-03-01T05:30:00Z", 0, "2026-03-01T05:30:00Z"),
        ("7-7", "2026-03-01T08:00:00Z", 0, "2026-03-02T07:00:00Z"),
        ("0-23", "2026-03-01T03:00:00Z", 0, "2026-03-01T03:00:00Z"),
        ("6-22", "2026-03-01T15:30:00Z", 28_800, "2026-03-01T22:00:00Z"),
        ("6-22", "2026-03-01T05:00:00Z", -12_600, "2026-03-01T09:30:00Z"),
    ])
    func aTimeOutsideWaitsForTheirBeginning(hours: String, time: String, offset: Int, expected: String) throws {
        let time = try #require(Timestamp(rfc3339: time))
        let found = try #require(ActiveHours(hours)).earliest(from: time, in: Zone(offsetSeconds: offset))
        #expect(found.secondsSinceEpoch == Timestamp(rfc3339: expected)?.secondsSinceEpoch)
    }

    @Test(arguments: ["", "6", "6-", "-6", "6-24", "6-22-23", "six-ten", "6 - 22", "006-22", "+6-22"])
    func whatIsNoHoursIsAnError(text: String) {
        #expect(throws: ConfigurationErrors.self) {
            try Configuration.parse(
                text: "sources: [{id: a, url: \"https://a.example/\", active_hours: \"\(text)\"}]", file: "a.yaml")
        }
    }

    @Test func theyAreReadBackAsTheyWere() throws {
        let text =
            "sources: [{id: a, url: \"https://a.example/\", active_hours: 22-5, heed_feed: false, silence_after: 2d}]"
        let configuration = try Configuration.parse(text: text, file: "a.yaml")
        #expect(configuration.sources.first?.activeHours == ActiveHours(first: 22, last: 5))
        #expect(configuration.sources.first?.heedsFeed == false)
        #expect(try Configuration.parse(text: configuration.render(), file: "again.yaml") == configuration)
    }
}
