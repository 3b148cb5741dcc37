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
    /// No head is late before this; nil while none is awaited.
    private var nextHeadDeadline: ContinuousClock.Instant?
    private var hasPaused = false

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
            endLateHeads()
            // Where one has ended and others are paused, the next oldest goes on at once.
            if hasEnded, budget.isSpent { continue }
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

    /// Lets transfers go on that waited for room: all where there is some, else the oldest, so that something always ends.
    private func goOn() {
        guard budget.takePauses() else { return }
        let isSpent = budget.isSpent
        let oldest = isSpent ? active.values.min { $0.id.number < $1.id.number } : nil
        for transfer in active.values {
            transfer.isOldest = transfer === oldest
            if transfer.isPaused, !isSpent || transfer.isOldest { transfer.resume() }
            if transfer.isPaused { budget.notePause() }
        }
    }

    private func start(_ transfer: Transfer) {
        guard let easy = pool.take() else { return give(transfer, .CURLE_OUT_OF_MEMORY) }
        easy.set(transfer.order.cookieJar.flatMap { shelf.jar($0) })
        guard transfer.begin(on: easy), multi.add(easy) else {
            return give(transfer, easy.refusal ?? .CURLE_FAILED_INIT)
        }
        active[easy.pointer] = transfer
        if let deadline = transfer.headDeadline { nextHeadDeadline = min(deadline, nextHeadDeadline ?? deadline) }
    }

    private func finish(_ pointer: UnsafeMutableRawPointer, _ code: CurlCode) {
        guard let transfer = active.removeValue(forKey: pointer), let easy = transfer.easy else { return }
        multi.remove(easy)
        give(transfer, code)
    }

    /// Ends a transfer before libcurl does.
    private func drop(_ transfer: Transfer, _ reason: HopOutcome.Ending) {
        if let easy = transfer.easy, active.removeValue(forKey: easy.pointer) != nil { multi.remove(easy) }
        give(transfer, .CURLE_ABORTED_BY_CALLBACK, reason)
    }

    private func give(_ transfer: Transfer, _ code: CurlCode, _ reason: HopOutcome.Ending? = nil) {
        if let easy = transfer.end(code, reason) { pool.giveBack(easy) }
    }

    private func endLateHeads() {
        let now = ContinuousClock.now
        guard let deadline = nextHeadDeadline, now >= deadline else { return }
        let late = active.values.filter { $0.headDeadline.map { $0 <= now } ?? false }
        for transfer in late { drop(transfer, .firstByteTimeout) }
        nextHeadDeadline = active.values.compactMap(\.headDeadline).min()
    }

    /// How long to wait when libcurl has no timer of its own, in milliseconds.
    private var patience: CInt {
        guard !active.isEmpty, let deadline = nextHeadDeadline else { return CInt.max }
        return CInt(clamping: max(0, ContinuousClock.now.duration(to: deadline).milliseconds) + 1)
    }

    private func endAll() {
        while let transfer = queue.popFirst() { drop(transfer, .shutDown) }
        for transfer in Array(active.values) { drop(transfer, .shutDown) }
    }
}
