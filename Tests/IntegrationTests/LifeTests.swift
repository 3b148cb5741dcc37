import Loopback
import Foundation
import Testing

/// Starting, stopping, starting again.
@Suite struct LifeTests {
    @Test(arguments: [SIGINT, SIGTERM]) func aSignalEndsItCleanly(signal: Int32) async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let ended = try await daemon.stop(signal)
        #expect(ended.status == 0)
        #expect(ended.errors.last?.contains("stopped") == true, "\(ended)")
        #expect(!FileManager.default.fileExists(atPath: installation.socket), "the socket is taken away")
    }

    @Test func aFollowedFetchEndsWhenTheDaemonDoesAndIsMadeAgain() async throws {
        let asked = LineLog()
        let silent = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                asked.append(request.path)
                peer.waitForHangUp()
            }
        }
        defer { silent.stop() }
        let installation = try Installation(fetch: "timeout: 60s\nobey_robots: false")
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let fetch = try installation.command("fetch", "--wait", silent.url())
        defer { fetch.signal(SIGKILL) }
        try await asked.reach(1)

        #expect(try await daemon.stop().status == 0)
        let ended = try await fetch.end()
        #expect(ended.status == 1)
        #expect(
            ended.errors.last?.contains("after its next start") == true,
            "whether or not its answer had begun when the daemon was stopped: \(ended)")

        let again = try await installation.start()
        defer { again.signal(SIGKILL) }
        try await asked.reach(2)
        #expect(try await again.stop().status == 0)
    }

    @Test func aSecondStartGoesOnWithNothingTwice() async throws {
        let site = try PageServer(stories: 60)
        defer { site.stop() }
        let installation = try Installation(sources: site.source("harbour"))
        defer { installation.remove() }
        var daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        try await daemon.errors.first("the first article") { $0.contains("article harbour") }
        #expect(try await daemon.stop().status == 0)

        daemon = try await installation.start()
        let tail = try installation.command("tail", "-f", "-n", "all", "-o", "json")
        defer { tail.signal(SIGKILL) }
        try await tail.output.reach(60)
        #expect(try await installation.newsreel("fetch", "--wait", "harbour").status == 0)
        let articles = try await installation.records("articles")
        #expect(articles.count == 60)
        #expect(Set(articles.compactMap { $0["canonical_url"] }).count == 60)
        #expect(!daemon.errors.text.contains("unclean"), "it was stopped cleanly")
    }

    @Test func aSecondDaemonOnTheSameStateIsToldWhoIsThere() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let second = try await installation.launch().end()
        #expect(second.status == 1)
        #expect(second.errors.count == 1, "\(second)")
        #expect(second.errors.first?.contains("another newsreeld (process \(daemon.number))") == true, "\(second)")
        #expect(try await installation.newsreel("status").status == 0, "the first is not disturbed")
    }

    @Test func aSecondDaemonOnTheSameSocketIsRefused() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try installation.write(text.replacing(installation.state, with: installation.directory + "/other"))
        let second = try await installation.launch().end()
        #expect(second.status == 1)
        #expect(second.errors.count == 1 && second.errors[0].contains(installation.socket), "\(second)")
        #expect(try await installation.newsreel("status").status == 0)
    }

    @Test func aStateThatCannotBeMadeIsOneClearLine() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        try "a file".write(toFile: installation.state, atomically: true, encoding: .utf8)
        let ended = try await installation.launch().end()
        #expect(ended.status == 1)
        #expect(ended.errors.count == 1, "\(ended)")
        #expect(ended.errors.first?.contains("the state directory \(installation.state) cannot be used") == true)
    }

    @Test func aSocketsFolderThatIsMissingIsOneClearLine() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try installation.write(text.replacing(installation.socket, with: installation.directory + "/none/socket"))
        let ended = try await installation.launch().end()
        #expect(ended.status == 1)
        #expect(ended.errors.count == 1 && ended.errors[0].contains("/none"), "\(ended)")
    }

    @Test(arguments: ["run", "validate"]) func aWrongConfigurationIsNamedByLineAndColumn(verb: String) async throws {
        let installation = try Installation()
        defer { installation.remove() }
        try installation.write("state_directory: \(installation.state)\nfetch:\n  timeout: soon\n  colour: red\n")
        let ended = try await RunningProgram(
            Program.newsreeld.path, [verb, "--config", installation.configuration]
        ).end()
        #expect(ended.status == 1)
        let places = ended.errors.map { $0.split(separator: " ")[0] }
        #expect(places == ["\(installation.configuration):3:12:", "\(installation.configuration):4:3:"], "\(ended)")
        #expect(!FileManager.default.fileExists(atPath: installation.state))
    }

    @Test func validateSaysThatAConfigurationIsRight() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let arguments = ["validate", "--config", installation.configuration]
        #expect(try await RunningProgram(Program.newsreeld.path, arguments).end().status == 0)
        let missing = ["validate", "--config", installation.directory + "/none.yaml"]
        let ended = try await RunningProgram(Program.newsreeld.path, missing).end()
        #expect(ended.status == 1)
        #expect(ended.errors.count == 1 && ended.errors[0].contains("none.yaml"), "\(ended)")
    }
}
