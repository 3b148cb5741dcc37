internal import Glibc
package import Model

/// A source's rhythm: how many new articles it gives in each hour of the week, learnt from its looks.
///
/// For each of the 168 hours (UTC, Thursday 00:00 first, as 1970 began) it keeps how long the source was watched and what came; both
/// fade by half with each four hours of watching that hour, which are four weeks. An hour that was seldom watched is taken to be as
/// the others are.
package struct Rhythm: Sendable, Equatable {
    private var events: [Float]
    private var hours: [Float]

    private static let count = 168
    private static let fading: Float = 4
    /// Looks are due when it is more likely than not that something new is there.
    private static let expectation: Float = 0.693

    /// Nothing is known.
    package init() {
        events = Array(repeating: 0, count: Rhythm.count)
        hours = events
    }

    /// Takes in what came between two looks; spans of more than a week, and those that run backwards, say nothing.
    package mutating func learn(newArticles: Int, from last: Timestamp, to now: Timestamp) {
        let span = last.duration(to: now)
        guard span > .zero, span <= .seconds(7 * 86_400) else { return }
        let rate = Float(max(0, newArticles)) / Rhythm.hours(span)
        Rhythm.walk(from: last, to: now) { hour, length in
            let rest = exp2f(-length / Rhythm.fading)
            events[hour] = events[hour] * rest + rate * length
            hours[hour] = hours[hour] * rest + length
            return true
        }
    }

    /// How long to wait before the next look.
    ///
    /// A source of which nothing is known is looked at after `minimum`; the longer nothing comes, the longer the wait.
    package func interval(after now: Timestamp, minimum: Duration, maximum: Duration) -> Duration {
        let longest = max(minimum, maximum)
        let watched = max(hours.reduce(0, +), 0)
        let mean = (events.reduce(0, +) + 1) / (watched + Rhythm.hours(max(minimum, .seconds(1))))
        var missing = Rhythm.expectation
        var waited: Float = 0
        Rhythm.walk(from: now, to: now.advanced(by: longest)) { hour, length in
            let rate = (events[hour] + mean) / (hours[hour] + 1)
            guard rate * length < missing else {
                waited += missing / rate
                return false
            }
            missing -= rate * length
            waited += length
            return true
        }
        return min(max(.milliseconds(Int64(waited * 3_600_000)), minimum), longest)
    }

    private static func hours(_ duration: Duration) -> Float {
        let (seconds, attoseconds) = duration.components
        return (Float(seconds) + Float(attoseconds) / 1e18) / 3600
    }

    /// The hours of the week that a span touches, each with how much of it in hours; ends where `body` says false.
    private static func walk(from: Timestamp, to: Timestamp, _ body: (_ hour: Int, _ length: Float) -> Bool) {
        let hour: Int64 = 3_600_000
        var time = from.millisecondsSinceEpoch
        let end = to.millisecondsSinceEpoch
        while time < end {
            let number = time >= 0 ? time / hour : (time - hour + 1) / hour
            let next = min((number + 1) * hour, end)
            let index = Int(number % Int64(count))
            guard body(index < 0 ? index + count : index, Float(next - time) / Float(hour)) else { return }
            time = next
        }
    }
}

extension Rhythm {
    /// The form in which a rhythm is kept: two numbers of 32 bits for each hour, little-endian.
    package var bytes: [UInt8] {
        (events + hours).flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) } }
    }

    /// A rhythm that was kept; nil for anything else.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Rhythm.count * 8 else { return nil }
        let values = stride(from: 0, to: bytes.count, by: 4).map { start in
            Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << (8 * $1) })
        }
        guard values.allSatisfy({ $0.isFinite && $0 >= 0 }) else { return nil }
        events = Array(values[..<Rhythm.count])
        hours = Array(values[Rhythm.count...])
    }
}
