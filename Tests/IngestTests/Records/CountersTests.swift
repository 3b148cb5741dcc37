import Model
import Testing

@testable import Ingest

@Suite struct CountersTests {
    private let counters = Counters(started: start.advanced(by: .seconds(-600)))
    private static let start = Timestamp(secondsSinceEpoch: 1_795_000_000)

    private func count(_ outcome: Outcome, after seconds: Int64 = 0, bytes: Int? = nil, of source: String = "a") throws
    {
        var attempt = try Fixture.attempt(
            "http://a.example/1", outcome, of: source, at: Self.start.advanced(by: .seconds(seconds)))
        attempt.bytes = bytes
        counters.count(attempt)
    }

    private func snapshot(after seconds: Int64) -> Counters.Snapshot {
        counters.snapshot(now: Self.start.advanced(by: .seconds(seconds)))
    }

    @Test func everyOutcomeIsCountedOnce() throws {
        for outcome in Outcome.allCases { try count(outcome) }
        let snapshot = snapshot(after: 0)
        #expect(snapshot.fetched == Outcome.allCases.count)
        #expect(snapshot.outcomes.values.allSatisfy { $0 == 1 })
        #expect(snapshot.articlesBySource == ["a": 2], "a new article and an updated one")
    }

    @Test func ratesAreOverTheLastFiveMinutes() throws {
        for second in 0..<60 { try count(.article, after: Int64(second), bytes: 1000) }
        #expect(snapshot(after: 59).fetchesPerMinute == 12)
        #expect(snapshot(after: 59).articlesPerMinute == 12)
        #expect(snapshot(after: 59).bytesPerMinute == 12_000)
        #expect(snapshot(after: 250).fetchesPerMinute == 12)
        #expect(snapshot(after: 400).fetchesPerMinute == 0)
    }

    @Test func aDaemonThatHasJustStartedCountsOverItsOwnTime() throws {
        let young = Counters(started: Self.start)
        for second in 0..<120 {
            let time = Self.start.advanced(by: .seconds(Int64(second)))
            young.count(try Fixture.attempt("http://a.example/1", .unchanged, at: time))
        }
        #expect(young.snapshot(now: Self.start.advanced(by: .seconds(120))).fetchesPerMinute == 60)
        #expect(Counters(started: Self.start).snapshot(now: Self.start).fetchesPerMinute == 0)
    }

    @Test func anOldSlotIsNotCountedAgainWhenItsTurnComes() throws {
        for _ in 0..<10 { try count(.unchanged) }
        try count(.unchanged, after: 300)
        #expect(snapshot(after: 300).fetchesPerMinute == 0.2)
        #expect(snapshot(after: 300).fetched == 11)
    }

    @Test func theFutureIsNotCounted() throws {
        try count(.unchanged, after: 100)
        #expect(snapshot(after: 0).fetchesPerMinute == 0)
    }

    @Test func theLastTwentyFailuresAreRemembered() throws {
        for number in 0..<25 { try count(.timedOut, after: Int64(number)) }
        let failures = snapshot(after: 25).failures
        #expect(failures.count == 20)
        #expect(failures.first?.time == Self.start.advanced(by: .seconds(5)))
        #expect(failures.allSatisfy { $0.message == "timed_out" })
    }

    @Test func whatEndedWellAndWhatWasBrokenOffIsNoFailure() throws {
        for outcome in [Outcome.article, .unchanged, .duplicate, .discovered, .cancelled] { try count(outcome) }
        #expect(snapshot(after: 0).failures.isEmpty)
    }
}
