/// Dates of HTTP fields (RFC 9110, 5.6.7).
package enum HTTPDate {
    /// Reads IMF-fixdate, RFC 850 or asctime dates; nil for anything else, however near.
    ///
    ///     Sun, 06 Nov 1994 08:49:37 GMT
    ///     Sunday, 06-Nov-94 08:49:37 GMT
    ///     Sun Nov  6 08:49:37 1994
    ///
    /// Names may be in any case. The day of the week is not compared with the date. Two-digit years are 1970 to 2069.
    package static func parse(_ text: String) -> Timestamp? {
        ByteScanner.read(text) { scanner in
            guard let day = scanner.word(limit: 9), CalendarNames.day(day) != nil else { return nil }
            if scanner.take(",") {
                guard scanner.take(" ") else { return nil }
                if CalendarNames.isShort(day) { return fixdate(&scanner) }
                return CalendarNames.isFullDay(day) ? rfc850(&scanner) : nil
            }
            return CalendarNames.isShort(day) && scanner.take(" ") ? asctime(&scanner) : nil
        }
    }

    /// IMF-fixdate, as every field is to be sent.
    package static func write(_ time: Timestamp) -> String {
        let time = time.at(offsetSeconds: 0)
        let date = time.localDate
        var text: [UInt8] = []
        text.append(contentsOf: CalendarNames.shortDay(date.weekday))
        text.append(contentsOf: ", ".utf8)
        append(date.day, to: &text)
        text.append(0x20)
        text.append(contentsOf: CalendarNames.shortMonth(date.month))
        text.append(0x20)
        append(date.year / 100, to: &text)
        append(date.year % 100, to: &text)
        for (separator, number) in zip(
            " ::".utf8, [3600, 60, 1].map { time.secondOfDay / $0 % ($0 == 3600 ? 24 : 60) })
        {
            text.append(separator)
            append(number, to: &text)
        }
        text.append(contentsOf: " GMT".utf8)
        return String(decoding: text, as: UTF8.self)
    }

    private static func append(_ number: Int, to text: inout [UInt8]) {
        text.append(0x30 + UInt8(number / 10))
        text.append(0x30 + UInt8(number % 10))
    }

    private static func fixdate(_ scanner: inout ByteScanner) -> Timestamp? {
        guard let day = scanner.number(width: 2), scanner.take(" "), let month = month(&scanner), scanner.take(" "),
            let year = scanner.number(width: 4), scanner.take(" "), let time = timeOfDay(&scanner), gmt(&scanner)
        else { return nil }
        return timestamp(year, month, day, time)
    }

    private static func rfc850(_ scanner: inout ByteScanner) -> Timestamp? {
        guard let day = scanner.number(width: 2), scanner.take("-"), let month = month(&scanner), scanner.take("-"),
            let year = scanner.number(width: 2), scanner.take(" "), let time = timeOfDay(&scanner), gmt(&scanner)
        else { return nil }
        return timestamp(year < 70 ? 2000 + year : 1900 + year, month, day, time)
    }

    private static func asctime(_ scanner: inout ByteScanner) -> Timestamp? {
        guard let month = month(&scanner), scanner.take(" "),
            let day = scanner.take(" ") ? scanner.number(width: 1) : scanner.number(width: 2), scanner.take(" "),
            let time = timeOfDay(&scanner), scanner.take(" "), let year = scanner.number(width: 4)
        else { return nil }
        return timestamp(year, month, day, time)
    }

    private static func month(_ scanner: inout ByteScanner) -> Int? {
        guard let word = scanner.word(limit: 3) else { return nil }
        return CalendarNames.month(word)
    }

    private static func timeOfDay(_ scanner: inout ByteScanner) -> (hour: Int, minute: Int, second: Int)? {
        guard let hour = scanner.number(width: 2), scanner.take(":"), let minute = scanner.number(width: 2),
            scanner.take(":"), let second = scanner.number(width: 2)
        else { return nil }
        return (hour, minute, second)
    }

    private static func gmt(_ scanner: inout ByteScanner) -> Bool {
        scanner.take(" ") && scanner.word(limit: 3)?.elementsEqual("gmt".utf8) == true
    }

    private static func timestamp(
        _ year: Int, _ month: Int, _ day: Int, _ time: (hour: Int, minute: Int, second: Int)
    ) -> Timestamp? {
        CivilDate(year: year, month: month, day: day).flatMap {
            Timestamp($0, hour: time.hour, minute: time.minute, second: time.second, offsetSeconds: 0)
        }
    }
}
