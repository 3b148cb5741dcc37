/// A cursor over bytes, for the readers of dates.
///
/// Every step either takes what it names and moves on, or leaves the position where it was.
struct ByteScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// The byte that far ahead.
    func peek(_ distance: Int) -> UInt8? {
        position + distance < bytes.count ? bytes[position + distance] : nil
    }

    mutating func take(byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    /// These bytes, exactly.
    mutating func take(_ text: StaticString) -> Bool {
        guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
        let isSame = text.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + $0.count]) }
        if isSame { position += text.utf8CodeUnitCount }
        return isSame
    }

    mutating func takeAny(of characters: StaticString) -> Bool {
        guard let next, characters.withUTF8Buffer({ $0.contains(next) }) else { return false }
        position += 1
        return true
    }

    /// Space, tab and line breaks; false where there is none.
    @discardableResult
    mutating func skipSpace() -> Bool {
        let start = position
        while let next, next == 0x20 || (0x09...0x0D).contains(next) { position += 1 }
        return position > start
    }

    /// How many digits stand here.
    var digitCount: Int {
        var count = 0
        while let byte = peek(count), ByteScanner.isDigit(byte) { count += 1 }
        return count
    }

    /// Exactly that many digits; more may follow.
    mutating func number(width: Int) -> Int? {
        guard width <= 9, digitCount >= width else { return nil }
        var value = 0
        for byte in bytes[position..<position + width] { value = value * 10 + Int(byte - 0x30) }
        position += width
        return value
    }

    /// All the digits here, if their count is in the range.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        let count = digitCount
        return digits.contains(count) ? number(width: count) : nil
    }

    /// Digits after the decimal point, cut to milliseconds; nil where there is none.
    mutating func milliseconds() -> Int? {
        let count = digitCount
        guard count > 0 else { return nil }
        var value = 0
        for index in 0..<3 { value = value * 10 + (index < count ? Int(bytes[position + index] - 0x30) : 0) }
        position += count
        return value
    }

    /// The ASCII letters here, in lower case; nil where there are none or more than `limit`.
    mutating func word(limit: Int = 16) -> [UInt8]? {
        var word: [UInt8] = []
        while let byte = peek(word.count), ByteScanner.isLetter(byte) {
            guard word.count < limit else { return nil }
            word.append(byte | 0x20)
        }
        position += word.count
        return word.isEmpty ? nil : word
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

extension ByteScanner {
    /// Runs a reader over a text without the white space at its ends.
    static func read<Value>(_ text: String, _ reader: (inout ByteScanner) -> Value?) -> Value? {
        var text = text
        return text.withUTF8 { read($0, reader) }
    }

    /// The reader must have come to the end, or nothing was read.
    static func read<Value>(_ bytes: UnsafeBufferPointer<UInt8>, _ reader: (inout ByteScanner) -> Value?) -> Value? {
        var end = bytes.count
        while end > 0, bytes[end - 1] == 0x20 || (0x09...0x0D).contains(bytes[end - 1]) { end -= 1 }
        var scanner = ByteScanner(UnsafeBufferPointer(rebasing: bytes[..<end]))
        scanner.skipSpace()
        guard let value = reader(&scanner), scanner.isAtEnd else { return nil }
        return value
    }
}
