package import Model
internal import Yams

/// The hours of the day in which a source is looked at, from the first up to the end of the last; over midnight where the
/// first is the later one.
package struct ActiveHours: Sendable, Hashable {
    /// 0 to 23.
    package let first: Int
    /// 0 to 23; this hour is still one of them.
    package let last: Int

    /// Nil for hours that no clock shows.
    package init?(first: Int, last: Int) {
        guard (0...23).contains(first), (0...23).contains(last) else { return nil }
        self.first = first
        self.last = last
    }

    /// Reads `6-22`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            (1...2).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) } ? UInt8(part) : nil
        }
        guard parts.count == 2, numbers.count == 2 else { return nil }
        self.init(first: Int(numbers[0]), last: Int(numbers[1]))
    }

    /// A time itself where it lies in the hours, else their next beginning, on a zone's clocks.
    package func earliest(from time: Timestamp, in zone: Zone) -> Timestamp {
        let local = zone.local(time)
        let hour = local.secondOfDay / 3600
        let isInside = first <= last ? (first...last).contains(hour) : hour >= first || hour <= last
        guard !isInside else { return time }
        let day = local.localDate.daysSinceEpoch + (first * 3600 < local.secondOfDay ? 1 : 0)
        return max(time, zone.instant(day: day, minute: first * 60))
    }
}

extension ValueForm<ActiveHours> {
    /// `6-22`: from 06:00 to 22:59.
    static var activeHours: ValueForm {
        .scalar("hours of the day such as 6-22", write: { .text("\($0.first)-\($0.last)") }) { ActiveHours($0) }
    }
}
