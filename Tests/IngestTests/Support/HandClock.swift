import Ingest
import Model
import Synchronization

/// Two clocks that stand still until a test moves them, both at once.
final class HandClock: ClockPair {
    private let state = Mutex((time: Timestamp(secondsSinceEpoch: 1_795_000_000), instant: ContinuousClock.now))

    func now() -> Timestamp { state.withLock { $0.time } }
    func instant() -> ContinuousClock.Instant { state.withLock { $0.instant } }

    func advance(by duration: Duration) {
        state.withLock {
            $0.time = $0.time.advanced(by: duration)
            $0.instant = $0.instant.advanced(by: duration)
        }
    }

    /// Somebody sets the clock; no time passes.
    func step(by duration: Duration) { state.withLock { $0.time = $0.time.advanced(by: duration) } }
}
