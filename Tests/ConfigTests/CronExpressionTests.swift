import Model
import Testing

@testable import Config

@Suite struct CronExpressionTests {
    @Test(arguments: [
        ("* * * * *", "2024-02-28T23:59:30Z", "2024-02-29T00:00:00Z"),
        ("*/15 6-23 * * *", "2024-03-01T10:15:00Z", "2024-03-01T10:30:00Z"),
        ("*/15 6-23 * * *", "2024-03-01T23:50:00Z", "2024-03-02T06:00:00Z"),
        ("0 0 1 1 *", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"),
        ("30 8 * * mon-fri", "2024-03-01T09:00:00Z", "2024-03-04T08:30:00Z"),
        ("0 0 29 2 *", "2096-03-01T00:00:00Z", "2104-02-29T00:00:00Z"),
        ("0 0 13 * 5", "2024-09-01T00:00:00Z", "2024-09-06T00:00:00Z"),
        ("0 12 * * 7", "2024-03-01T00:00:00Z", "2024-03-03T12:00:00Z"),
        ("5/20 3 * FEB,mar *", "2024-02-01T03:05:00Z", "2024-02-01T03:25:00Z"),
    ])
    func theNextMinuteFits(text: String, after: String, expected: String) throws {
        let time = try #require(Timestamp(rfc3339: after))
        #expect(try CronExpression(text).next(after: time, in: .utc)?.rfc3339 == expected)
    }

    @Test func theClockIsThatOfTheZone() throws {
        let time = try #require(Timestamp(rfc3339: "2024-03-01T00:00:00Z"))
        let next = try CronExpression("0 6 * * *").next(after: time, in: Zone(offsetSeconds: 28_800))
        #expect(next?.rfc3339 == "2024-03-02T06:00:00+08:00")
        let west = try CronExpression("0 6 * * *").next(after: time, in: Zone(offsetSeconds: -12_600))
        #expect(west?.rfc3339 == "2024-03-01T06:00:00-03:30")
    }

    @Test(arguments: [
        "", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "5-1 * * * *",
        "*/0 * * * *", "1,,2 * * * *", "a * * * *", "-1 * * * *", "* * * * mondays", "0 0 31 2 *", "1-2-3 * * * *",
    ])
    func whatIsNoExpressionIsRefused(text: String) {
        #expect(throws: CronError.self) { try CronExpression(text) }
    }

    @Test func everyMinuteOfAYearIsFoundInOrder() throws {
        let expression = try CronExpression("17 */6 * * *")
        var time = try #require(Timestamp(rfc3339: "2023-12-31T23:59:59Z"))
        for index in 0..<366 * 4 {
            time = try #require(expression.next(after: time, in: .utc))
            #expect(time.secondsSinceEpoch == 1_704_067_200 + Int64(index) * 21_600 + 1020)
        }
    }
}
