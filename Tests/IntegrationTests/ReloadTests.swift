import Foundation
import Testing

/// The configuration is taken over whole, or not at all.
@Suite struct ReloadTests {
    enum Way: CaseIterable { case signal, command }

    @Test(arguments: Way.allCases) func aSourceThatIsAddedIsFetched(way: Way) async throws {
        let site = try PageServer(stories: 3)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let tail = try installation.command("tail", "-f", "-n", "all", "-o", "json")
        defer { tail.signal(SIGKILL) }

        try installation.configure(sources: site.source("harbour"))
        switch way {
        case .signal: daemon.signal(SIGHUP)
        case .command:
            let reload = try await installation.newsreel("reload")
            #expect(reload.status == 0)
            #expect(reload.output.joined().contains("source harbour added"), "\(reload)")
        }
        try await tail.output.reach(3)
        #expect(tail.output.lines.allSatisfy { JSON($0)["source_id"] == "harbour" })
        #expect(daemon.errors.text.contains("source harbour added"))
    }

    @Test(arguments: Way.allCases) func aBrokenConfigurationChangesNothing(way: Way) async throws {
        let site = try PageServer(stories: 1)
        defer { site.stop() }
        let installation = try Installation(sources: site.source("harbour"))
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let before = try await installation.newsreel("config", "show").output

        try installation.write("state_directory: \(installation.state)\nsauces: []\n")
        let place = "\(installation.configuration):2:1:"
        switch way {
        case .signal: daemon.signal(SIGHUP)
        case .command:
            let reload = try await installation.newsreel("reload")
            #expect(reload.status == 1)
            #expect(reload.errors.contains { $0.contains(place) }, "\(reload)")
        }
        try await daemon.errors.first("the line") { $0.contains(place) && $0.contains("sauces") }
        #expect(try await installation.newsreel("config", "show").output == before)
        #expect(try await installation.newsreel("source", "show", "harbour").status == 0)
        #expect(try await daemon.stop().status == 0)
    }

    @Test func aSourceThatIsTakenOutIsFetchedNoMore() async throws {
        let site = try PageServer(stories: 2)
        defer { site.stop() }
        let installation = try Installation(sources: site.source("harbour"))
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        #expect(try await installation.newsreel("fetch", "--wait", "harbour").status == 0)

        try installation.configure(sources: "[]")
        let reload = try await installation.newsreel("reload")
        #expect(reload.output.joined().contains("source harbour removed"), "\(reload)")
        #expect(try await installation.newsreel("queue", "--json").output.joined().contains("harbour") == false)
        #expect(try await installation.newsreel("source", "show", "harbour").status == 1)
        #expect(try await installation.records("articles").count == 2, "what was taken in stays")
    }

    @Test func aPausedSourceStaysPausedOverARestart() async throws {
        let site = try PageServer(stories: 2)
        defer { site.stop() }
        let installation = try Installation(sources: site.source("harbour"))
        defer { installation.remove() }
        var daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        #expect(try await installation.newsreel("source", "pause", "harbour").status == 0)
        try await daemon.stop()
        daemon = try await installation.start()
        let source = JSON(try await installation.newsreel("source", "show", "harbour", "--json").output.joined())
        #expect(source["state"] == "paused", "\(source)")
        #expect(try await installation.newsreel("source", "resume", "harbour").status == 0)
        try await daemon.errors.first("the source's page") { $0.contains("harbour: ") }
    }
}
