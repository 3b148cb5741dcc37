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
        let daemon = try RunningProgram("/bin/sh", ["-c", script], environment: ["NOTIFY_SOCKET": path])
        defer { daemon.signal(SIGKILL) }
        try await told.first("READY") { $0 == "READY=1" }
        #expect(try await daemon.stop().status == 0)
        let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("<5>ready ") }, "\(lines)")
        #expect(lines.allSatisfy { $0.wholeMatch(of: /<[2-7]>.+/) != nil }, "\(lines)")
    }
}
