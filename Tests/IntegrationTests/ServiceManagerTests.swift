import Foundation
import Testing

/// What systemd sees of the daemon.
@Suite struct ServiceManagerTests {
    @Test func readinessReloadAndEndAreToldAndTheWatchdogIsFed() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let path = installation.directory + "/notify"
        let told = try UnixSocket.datagrams(at: path)
        defer { try? UnixSocket.send("end", to: path) }
        let daemon = try await installation.start(environment: ["NOTIFY_SOCKET": path, "WATCHDOG_USEC": "200000"])
        defer { daemon.signal(SIGKILL) }

        try await told.first("READY") { $0 == "READY=1" }
        let patience = told.lines.firstIndex { $0.hasPrefix("EXTEND_TIMEOUT_USEC=") }
        let ready = told.lines.firstIndex { $0 == "READY=1" }
        #expect(try #require(patience) < #require(ready), "a start that takes long is not taken for one that hangs")
        try await told.first("three signs of life", after: 12) { $0 == "WATCHDOG=1" }
        #expect(told.lines.contains { $0.hasPrefix("STATUS=") && $0.contains("waiting") })
        let before = told.lines.count
        #expect(try await installation.newsreel("reload").status == 0)
        try await told.first("RELOADING", after: before) { $0 == "RELOADING=1" }
        try await told.first("the time of the reload", after: before) { $0.hasPrefix("MONOTONIC_USEC=") }
        try await told.first("READY again", after: before) { $0 == "READY=1" }
        #expect(try await daemon.stop().status == 0)
        try await told.first("STOPPING") { $0 == "STOPPING=1" }
        #expect(!daemon.errors.text.contains("try next"), "under a service manager nobody reads that")
    }

    @Test func aBrokenReloadIsReadyAgainAllTheSame() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let path = installation.directory + "/notify"
        let told = try UnixSocket.datagrams(at: path)
        defer { try? UnixSocket.send("end", to: path) }
        let daemon = try await installation.start(environment: ["NOTIFY_SOCKET": path])
        defer { daemon.signal(SIGKILL) }
        let before = told.lines.count
        try installation.write("nonsense: 1\n")
        daemon.signal(SIGHUP)
        try await told.first("RELOADING", after: before) { $0 == "RELOADING=1" }
        try await told.first("READY again", after: before) { $0 == "READY=1" }
        try await told.first("what came of it", after: before) { $0.hasPrefix("STATUS=the configuration has errors") }
    }

    @Test func aHangupDuringTheStartIsAReloadAfterIt() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let path = installation.directory + "/notify"
        let told = try UnixSocket.datagrams(at: path)
        defer { try? UnixSocket.send("end", to: path) }
        let daemon = try installation.launch(environment: ["NOTIFY_SOCKET": path])
        defer { daemon.signal(SIGKILL) }
        try await told.first("the start") { $0.hasPrefix("EXTEND_TIMEOUT_USEC=") }
        daemon.signal(SIGHUP)
        try await told.first("READY") { $0 == "READY=1" }
        try await told.first("RELOADING") { $0 == "RELOADING=1" }
        try await told.first("what came of it") { $0.hasPrefix("STATUS=reloaded") }
        #expect(try await daemon.stop().status == 0)
    }

    @Test func aPassedSocketIsServedAndLeftWhereItIs() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let path = installation.directory + "/passed"
        let number = try UnixSocket.listening(at: path)
        let passed = FileHandle(fileDescriptor: number, closeOnDealloc: true)
        let script = """
            LISTEN_PID=$$ LISTEN_FDS=1 exec \(Program.newsreeld.path) run --config \(installation.configuration) \
            3<&0 </dev/null
            """
        let daemon = try RunningProgram("/bin/sh", ["-c", script], input: passed)
        defer { daemon.signal(SIGKILL) }
        try await daemon.errors.first("readiness") { $0.contains(" ready ") }

        #expect(try await installation.newsreel("--socket", path, "status").status == 0)
        #expect(!FileManager.default.fileExists(atPath: installation.socket), "no socket of its own")
        #expect(try await daemon.stop().status == 0)
        #expect(FileManager.default.fileExists(atPath: path), "the socket is systemd's")
    }

    @Test func theJournalGetsFieldsMessageIDsAndALevelThatChanges() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try installation.write(text.replacing("level: debug", with: "level: notice"))
        let path = installation.directory + "/journal"
        let journal = try UnixSocket.datagrams(at: path)
        defer { try? UnixSocket.send("end", to: path) }
        let script = """
            exec 2>\(installation.directory)/log; JOURNAL_STREAM=$(stat -L -c %d:%i /dev/stderr) \
            exec \(Program.newsreeld.path) run --config \(installation.configuration)
            """
        let daemon = try RunningProgram("/bin/sh", ["-c", script], environment: ["NEWSREEL_JOURNAL_SOCKET": path])
        defer { daemon.signal(SIGKILL) }
        try await journal.first("readiness") { $0 == "MESSAGE_ID=e6a9b3fdcdec4de0ac98053093c64ee8" }
        try await journal.first("its fields") { $0 == "NEWSREEL_SOCKET=\(installation.socket)" }
        #expect(!journal.lines.contains { $0 == "PRIORITY=7" })

        #expect(try await installation.newsreel("loglevel", "debug", "--for", "1h").status == 0)
        try await journal.first("who changed it") { $0 == "NEWSREEL_UID=\(geteuid())" }
        #expect(try await installation.newsreel("status").status == 0)
        let debug = try await journal.first("a line of debug") {
            $0.hasPrefix("MESSAGE=control request method=GET path=/v1/status")
        }
        #expect(debug.contains("uid="))
        #expect(try await installation.newsreel("reload").status == 0)
        try await journal.first("the reload") { $0 == "MESSAGE_ID=b090d3613e7442e79fcb3da04ea785d1" }
        #expect(try await installation.newsreel("loglevel").output == ["notice"])
        try installation.write("nonsense: 1\n")
        #expect(try await installation.newsreel("reload").status == 1)
        try await journal.first("the refusal") { $0 == "MESSAGE_ID=d62830e143384143962d46f957e5bcfb" }
        #expect(try await daemon.stop().status == 0)
        let log = try String(contentsOfFile: installation.directory + "/log", encoding: .utf8)
        #expect(log.isEmpty, "each line once: \(log)")
    }

    @Test func aReloadTakesANewLevelOver() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        #expect(try await installation.newsreel("status").status == 0)
        try await daemon.errors.first("a line of debug") { $0.contains("path=/v1/status") }
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try installation.write(text.replacing("level: debug", with: "level: warning"))
        #expect(try await installation.newsreel("reload").status == 0)
        #expect(try await installation.newsreel("loglevel").output == ["warning"])
        // The last line that the old level let through.
        try await daemon.errors.first("the reload") { $0.contains("reload asked_by=") }
        let before = daemon.errors.lines.count
        #expect(try await installation.newsreel("status").status == 0)
        #expect(try await daemon.stop().status == 0)
        #expect(daemon.errors.lines.count == before, "\(daemon.errors.lines.suffix(3))")
    }

    @Test func journaldsStreamGetsPrioritiesAndNoTimes() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let log = installation.directory + "/log"
        let script = """
            exec 2>\(log); JOURNAL_STREAM=$(stat -L -c %d:%i /dev/stderr) \
            exec \(Program.newsreeld.path) run --config \(installation.configuration)
            """
        let path = installation.directory + "/notify"
        let told = try UnixSocket.datagrams(at: path)
        defer { try? UnixSocket.send("end", to: path) }
        // Without the journal's socket the lines are all there is.
        let daemon = try RunningProgram(
            "/bin/sh", ["-c", script],
            environment: ["NOTIFY_SOCKET": path, "NEWSREEL_JOURNAL_SOCKET": installation.directory + "/none"])
        defer { daemon.signal(SIGKILL) }
        try await told.first("READY") { $0 == "READY=1" }
        #expect(try await daemon.stop().status == 0)
        let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("<5>ready ") }, "\(lines)")
        #expect(lines.allSatisfy { $0.wholeMatch(of: /<[2-7]>.+/) != nil }, "\(lines)")
    }
}
