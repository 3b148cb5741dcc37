internal import Synchronization

/// Wakes one waiter: by a ring, or when a time has come. A ring that nobody waits for is kept.
final class Alarm: Sendable {
    private struct State {
        var isRung = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// Ends the wait under way, or the next one at once.
    func ring() {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.isRung = state.waiter == nil
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Returns at the ring, at the time, or when the task is cancelled; at most one task may wait.
    func wait(until time: ContinuousClock.Instant?) async {
        let timer = time.map { time in
            Task {
                do { try await Task.sleep(until: time, clock: .continuous) } catch { return }
                ring()
            }
        }
        defer { timer?.cancel() }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isRung = state.withLock { state in
                    defer { state.isRung = false }
                    if !state.isRung { state.waiter = continuation }
                    return state.isRung
                }
                if isRung { continuation.resume() }
            }
        } onCancel: {
            ring()
        }
    }
}
