import Model
import Schedule
import Testing

/// Hosts that are slow, ask for patience, or share a domain.
@Suite struct PatienceTests {
    private let start = ContinuousClock.now
    private let gentle = Politeness(
        minimumDelay: .seconds(1), maximumConcurrency: 4, delayFactor: 5, maximumDelay: .seconds(30))

    private func entry(_ url: String) throws -> FrontierEntry {
        FrontierEntry(
            url: try #require(CanonicalURL(url)), source: SourceID(rawValue: "s"), purpose: .article, priority: .fresh)
    }

    @Test func namesOfOneDomainAreOneHost() throws {
        var frontier = Frontier(politeness: gentle)
        let first = try entry("http://www.paper.co.uk/1")
        let second = try entry("https://news.paper.co.uk:8443/2")
        let other = try entry("http://other.co.uk/3")
        for entry in [first, second, other] { _ = frontier.add(entry, due: start, now: start) }
        var begun: [FrontierEntry] = []
        while case .fetch(let entry) = frontier.next(at: start) { begun.append(entry) }
        #expect(begun.count == 2)
        #expect(begun.contains(other))
        #expect(frontier.next(at: start + .seconds(1)) == .fetch(begun.contains(first) ? second : first))
    }

    @Test func namesAreHostsOfTheirOwnWhereThatIsWanted() throws {
        var frontier = Frontier(politeness: gentle, byDomain: false)
        let entries = try [entry("http://a.paper.example/"), entry("http://b.paper.example/")]
        for entry in entries { _ = frontier.add(entry, due: start, now: start) }
        for _ in entries {
            guard case .fetch = frontier.next(at: start) else {
                Issue.record("both may start")
                return
            }
        }
    }

    @Test func addressesAreNoDomains() throws {
        var frontier = Frontier(politeness: gentle)
        for host in ["127.0.0.1", "127.0.0.2", "[::1]", "[::2]"] {
            _ = frontier.add(try entry("http://\(host)/"), due: start, now: start)
        }
        var count = 0
        while case .fetch = frontier.next(at: start) { count += 1 }
        #expect(count == 4)
    }

    @Test func aSlowHostIsAskedMoreRarely() throws {
        var frontier = Frontier(politeness: gentle)
        let entries = try (1...4).map { try entry("http://a.example/\($0)") }
        for entry in entries { _ = frontier.add(entry, due: start, now: start) }
        #expect(frontier.next(at: start) == .fetch(entries[0]))
        frontier.finished(entries[0].url, at: start + .seconds(1), answerTime: .seconds(1))
        #expect(frontier.next(at: start + .seconds(1)) == .wait(until: start + .seconds(5)))
        #expect(frontier.next(at: start + .seconds(5)) == .fetch(entries[1]))
        frontier.finished(entries[1].url, at: start + .seconds(105), answerTime: .seconds(100))
        #expect(frontier.next(at: start + .seconds(5 + 29)) == .wait(until: start + .seconds(5 + 30)), "within bounds")
    }

    @Test func aHostWithoutADelayHasNoneForBeingSlow() throws {
        var frontier = Frontier(politeness: Politeness(minimumDelay: .zero, maximumConcurrency: 4, delayFactor: 5))
        let entries = try (1...2).map { try entry("http://a.example/\($0)") }
        for entry in entries { _ = frontier.add(entry, due: start, now: start) }
        #expect(frontier.next(at: start) == .fetch(entries[0]))
        frontier.finished(entries[0].url, at: start, answerTime: .seconds(9))
        #expect(frontier.next(at: start) == .fetch(entries[1]))
    }

    @Test func onlyThePartThatAskedForPatienceRests() throws {
        var frontier = Frontier(politeness: Politeness(minimumDelay: .zero, maximumConcurrency: 9))
        let api = try entry("http://a.example/api/v1/list")
        let page = try entry("http://a.example/news/1.html")
        let front = try entry("http://a.example/")
        let namesake = try entry("http://b.example/api/v1/list")
        frontier.rest(try entry("http://a.example/api/v2/x").url, until: start + .seconds(60), now: start)
        for entry in [api, page, front, namesake] { _ = frontier.add(entry, due: start, now: start) }
        var begun: Set<CanonicalURL> = []
        while case .fetch(let entry) = frontier.next(at: start) { begun.insert(entry.url) }
        #expect(begun == [page.url, front.url, namesake.url])
        #expect(frontier.next(at: start) == .wait(until: start + .seconds(60)))
        #expect(frontier.next(at: start + .seconds(60)) == .fetch(api))
    }

    @Test func aSiteOfWhichTwoPartsAskForPatienceRestsWholly() throws {
        var frontier = Frontier(politeness: Politeness(minimumDelay: .zero, maximumConcurrency: 9))
        frontier.rest(try entry("http://a.example/api/x").url, until: start + .seconds(60), now: start)
        frontier.rest(try entry("http://a.example/news/x").url, until: start + .seconds(30), now: start)
        let page = try entry("http://a.example/sport/1")
        let api = try entry("http://a.example/api/1")
        _ = frontier.add(page, due: start, now: start)
        _ = frontier.add(api, due: start, now: start)
        #expect(frontier.next(at: start) == .wait(until: start + .seconds(30)))
        #expect(frontier.next(at: start + .seconds(30)) == .fetch(page))
        #expect(frontier.next(at: start + .seconds(59)) == .wait(until: start + .seconds(60)))
        #expect(frontier.next(at: start + .seconds(60)) == .fetch(api))
    }

    @Test func aPageAtTheRootThatAsksForPatienceIsTheWholeSite() throws {
        var frontier = Frontier(politeness: Politeness(minimumDelay: .zero, maximumConcurrency: 9))
        frontier.rest(try entry("http://a.example/feed.xml").url, until: start + .seconds(60), now: start)
        _ = frontier.add(try entry("http://a.example/news/1"), due: start, now: start)
        #expect(frontier.next(at: start) == .wait(until: start + .seconds(60)))
    }

    @Test func whoeverHasEveryPartRestCannotFillTheMemory() throws {
        var frontier = Frontier(politeness: Politeness(minimumDelay: .zero, maximumConcurrency: 9))
        for number in 0..<200 {
            frontier.rest(try entry("http://h\(number).a.example/x/y").url, until: start + .seconds(60), now: start)
        }
        let page = try entry("http://quiet.a.example/1")
        _ = frontier.add(page, due: start, now: start)
        #expect(frontier.next(at: start) == .wait(until: start + .seconds(60)), "beyond the bound the whole host rests")
    }

    @Test func aCrawlDelayHoldsFromTheLastStart() throws {
        var frontier = Frontier(politeness: gentle)
        let entries = try (1...2).map { try entry("http://a.example/\($0)") }
        for entry in entries { _ = frontier.add(entry, due: start, now: start) }
        #expect(frontier.next(at: start) == .fetch(entries[0]))
        frontier.setCrawlDelay(.seconds(20), of: entries[0].url, now: start)
        #expect(frontier.next(at: start + .seconds(1)) == .wait(until: start + .seconds(20)))
        // A change of the configuration does not make it forgotten.
        frontier.setPoliteness(gentle, of: entries[0].url, now: start + .seconds(2))
        #expect(frontier.next(at: start + .seconds(3)) == .wait(until: start + .seconds(20)))
    }
}

extension PatienceTests {
    @Test func chanceMakesADelayLongerAndNeverShorter() throws {
        let politeness = Politeness(minimumDelay: .seconds(10), maximumConcurrency: 1, jitterPercent: 50)
        var delays: Set<Duration> = []
        for _ in 0..<50 {
            var frontier = Frontier(politeness: politeness)
            let start = ContinuousClock.now
            let urls = try (1...2).map { try #require(CanonicalURL("http://a.example/\($0)")) }
            for url in urls {
                let entry = FrontierEntry(
                    url: url, source: SourceID(rawValue: "s"), purpose: .article, priority: .fresh)
                _ = frontier.add(entry, due: start, now: start)
            }
            guard case .fetch(let first) = frontier.next(at: start) else { continue }
            frontier.finished(first.url, at: start)
            guard case .wait(let until?) = frontier.next(at: start) else { continue }
            delays.insert(start.duration(to: until))
        }
        #expect(delays.allSatisfy { $0 >= .seconds(10) && $0 <= .seconds(15) })
        #expect(delays.count > 1)
    }
}

extension PatienceTests {
    @Test func whatWasOvertakenOnItsWayKeepsTheDelayAllTheSame() throws {
        var frontier = Frontier(politeness: Politeness(minimumDelay: .seconds(1), maximumConcurrency: 4))
        let start = ContinuousClock.now
        let url = try #require(CanonicalURL("http://a.example/1"))
        let other = try #require(CanonicalURL("http://b.example/1"))
        // Both came off the queue in time; the first was held up until the second was about to be sent.
        #expect(frontier.claimTurn(of: url, now: start + .seconds(1)) == start + .seconds(1))
        #expect(frontier.claimTurn(of: url, now: start + .milliseconds(1100)) == start + .seconds(2))
        #expect(frontier.claimTurn(of: other, now: start + .milliseconds(1100)) == start + .milliseconds(1100))
        #expect(frontier.claimTurn(of: url, now: start + .seconds(9)) == start + .seconds(9))
        let entry = FrontierEntry(url: url, source: SourceID(rawValue: "s"), purpose: .article, priority: .fresh)
        _ = frontier.add(entry, due: start, now: start + .seconds(9))
        #expect(frontier.next(at: start + .seconds(9)) == .wait(until: start + .seconds(10)), "it counts as a start")
    }
}
