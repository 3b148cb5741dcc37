/// What the transfer thread does: takes commands, lets libcurl work, gives outcomes, and waits.
///
/// Waits without end while nothing is under way, so an idle daemon is not woken.
final class TransferLoop {
    private let mailbox: Mailbox
    private let budget: ByteBudget
    private let capacity: Int
    private let multi: MultiHandle
    private var pool: EasyPool
    private var queue = TransferQueue()
    private var shelf = CookieShelf()
    private var active: [UnsafeMutableRawPointer: Transfer] = [:]
    /// No transfer is late before this; nil while none can be.
    private var nextDeadline: ContinuousClock.Instant?
    /// Whether transfers wait for room that have been looked at already.
    private var hasPaused = false
    private var turn = Turn()

    init(_ mailbox: Mailbox, _ multi: MultiHandle, _ configuration: FetchConfiguration) {
        self.mailbox = mailbox
        self.multi = multi
        capacity = max(1, configuration.maximumConcurrency)
        budget = ByteBudget(maximum: configuration.maximumBytesInFlight, waking: mailbox)
        pool = EasyPool(configuration)
    }

    /// Returns once the mailbox is closed and every transfer has its outcome.
    func run() {
        while true {
            let (commands, isOpen) = mailbox.take()
            for command in commands { obey(command) }
            guard isOpen else { break }
            startWaiting()
            goOn()
            multi.perform()
            var hasEnded = false
            while let (easy, code) = multi.nextDone() {
                finish(easy, code)
                hasEnded = true
            }
            if endLate() { hasEnded = true }
            // libcurl watches no paused transfer's socket: without a look at which may go on, the wait could be for nothing.
            if budget.hasNewPauses || hasEnded && hasPaused { continue }
            if queue.isEmpty || active.count >= capacity || budget.isSpent { multi.poll(milliseconds: patience) }
        }
        endAll()
    }

    private func obey(_ command: Mailbox.Command) {
        switch command {
        case .start(let id, let order, let completion):
            queue.append(Transfer(id: id, order: order, budget: budget, completion: completion))
        case .cancel(let id):
            if let transfer = queue.remove(id) ?? active.values.first(where: { $0.id == id }) {
                drop(transfer, .cancelled)
            }
        }
    }

    private func startWaiting() {
        while active.count < capacity, let transfer = queue.popFirst(onlyUrgent: budget.isSpent) { start(transfer) }
    }

    /// Lets transfers go on that waited for room: all where there is some, else the one whose turn it is.
    private func goOn() {
        guard budget.takeNewPauses() || hasPaused else { return }
        hasPaused = false
        let isSpent = budget.isSpent
        let holder = turn.next(of: isSpent ? active.values.filter(\.hasHead) : [], at: .now)
        for transfer in active.values {
            transfer.hasTurn = transfer === holder
            guard transfer.isPaused else { continue }
            if !isSpent || transfer.hasTurn { transfer.resume() }
            if transfer.isPaused { hasPaused = true } else { expect(transfer) }
        }
    }

    private func start(_ transfer: Transfer) {
        guard let easy = pool.take() else { return give(transfer, .CURLE_OUT_OF_MEMORY) }
        easy.set(transfer.order.cookieJar.flatMap { shelf.jar($0) })
        guard transfer.begin(on: easy), multi.add(easy) else {
            return give(transfer, easy.refusal ?? .CURLE_FAILED_INIT)
        }
        active[easy.pointer] = transfer
        expect(transfer)
    }

    /// Looks after a transfer's time from now on.
    private func expect(_ transfer: Transfer) {
        if let deadline = transfer.deadline { nextDeadline = min(deadline, nextDeadline ?? deadline) }
    }

    private func finish(_ pointer: UnsafeMutableRawPointer, _ code: CurlCode) {
        guard let transfer = active.removeValue(forKey: pointer), let easy = transfer.easy else { return }
        multi.remove(easy)
        give(transfer, code)
    }

    /// Ends a transfer before libcurl does.
    private func drop(
        _ transfer: Transfer, _ reason: HopOutcome.Ending?, code: CurlCode = .CURLE_ABORTED_BY_CALLBACK
    ) {
        if let easy = transfer.easy, active.removeValue(forKey: easy.pointer) != nil { multi.remove(easy) }
        give(transfer, code, reason)
    }

    private func give(_ transfer: Transfer, _ code: CurlCode, _ reason: HopOutcome.Ending? = nil) {
        if let easy = transfer.end(code, reason) { pool.giveBack(easy) }
    }

    /// Whether any transfer was ended.
    private func endLate() -> Bool {
        let now = ContinuousClock.now
        guard let deadline = nextDeadline, now >= deadline else { return false }
        let late = active.values.filter { $0.deadline.map { $0 <= now } ?? false }
        for transfer in late {
            let (code, reason) = transfer.lateness(at: now)
            drop(transfer, reason, code: code)
        }
        nextDeadline = active.values.compactMap(\.deadline).min()
        return !late.isEmpty
    }

    /// How long to wait when libcurl has no timer of its own, in milliseconds.
    private var patience: CInt {
        let deadlines = [nextDeadline, hasPaused ? turn.deadline : nil]
        guard !active.isEmpty, let deadline = deadlines.compactMap(\.self).min() else { return CInt.max }
        return CInt(clamping: max(0, ContinuousClock.now.duration(to: deadline).milliseconds) + 1)
    }

    private func endAll() {
        while let transfer = queue.popFirst() { drop(transfer, .shutDown) }
        for transfer in Array(active.values) { drop(transfer, .shutDown) }
    }
}
