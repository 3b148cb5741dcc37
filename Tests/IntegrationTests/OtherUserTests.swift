import Foundation
import Glibc
import Testing

/// Members of the socket's group and strangers, as users of this machine. Needs root, to become them.
@Suite struct OtherUserTests {
    /// A user and group of every Debian; neither is the daemon's.
    private static let user = "65534"
    private static let group = "games"

    /// Whether programs can be started as that user, and the built ones can be read by it.
    static func canBecomeOthers() async throws -> Bool {
        guard geteuid() == 0 else { return false }
        let words = ["--reuid", user, "--regid", group, "--clear-groups", Program.newsreel.path, "--version"]
        return try await RunningProgram("/usr/bin/setpriv", words).end().status == 0
    }

    private func run(
        _ installation: Installation, group: String, _ arguments: [String]
    ) async throws -> Finished {
        let become = ["--reuid", OtherUserTests.user, "--regid", group, "--clear-groups", Program.newsreel.path]
        return try await RunningProgram(
            "/usr/bin/setpriv", become + arguments, environment: ["NEWSREEL_SOCKET": installation.socket]
        ).end()
    }

    private func installation(_ site: PageServer) throws -> Installation {
        let installation = try Installation(sources: site.source("harbour"))
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try installation.write(text.replacing("control:\n", with: "control:\n  group: \(OtherUserTests.group)\n"))
        // Others may pass through to the socket.
        chmod(installation.directory, 0o711)
        return installation
    }

    @Test(.enabled("needs root and setpriv") { try await canBecomeOthers() })
    func aMemberOfTheGroupLooksAndTriggersAndChangesNothing() async throws {
        let site = try PageServer(stories: 2)
        defer { site.stop() }
        let installation = try installation(site)
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let allowed = [
            ["status"], ["fetch", "--wait", site.story(0)], ["list"], ["tail", "-n", "1"], ["source", "list"],
            ["source", "check", "harbour"], ["queue"], ["config", "show"], ["reel", "list"], ["loglevel"],
        ]
        for words in allowed {
            let finished = try await run(installation, group: OtherUserTests.group, words)
            #expect(finished.status == 0, "\(words): \(finished)")
        }
        let refused = [
            ["reload"], ["source", "pause", "harbour"], ["source", "resume", "harbour"], ["reset", site.story(0)],
            ["reel", "rotate", "pages"], ["catalog", "rebuild"], ["loglevel", "debug"],
        ]
        for words in refused {
            let finished = try await run(installation, group: OtherUserTests.group, words)
            #expect(finished.status == 4, "\(words): \(finished)")
            #expect(finished.errors.count == 1 && finished.errors[0].contains("use sudo"), "\(words): \(finished)")
        }
        #expect(try await installation.newsreel("source", "show", "harbour").output.contains { $0.contains("active") })
        let lines = daemon.errors.lines.filter { $0.contains("control request not allowed") }
        #expect(!lines.isEmpty && lines.allSatisfy { $0.contains("uid=65534") && $0.contains("pid=") }, "\(lines)")
        #expect(!daemon.errors.lines.contains { $0.contains("path=/v1/reload") && !$0.contains("not allowed") })
    }

    @Test(.enabled("needs root and setpriv") { try await canBecomeOthers() })
    func aStrangerIsKeptOutAndToldTheGroup() async throws {
        let site = try PageServer(stories: 1)
        defer { site.stop() }
        let installation = try installation(site)
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let finished = try await run(installation, group: OtherUserTests.user, ["status"])
        #expect(finished.status == 3)
        #expect(finished.errors.count == 1 && finished.errors[0].contains("usermod -aG games"), "\(finished)")
        let state = try await RunningProgram(
            "/usr/bin/setpriv",
            [
                "--reuid", OtherUserTests.user, "--regid", OtherUserTests.group, "--clear-groups", "/bin/ls",
                installation.state,
            ]
        ).end()
        #expect(state.status != 0, "the state is the daemon's alone")
        #expect(try await installation.newsreel("status").status == 0)
    }

    @Test func everyChangeOfRootsIsInTheLogWithItsProcess() async throws {
        let site = try PageServer(stories: 1)
        defer { site.stop() }
        let installation = try Installation(sources: site.source("harbour"))
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let changes = [
            (["source", "pause", "harbour"], "/v1/sources/harbour/pause"), (["reload"], "/v1/reload"),
            (["loglevel", "info", "--for", "1h"], "/v1/log"), (["reel", "rotate", "pages"], "/v1/reels/pages/rotate"),
        ]
        for (words, path) in changes {
            let finished = try await installation.newsreel(words)
            #expect(finished.status == 0, "\(words): \(finished)")
            let line = try await daemon.errors.first("the change") {
                $0.contains("control request method=POST path=\(path)")
            }
            #expect(line.contains(" uid=\(geteuid())") && line.contains(" pid="), "\(line)")
        }
        #expect(try await daemon.stop().status == 0)
    }
}
