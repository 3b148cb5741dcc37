import Foundation
import Glibc

/// A configuration, a state and a socket of a test's own, in a directory that goes with it.
final class Installation: Sendable {
    let directory: String

    var configuration: String { directory + "/newsreel.yaml" }
    var state: String { directory + "/state" }
    var socket: String { directory + "/socket" }

    /// Writes a configuration with these lines of `fetch` and these sources (YAML, each beginning with `- id:`).
    init(fetch: String = "", reels: String = "{}", sources: String = "[]") throws {
        var template = Array("/tmp/newsreel-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
        directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        try configure(fetch: fetch, reels: reels, sources: sources)
    }

    func configure(fetch: String = "", reels: String = "{}", sources: String) throws {
        let indented = fetch.split(separator: "\n").map { "  \($0)\n" }.joined()
        try write(
            """
            state_directory: \(state)
            fetch:
              allow_private_addresses: true
              minimum_delay_per_host: 1ms
              maximum_concurrency_per_host: 8
              read_reservations: false
            \(indented)control:
              socket: \(socket)
            reels: \(reels)
            log:
              level: debug
            sources: \(sources.hasPrefix("[") ? sources : "\n" + sources)

            """)
    }

    func write(_ configuration: String) throws {
        try configuration.write(toFile: self.configuration, atomically: true, encoding: .utf8)
    }

    func remove() {
        // Where a daemon that ends takes its socket away meanwhile, the first try stops there.
        for _ in 0..<3 where FileManager.default.fileExists(atPath: directory) {
            try? FileManager.default.removeItem(atPath: directory)
        }
    }

    /// Starts the daemon and waits until it says that it is ready.
    func start(environment: [String: String] = [:]) async throws -> RunningProgram {
        let daemon = try launch(environment: environment)
        do {
            try await daemon.errors.first("readiness") { $0.contains(" ready socket=") }
        } catch {
            daemon.signal(SIGKILL)
            throw error
        }
        return daemon
    }

    func launch(environment: [String: String] = [:]) throws -> RunningProgram {
        try RunningProgram(Program.newsreeld.path, ["run", "--config", configuration], environment: environment)
    }

    /// Starts the CLI on this installation's socket.
    func command(_ arguments: String...) throws -> RunningProgram { try command(arguments) }

    func command(_ arguments: [String]) throws -> RunningProgram {
        try RunningProgram(Program.newsreel.path, arguments, environment: ["NEWSREEL_SOCKET": socket])
    }

    /// Runs the CLI to its end.
    func newsreel(_ arguments: String...) async throws -> Finished {
        try await newsreel(arguments)
    }

    func newsreel(_ arguments: [String]) async throws -> Finished {
        try await RunningProgram(Program.newsreel.path, arguments, environment: ["NEWSREEL_SOCKET": socket]).end()
    }

    /// Every record of a reel, as the running daemon has it.
    func records(_ reel: String) async throws -> [JSON] {
        let finished = try await newsreel("tail", reel, "-n", "all", "-o", "json")
        guard finished.status == 0 else { throw Missing(what: "records of \(reel)", log: "\(finished)") }
        return finished.output.map { JSON($0) }
    }

    /// Whether every record of every reel is whole, without a daemon's word.
    func verify() async throws -> Finished {
        try await newsreel("reel", "verify", "--state-directory", state)
    }
}
