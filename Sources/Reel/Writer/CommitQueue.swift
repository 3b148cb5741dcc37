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

    private enum Waiting {
        case no, forAny
        /// For as many as the goal says, those included that are compressing.
        case forGoal
        case forCompressing
    }

    private struct State {
        var requests: [Request] = []
        var bytes = 0
        var compressing = 0
        var goal = GroupGoal()
        /// Somebody asked for what does not wait for others.
        var isUrgent = false
        var waiting = Waiting.no
        var isClosed = false
        var isFinished = false
        var finishers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let commitBytes: Int
    private let interval: Duration

    /// Who may come, and is not known to come yet, is not waited for any longer, whatever the interval.
    private static let goalInterval = Duration.milliseconds(5)

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
            if case .rotate = request { state.isUrgent = true }
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
            case .forGoal, .forCompressing: isComplete(state, state.waiting)
            }
        if isReady { state.waiting = .no }
        return isReady
    }

    /// Whether a group waits no longer for what it waits for.
    private func isComplete(_ state: State, _ waiting: Waiting) -> Bool {
        if state.bytes >= commitBytes { return true }
        guard state.compressing == 0 else { return false }
        return waiting != .forGoal || state.isUrgent || state.isClosed || state.requests.count >= state.goal.records
    }

    /// Everything that waits, when the group is full, or nobody is compressing and no more are likely to come, or the first has
    /// waited long enough; nil once the queue is closed and empty.
    func take() -> [Request]? {
        waitForAny()
        let begin = DispatchTime.now()
        let isLate = !wait(.forGoal, until: begin + min(interval, CommitQueue.goalInterval))
        _ = wait(.forCompressing, until: begin + interval)
        return state.withLock { state in
            let requests = state.requests
            state.goal.take(requests.count, isLate: isLate)
            state.requests = []
            state.requests.reserveCapacity(requests.count)
            state.bytes = 0
            state.isUrgent = false
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

    /// Waits for more; whether it came in time.
    private func wait(_ waiting: Waiting, until deadline: DispatchTime) -> Bool {
        let mustWait = state.withLock { state in
            guard !state.requests.isEmpty, !isComplete(state, waiting) else { return false }
            state.waiting = waiting
            return true
        }
        guard mustWait, wake.wait(timeout: deadline) == .timedOut else { return true }
        let wasSignalled = state.withLock { state in
            let wasSignalled = state.waiting == .no
            state.waiting = .no
            return wasSignalled
        }
        // Somebody decided to signal just as the time ran out; take the signal, so that it does not end the next wait.
        if wasSignalled { wake.wait() }
        return wasSignalled
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

extension DispatchTime {
    fileprivate static func + (time: DispatchTime, duration: Duration) -> DispatchTime {
        let (seconds, attoseconds) = duration.components
        return time + DispatchTimeInterval.nanoseconds(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
    }
}
