internal import Synchronization

/// The bytes of all bodies that were received and are still held: of running transfers, and of captures that are not stored yet.
///
/// Beyond the bound no transfer begins and those under way wait, but for the one whose turn it is (``Turn``): so a disk or a
/// processor that does not keep up slows the network down, and memory stays bounded.
final class ByteBudget: Sendable {
    let maximum: Int
    private let used = Atomic<Int>(0)
    private let mailbox: Mailbox
    private let newPauses = Atomic(false)

    /// - Parameter mailbox: woken when there is room again.
    init(maximum: Int, waking mailbox: Mailbox) {
        self.maximum = max(1, maximum)
        self.mailbox = mailbox
    }

    var isSpent: Bool { used.load(ordering: .relaxed) >= maximum }

    /// The bytes held at the moment.
    var held: Int { used.load(ordering: .relaxed) }

    /// A transfer has begun to wait for room.
    func notePause() { newPauses.store(true, ordering: .relaxed) }

    /// Whether any transfer has begun to wait since this was taken last.
    var hasNewPauses: Bool { newPauses.load(ordering: .relaxed) }

    func takeNewPauses() -> Bool { newPauses.exchange(false, ordering: .relaxed) }

    func take(_ count: Int) { used.wrappingAdd(count, ordering: .relaxed) }

    func give(_ count: Int) {
        guard count > 0 else { return }
        let (before, after) = used.wrappingSubtract(count, ordering: .relaxed)
        if before >= maximum, after < maximum { mailbox.wake() }
    }
}

/// A body's part of the budget, given back when whoever holds it lets go.
final class BodyHold: Sendable {
    private let bytes: Int
    private let budget: ByteBudget

    /// Takes over bytes that were taken already.
    init(_ bytes: Int, of budget: ByteBudget) {
        self.bytes = bytes
        self.budget = budget
    }

    deinit { budget.give(bytes) }
}
