internal import ArgumentParser
internal import Model

/// A time on the command line: RFC 3339, a local date with or without a time, `now`, `today`, `yesterday`, or how long ago: `90s`,
/// `30m`, `2h`, `1h30m`, `7d`, `2w`.
enum TimeArgument {
    /// nil for anything else.
    static func parse(_ text: String, now: Timestamp) -> Timestamp? {
        if let time = Timestamp(rfc3339: text) { return time }
        switch text {
        case "now": return now
        case "today": return midnight(daysAgo: 0, now)
        case "yesterday": return midnight(daysAgo: 1, now)
        default: break
        }
        if let seconds = span(text) { return now.advanced(by: .seconds(-seconds)) }
        return local(text)
    }

    /// The value of an option.
    static func read(_ text: String) throws -> Timestamp {
        guard let time = parse(text, now: .now) else {
            throw ValidationError("write 2026-01-31T08:00:00+08:00, 2026-01-31, yesterday, or a span such as 2h")
        }
        return time
    }

    /// The seconds of a span such as `1h30m`.
    static func span(_ text: String) -> Int64? {
        var total: Int64 = 0
        var number: Int64?
        for character in text {
            if let digit = character.wholeNumberValue, character.isASCII {
                let (next, overflows) = (number ?? 0).multipliedReportingOverflow(by: 10)
                guard !overflows, next < 1 << 40 else { return nil }
                number = next + Int64(digit)
            } else {
                guard let value = number, let unit = seconds[character] else { return nil }
                total += value * unit
                number = nil
            }
        }
        return number == nil && !text.isEmpty ? total : nil
    }

    private static let seconds: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]

    /// `2026-01-31`, `2026-01-31 08:00`, `2026-01-31T08:00:00`, in the local zone.
    private static func local(_ text: String) -> Timestamp? {
        let full: String
        switch text.utf8.count {
        case 10: full = text + "T00:00:00"
        case 16: full = text + ":00"
        case 19: full = text
        default: return nil
        }
        guard let utc = Timestamp(rfc3339: full + "Z") else { return nil }
        let guess = utc.advanced(by: .seconds(-LocalTime.offset(at: utc)))
        return utc.advanced(by: .seconds(-LocalTime.offset(at: guess)))
    }

    private static func midnight(daysAgo days: Int, _ now: Timestamp) -> Timestamp {
        let local = now.at(offsetSeconds: LocalTime.offset(at: now))
        return local.advanced(by: .seconds(-local.secondOfDay - days * 86_400))
    }
}
