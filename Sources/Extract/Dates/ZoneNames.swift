import Model

/// The zones that pages write behind a time: offsets, and the abbreviations of the press.
enum ZoneNames {
    /// The offset in seconds of the zone at the position, which is moved behind it; nil where there is none.
    static func offset(in text: Bytes, at position: inout Int, on date: CivilDate) -> Int? {
        var next = position
        while next < text.count, next - position < 3, text[next] == 0x20 || text[next] == 0x28 { next += 1 }
        guard next < text.count else { return nil }
        if text[next] == UInt8(ascii: "+") || text[next] == UInt8(ascii: "-") {
            return numeric(in: text, at: next, moving: &position)
        }
        guard text[next].isUpper || text[next] == UInt8(ascii: "z") else { return nil }
        var end = next
        while end < text.count, text[end].isLetter, end - next < 6 { end += 1 }
        let word = text.cut(next..<end)
        for (name, hours) in fixed where word.equals(name) {
            position = end
            let further =
                (word.equals("GMT") || word.equals("UTC")) ? numeric(in: text, at: end, moving: &position) : nil
            return further ?? Int(hours * 3600)
        }
        for (name, hours) in american where word.equals(name) {
            position = end
            return (hours + (isSummer(date) ? 1 : 0)) * 3600
        }
        return nil
    }

    private static func numeric(in text: Bytes, at start: Int, moving position: inout Int) -> Int? {
        guard start + 1 < text.count, text[start] == 0x2B || text[start] == 0x2D else { return nil }
        var digits: [Int] = []
        var next = start + 1
        while next < text.count, digits.count < 4 {
            if text[next].isDigit {
                digits.append(Int(text[next] - 0x30))
            } else if text[next] != 0x3A || digits.isEmpty {
                break
            }
            next += 1
        }
        guard digits.count == 4 || digits.count == 2 || digits.count == 1 else { return nil }
        let hours = digits.count == 1 ? digits[0] : digits[0] * 10 + digits[1]
        let minutes = digits.count == 4 ? digits[2] * 10 + digits[3] : 0
        guard hours <= 14, minutes < 60 else { return nil }
        position = next
        return (text[start] == 0x2D ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    private static let fixed: [(StaticString, Double)] = [
        ("Z", 0), ("z", 0), ("GMT", 0), ("UTC", 0), ("EST", -5), ("EDT", -4), ("CDT", -5), ("MST", -7), ("MDT", -6),
        ("PST", -8), ("PDT", -7), ("BST", 1), ("CET", 1), ("CEST", 2), ("MEZ", 1), ("MESZ", 2), ("EET", 2), ("EEST", 3),
        ("MSK", 3), ("IST", 5.5), ("SGT", 8), ("HKT", 8), ("JST", 9), ("KST", 9), ("AEST", 10), ("AEDT", 11),
        ("NZST", 12), ("NZDT", 13), ("SAST", 2), ("PKT", 5), ("WIB", 7),
    ]

    private static let american: [(StaticString, Int)] = [("ET", -5), ("CT", -6), ("MT", -7), ("PT", -8)]

    /// Summer time of the United States since 2007: second Sunday of March to first Sunday of November.
    private static func isSummer(_ date: CivilDate) -> Bool {
        switch date.month {
        case 4...10: true
        case 3: date.day - date.weekday > 7
        case 11: date.day - date.weekday <= 0
        default: false
        }
    }
}
