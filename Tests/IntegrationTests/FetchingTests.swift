import Foundation
import Testing

/// `newsreel fetch`: an outcome for each page, and an exit status that tells the truth.
@Suite struct FetchingTests {
    @Test(arguments: [true, false]) func aSecondFetchFindsNothingNew(hasTags: Bool) async throws {
        let site = try PageServer(stories: 20, hasTags: hasTags)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }

        let targets = (0..<20).map { site.story($0) }
        let first = try await installation.newsreel(["fetch", "--wait", "--json"] + targets)
        #expect(first.status == 0, "\(first)")
        #expect(first.output.map { JSON($0)["url"] ?? "" }.sorted() == targets.sorted())
        #expect(first.output.allSatisfy { JSON($0)["outcome"] == "article" })

        let second = try await installation.newsreel(["fetch", "--json", "--wait"] + targets)
        #expect(second.status == 0, "\(second)")
        #expect(second.output.count == 20)
        #expect(second.output.allSatisfy { JSON($0)["outcome"] == "unchanged" })

        #expect(try await installation.records("articles").count == 20)
        #expect(try await installation.records("fetches").count == 40)
        // A warcinfo, 20 responses and 20 revisits.
        #expect(try await installation.records("pages").map { $0["WARC-Type"] }.filter { $0 == "revisit" }.count == 20)
        #expect(try await daemon.stop().status == 0)
    }

    @Test func aPageThatFailsMakesTheExitStatusOne() async throws {
        let site = try PageServer(stories: 2)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }

        let fetch = try await installation.newsreel("fetch", "--wait", "--json", site.story(0), site.url("/nothing"))
        #expect(fetch.status == 1)
        #expect(Set(fetch.output.compactMap { JSON($0)["outcome"] }) == ["article", "gone"])
        let unknown = try await installation.newsreel("fetch", "--wait", "no-such-source")
        #expect(unknown.status == 1)
        #expect(unknown.errors.count == 1 && unknown.errors[0].contains("newsreel source list"), "\(unknown)")
    }

    @Test func aSourceIsFollowedToItsLastArticle() async throws {
        let site = try PageServer(stories: 12)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        try installation.configure(
            sources: site.source("harbour").replacing("every: 1h", with: "every: 1h, paused: true"))
        #expect(try await installation.newsreel("reload").status == 0)

        let fetch = try await installation.newsreel("fetch", "--wait", "--json", "harbour")
        #expect(fetch.status == 0, "\(fetch)")
        let outcomes = fetch.output.compactMap { JSON($0)["outcome"] }
        #expect(outcomes.filter { $0 == "article" }.count == 12)
        #expect(outcomes.filter { $0 == "discovered" }.count == 1)
        #expect(outcomes.count == 13)
    }

    @Test func whoWaitsForASourceWaitsForThePagesThatItNamedBefore() async throws {
        // For robots.txt.
        let gate = Gate(permits: 1)
        let site = try PageServer(stories: 12, gate: gate)
        defer {
            gate.open()
            site.stop()
        }
        let installation = try Installation(sources: site.source("harbour"))
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        try await installation.reachQueue { $0.contains("story-9.html") }
        let fetch = try installation.command("fetch", "--wait", "--json", "harbour")
        // Where its pages hold all of the host's places by now, what is asked for waits.
        try await installation.reachQueue {
            !fetch.output.lines.isEmpty || $0.contains("\"state\":\"due\"") && $0.contains("\"reason\":\"source\"")
        }
        gate.open()
        let outcomes = try await fetch.end().output.compactMap { JSON($0)["outcome"] }
        #expect(outcomes.sorted() == Array(repeating: "article", count: 12) + ["unchanged"])
        #expect(try await installation.records("articles").count == 12)
    }

    @Test func forcedFetchesReadThePageAgainAndKeepNoSecondArticle() async throws {
        let site = try PageServer(stories: 1)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }

        _ = try await installation.newsreel("fetch", "--wait", site.story(0))
        let forced = try await installation.newsreel("fetch", "--wait", "--force", "--json", site.story(0))
        #expect(forced.status == 0)
        #expect(forced.output.map { JSON($0)["outcome"] } == ["unchanged"])
        #expect(forced.output.map { JSON($0)["status"] } == ["200"], "a forced request has no conditions")
        #expect(try await installation.records("articles").count == 1)
    }
}

extension Installation {
    /// Waits until the queue has an entry of that kind.
    fileprivate func reachQueue(_ isWanted: (Substring) -> Bool) async throws {
        for _ in 0..<500 {
            let entries = try await newsreel("queue", "--json").output.joined().split(separator: "{\"url\"")
            if entries.contains(where: isWanted) { return }
        }
        Issue.record("the queue never had it")
    }
}
