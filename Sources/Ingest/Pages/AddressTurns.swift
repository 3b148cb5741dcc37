internal import Synchronization

/// One at a time for each address: what is known of a URL is read, worked with, and written back, and nobody else does so meanwhile.
///
/// A fetch, an import and a replay may want the same URL at once; two versions with the same number would come of it.
final class AddressTurns: Sendable {
    /// Who waits for each address that is taken, in their order.
    private let taken = Mutex<[String: [CheckedContinuation<Void, Never>]]>([:])

    /// Waits until nobody else is at the address, and runs.
    func alone<Value, Failure: Error>(
        with url: String, _ body: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        if !taken.withLock({ $0.take(url) }) {
            await withCheckedContinuation { continuation in
                // It may have become free since.
                if taken.withLock({ $0.wait(for: url, continuation) }) { continuation.resume() }
            }
        }
        defer { taken.withLock { $0.leave(url) }?.resume() }
        return try await body()
    }
}

extension [String: [CheckedContinuation<Void, Never>]] {
    /// Whether the address was free, and is the caller's now.
    fileprivate mutating func take(_ url: String) -> Bool {
        guard self[url] == nil else { return false }
        self[url] = []
        return true
    }

    /// Queues up; true where the address is the caller's after all.
    fileprivate mutating func wait(for url: String, _ continuation: CheckedContinuation<Void, Never>) -> Bool {
        if take(url) { return true }
        self[url]?.append(continuation)
        return false
    }

    /// Whose turn it is now; nobody's, and the address is free, where none waits.
    fileprivate mutating func leave(_ url: String) -> CheckedContinuation<Void, Never>? {
        guard var waiting = self[url], !waiting.isEmpty else {
            self[url] = nil
            return nil
        }
        let next = waiting.removeFirst()
        self[url] = waiting
        return next
    }
}
