internal import Synchronization

/// The commands on their way to the transfer thread.
///
/// The thread is woken once for all commands that come while it is busy.
final class Mailbox: Sendable {
    enum Command: Sendable {
        case start(TransferID, HopOrder, CheckedContinuation<HopOutcome, Never>)
        case cancel(TransferID)
    }

    private struct State {
        var commands: [Command] = []
        var isOpen = true
        /// Those who wait for the thread's end; nil once it is over.
        var waiting: [CheckedContinuation<Void, Never>]? = []
    }

    private let multi: MultiAddress
    private let state = Mutex(State())
    private let lastID = Atomic<UInt64>(0)

    init(waking multi: MultiAddress) {
        self.multi = multi
    }

    func makeID() -> TransferID { TransferID(number: lastID.wrappingAdd(1, ordering: .relaxed).newValue) }

    /// Hands a command over; false once the mailbox is closed, and then it is for the caller to deal with.
    func push(_ command: Command) -> Bool {
        state.withLock {
            guard $0.isOpen else { return false }
            $0.commands.append(command)
            // Under the lock, so that the handle is still there.
            if $0.commands.count == 1 { multi.wakeUp() }
            return true
        }
    }

    /// Ends a transfer, wherever it is; nothing happens to one that is over.
    func cancel(_ id: TransferID) { _ = push(.cancel(id)) }

    /// Has the thread look whether it can go on.
    func wake() {
        state.withLock { if $0.isOpen { multi.wakeUp() } }
    }

    /// Takes no more commands; the thread ends all transfers and itself.
    func close() {
        state.withLock {
            guard $0.isOpen else { return }
            $0.isOpen = false
            multi.wakeUp()
        }
    }

    /// The commands that have come, and whether more may.
    func take() -> (commands: [Command], isOpen: Bool) {
        state.withLock { state in
            defer { state.commands.removeAll() }
            return (state.commands, state.isOpen)
        }
    }

    /// Returns once `finish` was called.
    func waitForEnd() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock {
                $0.waiting?.append(continuation)
                return $0.waiting == nil
            }
            if isOver { continuation.resume() }
        }
    }

    /// The thread's last word.
    func finish() {
        let waiting = state.withLock { state in
            defer { state.waiting = nil }
            return state.waiting ?? []
        }
        for continuation in waiting { continuation.resume() }
    }
}
