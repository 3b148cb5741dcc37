internal import Glibc
internal import Model

/// Times as a person at this machine reads them.
enum LocalTime {
    /// The local zone's offset at an instant, in seconds east of Greenwich.
    static func offset(at time: Timestamp) -> Int {
        var seconds = time_t(time.secondsSinceEpoch)
        var parts = tm()
        return localtime_r(&seconds, &parts) == nil ? 0 : parts.tm_gmtoff
    }

    /// RFC 3339 in the local zone, without fractions: `2026-01-31T08:00:00+08:00`.
    static func full(_ time: Timestamp) -> String {
        let whole = Timestamp(secondsSinceEpoch: time.secondsSinceEpoch)
        return whole.at(offsetSeconds: offset(at: time)).rfc3339
    }

    /// `2026-01-31 08:00`.
    static func minute(_ time: Timestamp) -> String {
        let text = full(time)
        return text.prefix(10) + " " + text.dropFirst(11).prefix(5)
    }

    /// `08:00:00`.
    static func clock(_ time: Timestamp) -> String { String(full(time).dropFirst(11).prefix(8)) }

    /// How long ago or how soon: `5 min ago`, `in 2 h`, `now`.
    static func relative(_ time: Timestamp, now: Timestamp) -> String {
        let seconds = now.secondsSinceEpoch - time.secondsSinceEpoch
        if abs(seconds) < 1 { return "now" }
        let span = Amount.span(seconds: Int(abs(seconds)))
        return seconds > 0 ? "\(span) ago" : "in \(span)"
    }
}
