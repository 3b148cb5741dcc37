// The time of day and the zone, as both kinds of feed dates have them.
extension DateFields {
    /// `10:14`, `10:14:55.25`, `101455`, `10时14分55秒`; with am or pm.
    mutating func readTime(_ scanner: inout ByteScanner) -> Bool {
        let isCompact = scanner.digitCount == 4 || scanner.digitCount == 6
        guard let hour = isCompact ? scanner.number(width: 2) : scanner.number(digits: 1...2) else { return false }
        self.hour = hour
        if isCompact {
            guard let minute = scanner.number(width: 2) else { return false }
            self.minute = minute
            if let second = scanner.number(width: 2) { self.second = second }
        } else {
            guard readMinuteAndSecond(&scanner) else { return false }
        }
        if scanner.takeAny(of: ".,") {
            guard let milliseconds = scanner.milliseconds() else { return false }
            millisecond = milliseconds
        }
        readHalf(&scanner)
        return true
    }

    private mutating func readMinuteAndSecond(_ scanner: inout ByteScanner) -> Bool {
        if scanner.take("时") || scanner.take("点") {
            guard let minute = scanner.number(digits: 1...2), scanner.take("分") else { return false }
            self.minute = minute
            guard let second = scanner.number(digits: 1...2) else { return true }
            self.second = second
            return scanner.take("秒")
        }
        guard scanner.take(":"), let minute = scanner.number(digits: 1...2) else { return false }
        self.minute = minute
        guard scanner.take(":") else { return true }
        guard let second = scanner.number(digits: 1...2) else { return false }
        self.second = second
        return true
    }

    private mutating func readHalf(_ scanner: inout ByteScanner) {
        let start = scanner
        scanner.skipSpace()
        switch scanner.word() {
        case let word? where word.elementsEqual("am".utf8) && hour <= 12: hour = hour == 12 ? 0 : hour
        case let word? where word.elementsEqual("pm".utf8) && hour <= 12: hour = hour == 12 ? 12 : hour + 12
        default: scanner = start
        }
    }

    /// `Z`, `+08:00`, `+0800`, `+8`, a name (also `Etc/GMT`), or a name with an offset (`GMT+8`); false where there is something else.
    mutating func readZone(_ scanner: inout ByteScanner, defaultOffset: Int) -> Bool {
        _ = scanner.take("Etc/")
        if let word = scanner.word(limit: 5) {
            if let next = scanner.next, next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
                guard ZoneName.isUniversal(word) else { return false }
            } else {
                offsetSeconds = ZoneName.offset(word, local: defaultOffset)
                return offsetSeconds != nil
            }
        }
        let isWest = scanner.take("-")
        guard isWest || scanner.take("+"), let offset = DateFields.readOffset(&scanner) else { return false }
        offsetSeconds = isWest ? -offset : offset
        return true
    }

    private static func readOffset(_ scanner: inout ByteScanner) -> Int? {
        let width = scanner.digitCount
        guard let hours = scanner.number(width: width >= 3 ? width - 2 : width), width > 0 else { return nil }
        var minutes: Int? = 0
        if width >= 3 || scanner.take(":") { minutes = scanner.number(width: 2) }
        guard let minutes, hours <= 23, minutes <= 59 else { return nil }
        return hours * 3600 + minutes * 60
    }
}
