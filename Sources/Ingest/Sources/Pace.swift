internal import Config
internal import Discover
internal import Model

/// What holds for a source's next look beside its schedule.
struct Pace: Sendable {
    let hours: ActiveHours?
    let zone: Zone
    let jitter: Duration

    /// The time of the next look: not before `regular`, and later by a part of the jitter, by what the feed asks, and until an
    /// active hour.
    ///
    /// - Parameter share: from 0 up to 1, of the jitter; at most a tenth of the interval.
    func next(_ regular: Timestamp, after now: Timestamp, feed: FeedRefresh?, share: Double) -> Timestamp {
        let interval = max(now.duration(to: regular), .zero)
        var next = regular.advanced(by: min(jitter, interval / 10) * share)
        if let feed { next = max(next, feed.earliest(after: now, from: next)) }
        return hours?.earliest(from: next, in: zone) ?? next
    }
}
