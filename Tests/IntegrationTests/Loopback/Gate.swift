import Dispatch
import Synchronization

/// Lets a server answer so many requests and no more, until it is told to go on.
final class Gate: Sendable {
    private let permits: DispatchSemaphore
    private let isOpen = Atomic<Bool>(false)

    init(permits: Int) { self.permits = DispatchSemaphore(value: 0); admit(permits) }

    /// Waits for a permit, on the server's own thread.
    func pass() {
        if !isOpen.load(ordering: .acquiring) { permits.wait() }
    }

    func admit(_ count: Int) {
        for _ in 0..<count { permits.signal() }
    }

    /// From now on every request passes.
    func open() {
        isOpen.store(true, ordering: .releasing)
        admit(1000)
    }
}
