package import Model

extension FeedRefresh {
    /// However long a feed asks for, it is looked at once a day: many carry a number that nobody meant.
    package static let longestInterval = Duration.seconds(86_400)

    /// When the feed may be asked again: not before its interval is over, and in none of the hours and days that it names.
    package func earliest(after now: Timestamp, from time: Timestamp) -> Timestamp {
        var next = time
        if let interval { next = max(next, now.advanced(by: min(interval, FeedRefresh.longestInterval))) }
        // A feed that skips every hour of every day says nothing.
        guard skipHours.count < 24, skipDays.count < 7 else { return next }
        for _ in 0..<7 * 24 where isSkipped(next) {
            let second = next.at(offsetSeconds: 0).secondOfDay
            next = next.advanced(by: .seconds(3600 - second % 3600))
        }
        return next
    }

    private func isSkipped(_ time: Timestamp) -> Bool {
        let local = time.at(offsetSeconds: 0)
        let day = CivilDate(daysSinceEpoch: local.localDate.daysSinceEpoch).weekday
        return skipHours.contains(local.secondOfDay / 3600) || skipDays.contains(day)
    }
}
