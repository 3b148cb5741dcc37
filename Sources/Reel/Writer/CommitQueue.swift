internal import Dispatch
internal import Model
internal import Synchronization

/// Where appenders leave their members and the writer's thread takes them, a group at a time.
///
/// Nothing but waiting appenders holds memory here: each has one record under way, so the callers' number is the bound.
final class CommitQueue: Sendable {
    enum Request: Sendable {
        case append(member: [UInt8], CheckedContinuation<Result<Offset, ReelError>, Never>)
        /// Seal the active segment.
        case rotate(CheckedContinuation<Result<Offset, ReelError>, Never>)
    }

    private enum Waiting { case no, forAny, forMore }

    private struct State {
        var requests: [Request] = []
        var bytes = 0
        var compressing = 0
        var waiting = Waiting.no
        var isClosed = false
        var isFinished = false
        var finishers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let commitBytes: Int
    private let interval: Duration

    init(_ options: ReelOptions) {
        commitBytes = options.commitBytes
        interval = options.commitInterval
    }

    /// Announces a record that is about to be compressed; false once the queue is closed.
    func announce() -> Bool {
        state.withLock { state in
            if !state.isClosed { state.compressing += 1 }
            return !state.isClosed
        }
    }

    /// Leaves an announced record; the continuation is resumed when it is durable.
    func add(member: [UInt8], _ continuation: CheckedContinuation<Result<Offset, ReelError>, Never>) {
        leave(.append(member: member, continuation), bytes: member.count)
    }

    /// Leaves a request that is not a record; false once the queue is closed.
    func rotate(_ continuation: CheckedContinuation<Result<Offset, ReelError>, Never>) -> Bool {
        guard announce() else { return false }
        leave(.rotate(continuation), bytes: 0)
        return true
    }

    private func leave(_ request: Request, bytes: Int) {
        let isAwaited = state.withLock { state in
            state.requests.append(request)
            state.bytes += bytes
            state.compressing -= 1
            return wakes(&state)
        }
        if isAwaited { wake.signal() }
    }

    private func wakes(_ state: inout State) -> Bool {
        let isReady =
            switch state.waiting {
            case .no: false
            case .forAny: true
            case .forMore: state.compressing == 0 || state.bytes >= commitBytes
            }
        if isReady { state.waiting = .no }
        return isReady
    }

    /// Everything that waits, when the group is full, or nobody is compressing, or the first has waited long enough;
    /// nil once the queue is closed and empty.
    func take() -> [Request]? {
        waitForAny()
        waitForMore()
        return state.withLock { state in
            let requests = state.requests
            state.requests = []
            state.requests.reserveCapacity(requests.count)
            state.bytes = 0
            return requests.isEmpty ? nil : requests
        }
    }

    private func waitForAny() {
        let mustWait = state.withLock { state in
            // A record that was announced before the queue was closed still comes.
            guard state.requests.isEmpty, !state.isClosed || state.compressing > 0 else { return false }
            state.waiting = .forAny
            return true
        }
        if mustWait { wake.wait() }
    }

    private func waitForMore() {
        let mustWait = state.withLock { state in
            guard !state.requests.isEmpty, state.compressing > 0, state.bytes < commitBytes else { return false }
            state.waiting = .forMore
            return true
        }
        guard mustWait else { return }
        let (seconds, attoseconds) = interval.components
        let nanoseconds = Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
        guard wake.wait(timeout: .now() + .nanoseconds(nanoseconds)) == .timedOut else { return }
        let wasSignalled = state.withLock { state in
            let wasSignalled = state.waiting == .no
            state.waiting = .no
            return wasSignalled
        }
        // Somebody decided to signal just as the time ran out; take the signal, so that it does not end the next wait.
        if wasSignalled { wake.wait() }
    }

    /// Refuses what comes from now on; what is there, or announced, is still written.
    func close() {
        let isAwaited = state.withLock { state in
            state.isClosed = true
            guard state.waiting != .no, state.compressing == 0 else { return false }
            state.waiting = .no
            return true
        }
        if isAwaited { wake.signal() }
    }

    /// Tells those who wait for it that the writer's thread has ended.
    func finish() {
        let finishers = state.withLock { state in
            state.isFinished = true
            return state.finishers
        }
        for finisher in finishers { finisher.resume() }
    }

    /// Returns when the writer's thread has ended.
    func waitUntilFinished() async {
        await withCheckedContinuation { continuation in
            let isFinished = state.withLock { state in
                if !state.isFinished { state.finishers.append(continuation) }
                return state.isFinished
            }
            if isFinished { continuation.resume() }
        }
    }
}
