import Foundation
import Testing

/// The CLI: exit statuses, one line where one is due, and what another client sees.
@Suite struct CommandTests {
    @Test(arguments: [["status"], ["tail"], ["fetch", "--wait", "a"], ["list"], ["reload"], ["source", "list"]])
    func withoutADaemonTheExitStatusIsThreeAndTheLineIsOne(arguments: [String]) async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let ended = try await installation.newsreel(arguments)
        #expect(ended.status == 3)
        #expect(ended.output.isEmpty)
        #expect(ended.errors.count == 1, "\(ended)")
        #expect(ended.errors.first?.contains("cannot reach the daemon at \(installation.socket)") == true)
    }

    @Test func aSocketThatNobodyServesIsAnAbsentDaemonToo() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        try await daemon.stop(SIGKILL)
        #expect(FileManager.default.fileExists(atPath: installation.socket))
        let ended = try await installation.newsreel("status")
        #expect(ended.status == 3 && ended.errors.count == 1, "\(ended)")
    }

    @Test(arguments: [["nonsense"], ["fetch"], ["tail", "-n", "some"], ["--socket"], ["source", "erase", "a"]])
    func aWrongCommandLineIsExitTwo(arguments: [String]) async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let ended = try await installation.newsreel(arguments)
        #expect(ended.status == 2, "\(ended)")
        #expect(ended.output.isEmpty && !ended.errors.isEmpty)
    }

    @Test func aBrokenPipeIsSuccess() async throws {
        let site = try PageServer(stories: 3)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        _ = try await installation.newsreel("fetch", "--wait", site.story(0), site.story(1), site.story(2))
        for command in ["list", "tail -n all -o json", "status --json", "show \(site.story(0))"] {
            let script = "{ \(Program.newsreel.path) \(command); echo status $? >&2; } | head -c 0"
            let ended = try await RunningProgram(
                "/bin/sh", ["-c", script], environment: ["NEWSREEL_SOCKET": installation.socket]
            ).end()
            #expect(ended.errors == ["status 0"], "\(command): \(ended)")
        }
    }

    @Test func anyHTTPClientReadsTheStatus() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let answer = try UnixSocket.exchange(
            installation.socket, "GET /v1/status HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 "), "\(answer)")
        let status = JSON(String(answer.split(separator: "\r\n\r\n", maxSplits: 1).last ?? ""))
        #expect(status["schema"] == "1")
        #expect(status["pid"] == "\(daemon.number)")
        #expect(try UnixSocket.exchange(installation.socket, "NONSENSE\r\n\r\n").hasPrefix("HTTP/1.1 400 "))
        #expect(try await installation.newsreel("status").status == 0)
    }

    @Test func theReadersOfAnArticleAgree() async throws {
        let site = try PageServer(stories: 2)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        _ = try await installation.newsreel("fetch", "--wait", site.story(0), site.story(1))

        let article = try #require(try await installation.records("articles").first { $0["url"] == site.story(0) })
        let id = try #require(article["id"])
        #expect(JSON(try await installation.newsreel("show", id, "--json").output.joined())["id"] == id)
        #expect(JSON(try await installation.newsreel("show", site.story(0), "--json").output.joined())["id"] == id)
        #expect(
            try await installation.newsreel("show", id, "--html").output.joined().contains("The Invented Harbour Times")
        )
        #expect(try await installation.newsreel("show", id).output.joined(separator: "\n").contains(Story.title(0)))
        #expect(try await installation.newsreel("show", id, "--explain").status == 0)
        let found = try await installation.newsreel("list", "--json").output.joined()
        #expect(found.contains(id))
        #expect(try await installation.newsreel("show", "no-such-article").status == 1)
    }

    @Test func tailGoesOnAfterItsCursor() async throws {
        let site = try PageServer(stories: 3)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        _ = try await installation.newsreel("fetch", "--wait", site.story(0))
        let last = try #require(try await installation.newsreel("tail", "--show-cursor").output.last)
        let cursor = try #require(last.split(separator: " ").last.map(String.init))
        #expect(last.hasPrefix("-- cursor: "))
        _ = try await installation.newsreel("fetch", "--wait", site.story(1), site.story(2))
        let rest = try await installation.newsreel("tail", "--after-cursor", cursor, "-o", "json")
        #expect(Set(rest.output.compactMap { JSON($0)["url"] }) == [site.story(1), site.story(2)])
        #expect(try await installation.newsreel("tail", "-n", "1", "-o", "json").output.count == 1)
        #expect(try await installation.newsreel("tail", "--since", "1h", "-o", "json").output.count == 3)
        #expect(try await installation.newsreel("tail", "--source", "nobody", "-n", "all").output.isEmpty)
    }
}
