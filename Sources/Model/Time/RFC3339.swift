// RFC 3339 section 5.6: date-time with an offset, in both directions.

extension Timestamp {
    /// The time as RFC 3339 writes it, with `Z` for offset zero and milliseconds only where there are any.
    package var rfc3339: String {
        var text = DigitWriter()
        let date = localDate
        text.append(date.year, width: 4)
        text.append("-")
        text.append(date.month, width: 2)
        text.append("-")
        text.append(date.day, width: 2)
        text.append("T")
        let second = secondOfDay
        text.append(second / 3600, width: 2)
        text.append(":")
        text.append(second / 60 % 60, width: 2)
        text.append(":")
        text.append(second % 60, width: 2)
        let millisecond = Int(millisecondsSinceEpoch - secondsSinceEpoch * 1000)
        if millisecond > 0 {
            text.append(".")
            text.append(millisecond, width: 3)
        }
        guard offsetSeconds != 0 else {
            text.append("Z")
            return text.string
        }
        text.append(offsetSeconds < 0 ? "-" : "+")
        text.append(abs(offsetSeconds) / 3600, width: 2)
        text.append(":")
        text.append(abs(offsetSeconds) / 60 % 60, width: 2)
        return text.string
    }

    /// Reads an RFC 3339 date-time, `T` or a space between date and time; nil for anything else.
    package init?(rfc3339 text: some StringProtocol) {
        var scanner = DigitScanner(text.utf8)
        guard let year = scanner.number(width: 4), scanner.take("-"), let month = scanner.number(width: 2),
            scanner.take("-"), let day = scanner.number(width: 2),
            let date = CivilDate(year: year, month: month, day: day),
            scanner.take("T") || scanner.take("t") || scanner.take(" "),
            let hour = scanner.number(width: 2), scanner.take(":"), let minute = scanner.number(width: 2),
            scanner.take(":"), let second = scanner.number(width: 2)
        else { return nil }
        let millisecond = scanner.take(".") ? scanner.milliseconds() : 0
        guard let millisecond, let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        self.init(
            date, hour: hour, minute: minute, second: second, millisecond: millisecond, offsetSeconds: offset)
    }
}

private struct DigitWriter {
    private var bytes: [UInt8] = []

    var string: String { String(decoding: bytes, as: UTF8.self) }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ number: Int, width: Int) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        while divisor > 0 {
            bytes.append(0x30 + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}

private struct DigitScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    mutating func number(width: Int) -> Int? {
        guard position + width <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + width] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        position += width
        return value
    }

    mutating func milliseconds() -> Int? {
        var value = 0
        var digits = 0
        while let digit = number(width: 1) {
            if digits < 3 { value = value * 10 + digit }
            digits += 1
        }
        while digits < 3, digits > 0 {
            value *= 10
            digits += 1
        }
        return digits > 0 ? value : nil
    }

    mutating func offset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let isWest = take("-")
        guard isWest || take("+"), let hours = number(width: 2), take(":"), let minutes = number(width: 2),
            hours <= 23, minutes <= 59
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return isWest ? -seconds : seconds
    }
}
