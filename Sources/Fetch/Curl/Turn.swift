/// Which transfer goes on while the budget of bodies is spent: one at a time, the oldest first.
///
/// One that got little in its time gives way to the next that waits, so that a slow peer does not hold up the others; what it gets
/// beyond the budget in its turns is little by that very rule. One that is quick keeps its turn, so that something always ends.
struct Turn {
    /// Who has less than this in `time` is slow, in bytes.
    private static let quickBytes = 64 * 1024
    private static let time = Duration.seconds(1)

    private var holder: TransferID?
    private var end = ContinuousClock.now
    /// What the holder's body had when the turn began.
    private var received = 0

    /// The holder now, of those whose head has come; nil where there is none.
    mutating func next(of begun: [Transfer], at now: ContinuousClock.Instant) -> Transfer? {
        let current = begun.first { $0.id == holder }
        if let current, now < end { return current }
        guard let next = current.map({ successor(of: $0, begun) }) ?? begun.min(by: Turn.isOlder) else {
            holder = nil
            return nil
        }
        holder = next.id
        end = now + Turn.time
        received = next.body.count
        return next
    }

    /// When somebody else may have a turn; nil where nobody has one.
    var deadline: ContinuousClock.Instant? { holder == nil ? nil : end }

    /// Of those that wait the next younger one, else the oldest; the holder itself where it is quick, or alone.
    private func successor(of holder: Transfer, _ begun: [Transfer]) -> Transfer {
        guard holder.body.count - received < Turn.quickBytes else { return holder }
        let waiting = begun.filter { $0.isPaused && $0 !== holder }
        let younger = waiting.filter { Turn.isOlder(holder, $0) }
        return younger.min(by: Turn.isOlder) ?? waiting.min(by: Turn.isOlder) ?? holder
    }

    private static func isOlder(_ left: Transfer, _ right: Transfer) -> Bool { left.id.number < right.id.number }
}
