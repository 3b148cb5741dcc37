internal import NIOCore
internal import NIOHTTP1
internal import Synchronization

/// The way to the client of one stream, for one task.
///
/// Lines that come within some milliseconds go out together: each way to the socket wakes two threads here and one in the client.
package final class LineWriter: Sendable {
    fileprivate struct State {
        enum Phase { case idle, gathering, sending }

        var phase = Phase.idle
        var pending: [UInt8] = []
        var failure: (any Error)?
        /// Who waits for the client to take what was sent.
        var waiter: CheckedContinuation<Void, any Error>?
    }

    private let channel: any Channel
    private let state = Mutex(State())

    /// How long lines wait for others.
    private static let interval = TimeAmount.milliseconds(10)
    /// So many bytes wait for no others, and whoever wrote them waits until the client's socket has taken what was sent before.
    fileprivate static let enough = 32 << 10

    init(channel: any Channel) { self.channel = channel }

    /// Sends lines, each with its line feed, within some milliseconds; waits while the client does not take what was sent before.
    ///
    /// Throws when the client is gone, and CancellationError when the task is cancelled.
    package func write(_ lines: [UInt8]) async throws {
        try Task.checkCancellation()
        guard !lines.isEmpty else { return }
        let (next, isFull) = try state.withLock { try $0.add(lines) }
        switch next {
        case .gathering: gather()
        case .sending: onLoop { self.send() }
        case .idle: break
        }
        if isFull { try await waitUntilTaken() }
    }

    /// Sends what is pending; nothing may be written afterwards.
    func finish() {
        let rest = state.withLock { $0.take() }
        if !rest.isEmpty { channel.write(LineWriter.part(rest), promise: nil) }
    }

    private func waitUntilTaken() async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let ended: Result<Void, any Error>? = state.withLock { state in
                    if let failure = state.failure { return .failure(failure) }
                    guard state.pending.count >= LineWriter.enough else { return .success(()) }
                    state.waiter = continuation
                    return nil
                }
                if let ended { continuation.resume(with: ended) }
            }
        } onCancel: {
            // A client that does not read would hold the task for ever; one that does gets what is under way.
            channel.eventLoop.scheduleTask(in: .seconds(1)) { [channel] in channel.close(promise: nil) }
        }
    }

    private func gather() {
        channel.eventLoop.scheduleTask(in: LineWriter.interval) {
            // A loop that is late runs what was to run at a time before what came first: the answer's head may still wait.
            self.onLoop { self.timeIsOver() }
        }
    }

    /// Runs something on the loop, behind all that was handed to it before.
    func onLoop(_ body: @Sendable @escaping () -> Void) { channel.eventLoop.execute(body) }

    private func timeIsOver() {
        let sends = state.withLock { state in
            guard state.phase == .gathering else { return false }
            state.phase = .sending
            return true
        }
        if sends { send() }
    }

    private func send() {
        let lines = state.withLock { $0.take() }
        guard !lines.isEmpty else { return state.withLock { $0.phase = .idle } }
        channel.writeAndFlush(LineWriter.part(lines)).whenComplete { self.sent($0) }
    }

    private func sent(_ result: Result<Void, any Error>) {
        let (waiter, next) = state.withLock { $0.sent(result) }
        waiter?.resume(with: result)
        switch next {
        case .gathering: gather()
        case .sending: send()
        case .idle: break
        }
    }

    private static func part(_ lines: [UInt8]) -> HTTPPart<HTTPResponseHead, ByteBuffer> {
        .body(ByteBuffer(bytes: lines))
    }
}

extension LineWriter.State {
    /// What is to be begun now, and whether the writer must wait.
    fileprivate mutating func add(_ lines: [UInt8]) throws -> (next: Phase, isFull: Bool) {
        if let failure { throw failure }
        pending += lines
        let isFull = pending.count >= LineWriter.enough
        switch phase {
        case .sending: return (.idle, isFull)
        case .gathering where !isFull: return (.idle, false)
        case .idle, .gathering:
            phase = isFull ? .sending : .gathering
            return (phase, isFull)
        }
    }

    /// The client has taken what was sent, or is gone: who waits for that, and what is to be begun now.
    fileprivate mutating func sent(_ result: Result<Void, any Error>) -> (CheckedContinuation<Void, any Error>?, Phase)
    {
        if case .failure(let error) = result { failure = error }
        defer { waiter = nil }
        phase = failure != nil || pending.isEmpty ? .idle : pending.count >= LineWriter.enough ? .sending : .gathering
        return (waiter, phase)
    }

    fileprivate mutating func take() -> [UInt8] {
        defer { pending = [] }
        return pending
    }
}
