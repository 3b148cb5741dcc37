package import Model
package import Posix

/// Civil time for what is written down, and steady time for waiting; each can be had from the other.
package protocol ClockPair: WallClock {
    func now() -> Timestamp
    func instant() -> ContinuousClock.Instant
}

extension ClockPair {
    /// When a civil time comes, counted from now.
    package func instant(of time: Timestamp) -> ContinuousClock.Instant {
        instant().advanced(by: now().duration(to: time))
    }

    /// The civil time of an instant, counted from now.
    package func time(of instant: ContinuousClock.Instant) -> Timestamp {
        now().advanced(by: self.instant().duration(to: instant))
    }
}

/// The system's clocks.
package struct SystemClocks: ClockPair {
    private let wall = SystemWallClock()

    package init() {}
    package func now() -> Timestamp { wall.now() }
    package func instant() -> ContinuousClock.Instant { .now }
}
