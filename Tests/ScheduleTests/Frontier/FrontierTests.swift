import Model
import Schedule
import Testing

@Suite struct FrontierTests {
    private let start = ContinuousClock.now
    private let gentle = Politeness(minimumDelay: .seconds(1), maximumConcurrency: 2)

    private func entry(
        _ url: String, _ priority: FrontierEntry.Priority = .fresh, source: String = "s"
    ) throws -> FrontierEntry {
        FrontierEntry(
            url: try #require(CanonicalURL(url)), source: SourceID(rawValue: source), purpose: .article,
            priority: priority)
    }

    @Test func aHostIsNotAskedAgainBeforeItsDelay() throws {
        var frontier = Frontier(politeness: gentle)
        let first = try entry("http://a.example/1")
        let second = try entry("http://a.example/2")
        _ = frontier.add(first, due: start, now: start)
        _ = frontier.add(second, due: start, now: start)
        #expect(frontier.next(at: start) == .fetch(first))
        #expect(frontier.next(at: start) == .wait(until: start + .seconds(1)))
        #expect(frontier.next(at: start + .seconds(1)) == .fetch(second))
    }

    @Test func aHostsTransfersAtOnceAreBounded() throws {
        var frontier = Frontier(politeness: Politeness(minimumDelay: .zero, maximumConcurrency: 2))
        let entries = try (1...3).map { try entry("http://a.example/\($0)") }
        for entry in entries { _ = frontier.add(entry, due: start, now: start) }
        #expect(frontier.next(at: start) == .fetch(entries[0]))
        #expect(frontier.next(at: start) == .fetch(entries[1]))
        #expect(frontier.next(at: start) == .wait(until: nil))
        frontier.finished(entries[0].url, at: start)
        #expect(frontier.next(at: start) == .fetch(entries[2]))
    }

    @Test func aPageThatSettlesLeavesItsHostsPlaceAndStaysInFlight() throws {
        var frontier = Frontier(politeness: Politeness(minimumDelay: .zero, maximumConcurrency: 1))
        let entries = try (1...3).map { try entry("http://a.example/\($0)") }
        for entry in entries { _ = frontier.add(entry, due: start, now: start) }
        #expect(frontier.next(at: start) == .fetch(entries[0]))
        frontier.settles(entries[0].url, at: start)
        frontier.settles(entries[0].url, at: start)
        #expect((frontier.inFlight, frontier.settling) == (1, 1))
        #expect(frontier.add(entries[0], due: start, now: start) == .inFlight)
        #expect(frontier.next(at: start) == .fetch(entries[1]))
        frontier.finished(entries[0].url, at: start)
        #expect((frontier.inFlight, frontier.settling) == (1, 0))
        // The place was given back once, not twice.
        #expect(frontier.next(at: start) == .wait(until: nil))
        frontier.finished(entries[1].url, at: start)
        #expect((frontier.inFlight, frontier.settling) == (0, 0))
    }

    @Test func aPageThatSettlesShortensNoDelay() throws {
        var frontier = Frontier(politeness: gentle)
        let entries = try (1...2).map { try entry("http://a.example/\($0)") }
        for entry in entries { _ = frontier.add(entry, due: start, now: start) }
        _ = frontier.next(at: start)
        frontier.settles(entries[0].url, at: start)
        #expect(frontier.next(at: start) == .wait(until: start + .seconds(1)))
    }

    @Test func whatWaitsDoesNotSettle() throws {
        var frontier = Frontier(politeness: gentle)
        let waiting = try entry("http://a.example/1")
        _ = frontier.add(waiting, due: start, now: start)
        frontier.settles(waiting.url, at: start)
        #expect(frontier.settling == 0)
        #expect(frontier.next(at: start) == .fetch(waiting))
    }

    @Test func oneSlowHostDoesNotHoldTheOthers() throws {
        var frontier = Frontier(politeness: gentle)
        let slow = try entry("http://slow.example/")
        let quick = try entry("http://quick.example/")
        frontier.rest(slow.url, until: start + .seconds(60), now: start)
        _ = frontier.add(slow, due: start, now: start)
        _ = frontier.add(quick, due: start, now: start)
        #expect(frontier.next(at: start) == .fetch(quick))
        #expect(frontier.next(at: start) == .wait(until: start + .seconds(60)))
        #expect(frontier.next(at: start + .seconds(60)) == .fetch(slow))
    }

