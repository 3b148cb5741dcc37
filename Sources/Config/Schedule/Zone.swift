internal import Foundation
package import Model

/// A time zone: a fixed offset, or one of the tz database, whose offset changes with the seasons.
package struct Zone: Sendable, Hashable {
    /// As it is written: `+08:00`, `Asia/Shanghai`.
    package let name: String
    private let rules: Rules

    private enum Rules: Hashable {
        case fixed(Int)
        case named(TimeZone)
    }

    package static let utc = Zone(offsetSeconds: 0)

    /// A fixed offset, in seconds east of Greenwich.
    package init(offsetSeconds: Int) {
        self.init(name: ZoneText.write(offsetSeconds), rules: .fixed(offsetSeconds))
    }

    /// `+08:00`, `-03:30`, `Z`, or a name of the tz database with a slash, or `UTC`; nil for anything else.
    package init?(_ text: String) {
        if let offset = ZoneText.parse(text) {
            self.init(offsetSeconds: offset)
        } else {
            // Abbreviations such as CST mean several zones.
            guard text.contains("/") || text == "UTC", let zone = TimeZone(identifier: text) else { return nil }
            self.init(name: text, rules: .named(zone))
        }
    }

    private init(name: String, rules: Rules) {
        self.name = name
        self.rules = rules
    }

    /// Seconds east of Greenwich at an instant.
    package func offsetSeconds(at time: Timestamp) -> Int {
        switch rules {
        case .fixed(let offset): offset
        case .named(let zone):
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.secondsSinceEpoch)))
        }
    }

    /// The same instant with the zone's offset.
    package func local(_ time: Timestamp) -> Timestamp { time.at(offsetSeconds: offsetSeconds(at: time)) }

    /// The instant at which the zone's clocks show a minute of a day.
    ///
    /// A time that the clocks leave out is as much later; of one that they show twice the first is meant.
    package func instant(day: Int, minute: Int) -> Timestamp {
        let local = Int64(day) * 86_400 + Int64(minute) * 60
        // The offsets before and after any change that is near.
        let before = offsetSeconds(at: Timestamp(secondsSinceEpoch: local - 86_400))
        let after = offsetSeconds(at: Timestamp(secondsSinceEpoch: local + 86_400))
        for offset in [before, after] {
            let time = Timestamp(secondsSinceEpoch: local - Int64(offset), offsetSeconds: offset)
            if offsetSeconds(at: time) == offset { return time }
        }
        return self.local(Timestamp(secondsSinceEpoch: local - Int64(before)))
    }
}

extension ValueForm<Zone> {
    /// `+08:00`, `-03:30`, `Z` or `Asia/Shanghai`.
    static var zone: ValueForm {
        .scalar("a zone such as +08:00 or Asia/Shanghai", write: { .text($0.name) }) { Zone($0) }
    }
}
