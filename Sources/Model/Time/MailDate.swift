/// Dates with the month as a word: RFC 822 and 5322, their broken forms, asctime.
enum MailDate {
    static func parse(_ scanner: inout ByteScanner, _ defaultOffset: Int) -> Timestamp? {
        var fields = DateFields()
        guard skipWeekday(&scanner), readDate(&scanner, &fields) else { return nil }
        skipSeparators(&scanner)
        if let next = scanner.next, ByteScanner.isDigit(next) {
            guard fields.readTime(&scanner) else { return nil }
            scanner.skipSpace()
            guard readZoneAndYear(&scanner, &fields, defaultOffset) else { return nil }
        }
        guard skipComment(&scanner) else { return nil }
        return fields.timestamp(defaultOffset: defaultOffset)
    }

    /// A weekday's name is not compared with the date; no other word may stand there.
    private static func skipWeekday(_ scanner: inout ByteScanner) -> Bool {
        let start = scanner
        guard let word = scanner.word() else { return true }
        guard CalendarNames.day(word) != nil else {
            scanner = start
            return CalendarNames.month(word) != nil
        }
        skipSeparators(&scanner)
        return true
    }

    /// `31 Dec 2003`, `31-Dec-03`, `December 31, 2003`, `Dec 31` with the year after the time.
    private static func readDate(_ scanner: inout ByteScanner, _ fields: inout DateFields) -> Bool {
        if let word = scanner.word() {
            guard let month = CalendarNames.month(word) else { return false }
            skipSeparators(&scanner)
            guard let day = scanner.number(digits: 1...2) else { return false }
            (fields.month, fields.day) = (month, day)
            skipOrdinal(&scanner)
            skipSeparators(&scanner)
            if scanner.digitCount == 4 { fields.year = scanner.number(width: 4) }
            return true
        }
        guard let day = scanner.number(digits: 1...2) else { return false }
        skipOrdinal(&scanner)
        skipSeparators(&scanner)
        guard let word = scanner.word(), let month = CalendarNames.month(word) else { return false }
        skipSeparators(&scanner)
        (fields.month, fields.day) = (month, day)
        return readYear(&scanner, &fields)
    }

    private static func readYear(_ scanner: inout ByteScanner, _ fields: inout DateFields) -> Bool {
        switch scanner.digitCount {
        case 2: fields.year = scanner.number(width: 2).map(DateFields.fullYear)
        case 4: fields.year = scanner.number(width: 4)
        default: return false
        }
        return true
    }

    /// In any order; asctime has the year last, `date` has the zone before it.
    private static func readZoneAndYear(
        _ scanner: inout ByteScanner, _ fields: inout DateFields, _ defaultOffset: Int
    ) -> Bool {
        for _ in 0..<2 {
            guard let next = scanner.next, next != UInt8(ascii: "(") else { return true }
            if ByteScanner.isDigit(next) {
                guard fields.year == nil, readYear(&scanner, &fields) else { return false }
            } else {
                guard fields.offsetSeconds == nil, fields.readZone(&scanner, defaultOffset: defaultOffset) else {
                    return false
                }
            }
            scanner.skipSpace()
        }
        return true
    }

    /// `1st`, `2nd`.
    private static func skipOrdinal(_ scanner: inout ByteScanner) {
        let start = scanner
        guard let word = scanner.word(limit: 2),
            ["st", "nd", "rd", "th"].contains(String(decoding: word, as: UTF8.self))
        else {
            scanner = start
            return
        }
    }

    /// `(Pacific Daylight Time)` at the end.
    private static func skipComment(_ scanner: inout ByteScanner) -> Bool {
        scanner.skipSpace()
        guard scanner.take("(") else { return true }
        while let next = scanner.next, next != UInt8(ascii: ")") { _ = scanner.take(byte: next) }
        return scanner.take(")")
    }

    private static func skipSeparators(_ scanner: inout ByteScanner) {
        while scanner.skipSpace() || scanner.takeAny(of: ",-/.") {}
    }
}
