internal import Model

/// Seconds or milliseconds since 1970 as a page's metadata writes them.
enum EpochDate {
    static func read(_ text: Bytes) -> WrittenDate? {
        guard text.count == 10 || text.count == 13, text.allSatisfy(\.isDigit) else { return nil }
        var value: Int64 = 0
        for byte in text { value = value * 10 + Int64(byte - 0x30) }
        let time = Timestamp(secondsSinceEpoch: text.count == 13 ? value / 1000 : value)
        guard time.localDate.year >= 1995 else { return nil }
        let second = time.secondOfDay
        return WrittenDate(
            date: time.localDate, time: .init(hour: second / 3600, minute: second / 60 % 60, second: second % 60),
            offsetSeconds: 0, range: 0..<text.count)
    }
}
