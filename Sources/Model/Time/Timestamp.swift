/// An instant of civil time together with the zone offset it was written in.
///
/// Ordered and compared by instant; the offset only decides how it is written. Milliseconds are the finest grain kept.
package struct Timestamp: Sendable, CustomStringConvertible {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let millisecondsSinceEpoch: Int64

    /// Seconds east of Greenwich, within a day.
    package let offsetSeconds: Int

    package init(millisecondsSinceEpoch: Int64, offsetSeconds: Int = 0) {
        self.millisecondsSinceEpoch = millisecondsSinceEpoch
        self.offsetSeconds = offsetSeconds
    }

    package init(secondsSinceEpoch: Int64, offsetSeconds: Int = 0) {
        self.init(millisecondsSinceEpoch: secondsSinceEpoch * 1000, offsetSeconds: offsetSeconds)
    }

    /// A local date and time of day at an offset; nil where the time does not exist. Second 60 counts as the next second.
    package init?(
        _ date: CivilDate, hour: Int, minute: Int, second: Int, millisecond: Int = 0, offsetSeconds: Int
    ) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second),
            (0...999).contains(millisecond), abs(offsetSeconds) < 86_400
        else { return nil }
        let local = Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        self.init(
            millisecondsSinceEpoch: (local - Int64(offsetSeconds)) * 1000 + Int64(millisecond),
            offsetSeconds: offsetSeconds)
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    package var secondsSinceEpoch: Int64 {
        millisecondsSinceEpoch >= 0 ? millisecondsSinceEpoch / 1000 : (millisecondsSinceEpoch - 999) / 1000
    }

    /// The calendar day in the timestamp's own zone.
    package var localDate: CivilDate {
        let seconds = secondsSinceEpoch + Int64(offsetSeconds)
        return CivilDate(daysSinceEpoch: Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400))
    }

    /// Seconds since midnight in the timestamp's own zone.
    package var secondOfDay: Int {
        let seconds = Int((secondsSinceEpoch + Int64(offsetSeconds)) % 86_400)
        return seconds < 0 ? seconds + 86_400 : seconds
    }

    /// The same instant written at another offset.
    package func at(offsetSeconds: Int) -> Timestamp {
        Timestamp(millisecondsSinceEpoch: millisecondsSinceEpoch, offsetSeconds: offsetSeconds)
    }

    /// The instant that much later.
    package func advanced(by duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        return Timestamp(
            millisecondsSinceEpoch: millisecondsSinceEpoch + milliseconds, offsetSeconds: offsetSeconds)
    }

    /// How much later `other` is.
    package func duration(to other: Timestamp) -> Duration {
        .milliseconds(other.millisecondsSinceEpoch - millisecondsSinceEpoch)
    }

    package var description: String { rfc3339 }
}

extension Timestamp: Hashable, Comparable {
    package static func == (left: Timestamp, right: Timestamp) -> Bool {
        left.millisecondsSinceEpoch == right.millisecondsSinceEpoch
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(millisecondsSinceEpoch) }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.millisecondsSinceEpoch < right.millisecondsSinceEpoch
    }
}
