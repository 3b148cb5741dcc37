/// Dates of feeds and sitemaps, as they are found rather than as they should be.
package enum FeedDate {
    /// Reads a date in any form that feeds carry; nil where it is none or could be two.
    ///
    /// RFC 822 and its broken forms (missing seconds, zone or weekday, full names, month before day, comments), asctime,
    /// W3CDTF, ISO 8601 (calendar and ordinal dates, compact or not), and years first with slashes, dots or 年月日. A part
    /// of a date stands for its first moment. Numbers with slashes whose order is unclear are refused.
    ///
    /// A date without a zone is taken at `offsetSeconds` east of Greenwich, the site's own if it is known. `CST` is China's
    /// where that is eight hours, North America's elsewhere. Other unknown zones count as UTC (RFC 5322, 4.3).
    package static func parse(_ text: String, offsetSeconds: Int = 0) -> Timestamp? {
        guard text.utf8.count <= maximumBytes else { return nil }
        return ByteScanner.read(text) { parse(&$0, offsetSeconds) }
    }

    /// Longer texts are no dates.
    private static let maximumBytes = 128

    private static func parse(_ scanner: inout ByteScanner, _ offset: Int) -> Timestamp? {
        guard let first = scanner.next else { return nil }
        if ByteScanner.isDigit(first) || first == UInt8(ascii: "-") {
            let attempt = scanner
            if let time = YearFirstDate.parse(&scanner, offset), scanner.isAtEnd { return time }
            scanner = attempt
        }
        return MailDate.parse(&scanner, offset)
    }
}

/// What a reader has gathered before it becomes a time.
struct DateFields {
    var year: Int?
    var month = 1
    var day = 1
    var hour = 0
    var minute = 0
    var second = 0
    var millisecond = 0
    var offsetSeconds: Int?

    /// Two digits are 1970 to 2069.
    static func fullYear(_ short: Int) -> Int { short < 70 ? 2000 + short : 1900 + short }

    /// Hour 24 is the next midnight.
    func timestamp(defaultOffset: Int) -> Timestamp? {
        guard let year, let date = CivilDate(year: year, month: month, day: day) else { return nil }
        let isNextMidnight = hour == 24 && minute == 0 && second == 0 && millisecond == 0
        let time = Timestamp(
            date, hour: isNextMidnight ? 0 : hour, minute: minute, second: second, millisecond: millisecond,
            offsetSeconds: offsetSeconds ?? defaultOffset)
        return isNextMidnight ? time?.advanced(by: .seconds(86_400)) : time
    }
}
