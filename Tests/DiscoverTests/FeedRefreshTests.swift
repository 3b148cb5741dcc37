import Discover
import Model
import Testing

@Suite struct FeedRefreshTests {
    /// A Sunday.
    private let sunday = "2026-03-01T10:20:30Z"

    private func earliest(_ change: (inout FeedRefresh) -> Void, from time: String, after now: String? = nil) throws
        -> String
    {
        var refresh = FeedRefresh()
        change(&refresh)
        let from = try #require(Timestamp(rfc3339: time))
        return refresh.earliest(after: try #require(Timestamp(rfc3339: now ?? time)), from: from).rfc3339
    }

    @Test func aFeedThatSaysNothingIsAskedAsPlanned() throws {
        #expect(try earliest({ _ in }, from: sunday) == sunday)
    }

    @Test func aFeedIsNotAskedBeforeItsTimeIsOver() throws {
        let noon = "2026-03-01T12:00:00Z"
        #expect(try earliest({ $0.timeToLive = .seconds(7200) }, from: sunday, after: sunday) == "2026-03-01T12:20:30Z")
        #expect(
            try earliest({ $0.timeToLive = .seconds(60) }, from: noon, after: sunday) == noon, "a lower bound alone")
    }

    @Test func aFeedThatAsksForAYearGetsADay() throws {
        #expect(try earliest({ $0.updateInterval = .seconds(365 * 86_400) }, from: sunday) == "2026-03-02T10:20:30Z")
    }

    @Test func itsHoursArePassedOver() throws {
        #expect(try earliest({ $0.skipHours = [10, 11, 12] }, from: sunday) == "2026-03-01T13:00:00Z")
        #expect(try earliest({ $0.skipHours = [11] }, from: sunday) == sunday)
        let night = "2026-03-01T23:59:59Z"
        #expect(try earliest({ $0.skipHours = [23, 0, 1] }, from: night) == "2026-03-02T02:00:00Z")
    }

    @Test func itsDaysArePassedOver() throws {
        #expect(try earliest({ $0.skipDays = [0] }, from: sunday) == "2026-03-02T00:00:00Z")
        #expect(
            try earliest(
                {
                    $0.skipDays = [0, 1]
                    $0.skipHours = [0]
                }, from: sunday) == "2026-03-03T01:00:00Z")
    }

    @Test func aFeedThatSkipsEverythingIsNotBelieved() throws {
        #expect(try earliest({ $0.skipHours = Set(0...23) }, from: sunday) == sunday)
        #expect(try earliest({ $0.skipDays = Set(0...6) }, from: sunday) == sunday)
    }

    @Test func theOnlyHourOfTheOnlyDayIsFound() throws {
        #expect(
            try earliest(
                {
                    $0.skipDays = [0, 1, 2, 3, 4, 5]
                    $0.skipHours = Set(1...23)
                }, from: sunday) == "2026-03-07T00:00:00Z")
    }
}