    @Test func whatWasAskedForGoesFirst() throws {
        var frontier = Frontier(politeness: Politeness(minimumDelay: .zero, maximumConcurrency: 9))
        let entries = try [
            entry("http://a.example/1", .revisit), entry("http://a.example/2"), entry("http://a.example/3", .source),
            entry("http://a.example/4", .triggered),
        ]
        for entry in entries { _ = frontier.add(entry, due: start, now: start) }
        for expected in entries.reversed() { #expect(frontier.next(at: start) == .fetch(expected)) }
    }

    @Test func aURLIsThereOnceAndMovesUp() throws {
        var frontier = Frontier(politeness: gentle)
        let later = try entry("http://a.example/1", .revisit)
        var sooner = try entry("http://a.example/1", .triggered)
        sooner.triggers = [TriggerID(rawValue: 7)]
        #expect(frontier.add(later, due: start + .seconds(100), now: start) == .added)
        #expect(frontier.add(sooner, due: start, now: start) == .merged)
        #expect(frontier.count == 1)
        #expect(frontier.next(at: start) == .fetch(sooner))
        #expect(frontier.next(at: start + .seconds(200)) == .wait(until: nil))
    }

    @Test func whoJoinsAFetchUnderWayGetsItsOutcome() throws {
        var frontier = Frontier(politeness: gentle)
        var entry = try entry("http://a.example/1")
        _ = frontier.add(entry, due: start, now: start)
        _ = frontier.next(at: start)
        entry.triggers = [TriggerID(rawValue: 1)]
        #expect(frontier.add(entry, due: start, now: start) == .inFlight)
        #expect(frontier.finished(entry.url, at: start)?.triggers == [TriggerID(rawValue: 1)])
        #expect(frontier.count == 0)
        #expect(frontier.finished(entry.url, at: start) == nil)
    }

    @Test func whatDoesNotFitIsRefusedAndCounted() throws {
        var frontier = Frontier(politeness: gentle, capacity: 1)
        #expect(frontier.add(try entry("http://a.example/1"), due: start, now: start) == .added)
        #expect(frontier.add(try entry("http://a.example/2"), due: start, now: start) == .full)
        #expect(frontier.refused == 1)
    }

    @Test func aRemovedSourceLeavesNothingThatStarts() throws {
        var frontier = Frontier(politeness: gentle)
        _ = frontier.add(try entry("http://a.example/1", source: "x"), due: start, now: start)
        let other = try entry("http://b.example/1", source: "y")
        _ = frontier.add(other, due: start, now: start)
        #expect(frontier.remove(source: SourceID(rawValue: "x")).count == 1)
        #expect(frontier.next(at: start) == .fetch(other))
        #expect(frontier.next(at: start + .seconds(9)) == .wait(until: nil))
    }

    @Test func underRandomWorkEveryURLIsFetchedOnceAndNoDelayIsBroken() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed \(seed)")
        var random = SplitMix(state: seed)
        var frontier = Frontier(politeness: gentle)
        var now = start
        var lastStart: [String: ContinuousClock.Instant] = [:]
        var running: [FrontierEntry] = []
        var fetched: Set<CanonicalURL> = []
        for number in 0..<2000 {
            let host = "h\(random.next() % 7).example"
            let due = start + .milliseconds(Int64(random.next() % 100_000))
            _ = frontier.add(try entry("http://\(host)/\(number)"), due: due, now: now)
        }
        while frontier.count > 0 {
            if running.count > 9 || (random.next().isMultiple(of: 3) && !running.isEmpty) {
                let ended = running.remove(at: Int(random.next() % UInt64(running.count)))
                frontier.finished(ended.url, at: now)
                continue
            }
            switch frontier.next(at: now) {
            case .fetch(let entry):
                if let last = lastStart[entry.url.host] { #expect(last.duration(to: now) >= .seconds(1)) }
                lastStart[entry.url.host] = now
                #expect(fetched.insert(entry.url).inserted)
                running.append(entry)
            case .wait(until: let time?): now = max(now, time)
            case .wait(until: nil):
                try #require(!running.isEmpty)
                frontier.finished(running.removeLast().url, at: now)
            }
        }
        #expect(fetched.count == 2000)
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
