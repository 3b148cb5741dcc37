/// Dates with the year first and all in numbers: W3CDTF, ISO 8601, 2003/12/31, 2003年12月31日.
enum YearFirstDate {
    static func parse(_ scanner: inout ByteScanner, _ defaultOffset: Int) -> Timestamp? {
        var fields = DateFields()
        guard readDate(&scanner, &fields) else { return nil }
        guard !scanner.isAtEnd else { return fields.timestamp(defaultOffset: defaultOffset) }
        let hasMark = scanner.skipSpace() || scanner.takeAny(of: "Tt")
        scanner.skipSpace()
        guard hasMark || scanner.next.map(ByteScanner.isDigit) == true, fields.readTime(&scanner) else { return nil }
        scanner.skipSpace()
        if !scanner.isAtEnd {
            guard fields.readZone(&scanner, defaultOffset: defaultOffset) else { return nil }
        }
        return fields.timestamp(defaultOffset: defaultOffset)
    }

    private static func readDate(_ scanner: inout ByteScanner, _ fields: inout DateFields) -> Bool {
        if scanner.take("-") { return readWithoutCentury(&scanner, &fields) }
        switch scanner.digitCount {
        case 2, 4: return readSeparated(&scanner, &fields)
        case 5:
            fields.year = scanner.number(width: 2).map(DateFields.fullYear)
            return readOrdinal(&scanner, &fields)
        case 6:
            fields.year = scanner.number(width: 2).map(DateFields.fullYear)
            return readCompactMonthAndDay(&scanner, &fields)
        case 7:
            fields.year = scanner.number(width: 4)
            return readOrdinal(&scanner, &fields)
        case 8, 14:
            fields.year = scanner.number(width: 4)
            return readCompactMonthAndDay(&scanner, &fields)
        default: return false
        }
    }

    /// `-YYMM` and `-YY-MM`, of ISO 8601:1988.
    private static func readWithoutCentury(_ scanner: inout ByteScanner, _ fields: inout DateFields) -> Bool {
        guard let year = scanner.number(width: 2) else { return false }
        _ = scanner.take("-")
        guard let month = scanner.number(digits: 2...2), scanner.isAtEnd else { return false }
        (fields.year, fields.month) = (DateFields.fullYear(year), month)
        return true
    }

    /// The same separator twice, or year, month and day signs.
    private static func readSeparated(_ scanner: inout ByteScanner, _ fields: inout DateFields) -> Bool {
        let isShort = scanner.digitCount == 2
        guard let year = scanner.number(digits: 2...4) else { return false }
        fields.year = isShort ? DateFields.fullYear(year) : year
        guard !scanner.isAtEnd else { return !isShort }
        if scanner.take("年") { return !isShort && readSigned(&scanner, &fields) }
        guard let separator = scanner.next, scanner.takeAny(of: "-/."), !isShort || separator == UInt8(ascii: "-")
        else {
            return false
        }
        if separator == UInt8(ascii: "-"), scanner.digitCount == 3 { return readOrdinal(&scanner, &fields) }
        guard let month = scanner.number(digits: 1...2) else { return false }
        fields.month = month
        guard scanner.take(byte: separator) else { return !isShort && scanner.isAtEnd }
        guard let day = scanner.number(digits: 1...2) else { return false }
        fields.day = day
        return true
    }

    private static func readSigned(_ scanner: inout ByteScanner, _ fields: inout DateFields) -> Bool {
        guard let month = scanner.number(digits: 1...2), scanner.take("月"), let day = scanner.number(digits: 1...2),
            scanner.take("日")
        else { return false }
        (fields.month, fields.day) = (month, day)
        return true
    }

    private static func readCompactMonthAndDay(_ scanner: inout ByteScanner, _ fields: inout DateFields) -> Bool {
        guard let month = scanner.number(width: 2), let day = scanner.number(width: 2) else { return false }
        (fields.month, fields.day) = (month, day)
        return true
    }

    /// Three digits: the day of the year.
    private static func readOrdinal(_ scanner: inout ByteScanner, _ fields: inout DateFields) -> Bool {
        guard let ordinal = scanner.number(digits: 3...3), ordinal >= 1, let year = fields.year,
            let first = CivilDate(year: year, month: 1, day: 1)
        else { return false }
        let date = CivilDate(daysSinceEpoch: first.daysSinceEpoch + ordinal - 1)
        (fields.month, fields.day) = (date.month, date.day)
        return date.year == year
    }
}
