import Model
import Schedule
import Testing

@Suite struct HourlyBudgetTests {
    private let start = ContinuousClock.now

    private func frontier(perHour: Int?) -> Frontier {
        Frontier(politeness: Politeness(minimumDelay: .zero, maximumConcurrency: 100, maximumPerHour: perHour))
    }

    private func entry(_ url: String) throws -> FrontierEntry {
        FrontierEntry(
            url: try #require(CanonicalURL(url)), source: SourceID(rawValue: "s"), purpose: .article, priority: .fresh)
    }

    @Test func whatIsBeyondTheBudgetWaitsForTheNextHour() throws {
        var frontier = frontier(perHour: 2)
        let entries = try (1...5).map { try entry("http://a.example/\($0)") }
        for entry in entries { _ = frontier.add(entry, due: start, now: start) }
        let later = start + .seconds(600)
        #expect(frontier.next(at: start) == .fetch(entries[0]))
        #expect(frontier.next(at: later) == .fetch(entries[1]))
        #expect(frontier.next(at: later) == .wait(until: start + .seconds(3600)))
        let next = start + .seconds(3600)
        #expect(frontier.next(at: next) == .fetch(entries[2]))
        #expect(frontier.next(at: next) == .fetch(entries[3]))
        #expect(frontier.next(at: next) == .wait(until: next + .seconds(3600)))
    }

    @Test func aHostThatIsIdleForAWhileKeepsWhatItHasSpent() throws {
        var frontier = frontier(perHour: 1)
        let first = try entry("http://a.example/1")
        let second = try entry("http://a.example/2")
        _ = frontier.add(first, due: start, now: start)
        #expect(frontier.next(at: start) == .fetch(first))
        frontier.finished(first.url, at: start)
        let later = start + .seconds(60)
        _ = frontier.add(second, due: later, now: later)
        #expect(frontier.next(at: later) == .wait(until: start + .seconds(3600)))
        #expect(frontier.next(at: start + .seconds(3600)) == .fetch(second))
    }

    @Test func oneHostsBudgetIsNoOthers() throws {
        var frontier = frontier(perHour: 1)
        let entries = try [entry("http://a.example/1"), entry("http://b.example/1")]
        for entry in entries { _ = frontier.add(entry, due: start, now: start) }
        #expect(Set([frontier.next(at: start), frontier.next(at: start)].map { "\($0)" }).count == 2)
        #expect(frontier.inFlight == 2)
    }

    @Test func withoutABudgetNothingWaits() throws {
        var frontier = frontier(perHour: nil)
        for number in 1...50 { _ = frontier.add(try entry("http://a.example/\(number)"), due: start, now: start) }
        for _ in 1...50 { _ = frontier.next(at: start) }
        #expect(frontier.inFlight == 50)
    }
}
