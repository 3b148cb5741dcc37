import Dispatch
import Synchronization

/// Lets a server answer so many requests and no more, until it is told to go on.
final class Gate: Sendable {
    private let permits: DispatchSemaphore
    private let isOpen = Atomic<Bool>(false)
    private let passes = Atomic<Int>(0)

    init(permits: Int) { self.permits = DispatchSemaphore(value: 0); admit(permits) }

    /// Waits for a permit, on the server's own thread.
    func pass() {
        if !isOpen.load(ordering: .acquiring) { permits.wait() }
        passes.add(1, ordering: .relaxed)
    }

    /// How many requests it let through.
    var passed: Int { passes.load(ordering: .relaxed) }

    func admit(_ count: Int) {
        for _ in 0..<count { permits.signal() }
    }

    /// From now on every request passes.
    func open() {
        isOpen.store(true, ordering: .releasing)
        admit(1000)
    }
}
