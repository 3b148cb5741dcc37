internal import Glibc
package import Model

/// Where the civil time comes from: the system, or a test's hand.
package protocol WallClock: Sendable {
    /// The time now, in UTC.
    func now() -> Timestamp
}

/// The system's real-time clock.
package struct SystemWallClock: WallClock {
    package init() {}

    package func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(millisecondsSinceEpoch: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
