import ControlClient
import ControlProtocol
import Foundation
import Glibc
import Logging
import Posix
import Synchronization
import Testing

@testable import ControlServer

/// A directory of a test's own, removed at the end. Its path is short enough for a socket.
final class TemporaryDirectory: Sendable {
    let path: String

    init() throws {
        path = "/tmp/newsreel-\(UInt32.random(in: 0 ..< .max))"
        try Directory.make(path)
    }

    deinit { _ = remove(path: path) }

    private func remove(path: String) -> Bool {
        do {
            try FileManager.default.removeItem(atPath: path)
            return true
        } catch {
            return false
        }
    }
}

/// Runs a server on a socket of its own while a closure talks to it.
func withServer<Result: Sendable>(
    limits: ConnectionLimits = .init(), policy: AccessPolicy = AccessPolicy(), log: LogRecord = LogRecord(),
    _ routes: @Sendable (inout Router) -> Void,
    _ body: @escaping @Sendable (ControlClient) async throws -> Result
) async throws -> Result {
    let directory = try TemporaryDirectory()
    var router = Router()
    routes(&router)
    let socket = try ControlSocket.open(path: directory.path + "/s", group: nil)
    let server = ControlServer(
        socket: socket, router: router, limits: limits, logger: Logger(label: "test") { _ in log },
        policy: policy)
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        let result = try await body(ControlClient(socket: socket.path))
        group.cancelAll()
        try await group.waitForAll()
        return result
    }
}

/// What a server logged at level notice and above.
final class LogRecord: LogHandler {
    private let state = Mutex<[String]>([])

    var lines: [String] { state.withLock { $0 } }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .notice }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        let fields = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        state.withLock { $0.append((["\(event.level)", "\(event.message)"] + fields).joined(separator: " ")) }
    }
}

/// Fails when an operation takes longer than a test may.
func within<Result: Sendable>(
    _ limit: Duration = .seconds(20), _ operation: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    try await withThrowingTaskGroup(of: Result.self) { group in
        group.addTask { try await operation() }
        group.addTask {
            // The deadline itself; a test that passes cancels it.
            try await Task.sleep(for: limit)
            throw DeadlineExceeded()
        }
        defer { group.cancelAll() }
        return try #require(try await group.next())
    }
}

struct DeadlineExceeded: Error {}

/// Something that happens once, and that a test waits for.
final class Signal: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream() }

    func fire() { continuation.finish() }

    func wait() async { for await _ in stream {} }
}

extension [UInt8] {
    var text: String { String(decoding: self, as: UTF8.self) }
}
