import Model

/// Reads JSON (RFC 8259) from UTF-8 bytes, and keeps what stands before a break.
///
/// A feed that was cut gives the values that were complete before the cut: an unfinished string, number or word is
/// left out, an unfinished object or array ends there. Nesting is bounded, time is linear.
struct JSONReader {
    private let bytes: [UInt8]
    private var position = 0
    private(set) var isDamaged = false
    private static let maximumDepth = 64

    /// The value at the start of the bytes; nil where there is none.
    static func read(_ bytes: [UInt8]) -> (value: JSONValue?, isDamaged: Bool) {
        var reader = JSONReader(bytes: bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
        let value = reader.value(depth: 0)
        return (value, reader.isDamaged)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        guard let byte = current, depth < JSONReader.maximumDepth else { return fail() }
        switch byte {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string().map(JSONValue.string)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
        default: return word()
        }
    }

    private mutating func object(depth: Int) -> JSONValue {
        position += 1
        var members: [(name: String, value: JSONValue)] = []
        skipSpace()
        if take("}") { return .object(members) }
        while !isDamaged {
            skipSpace()
            guard let name = string() else { break }
            skipSpace()
            guard take(":") else {
                isDamaged = true
                break
            }
            guard let value = value(depth: depth + 1) else { break }
            members.append((name, value))
            skipSpace()
            if isDamaged || take("}") { break }
            if !take(",") { isDamaged = true }
        }
        return .object(members)
    }

    private mutating func array(depth: Int) -> JSONValue {
        position += 1
        var elements: [JSONValue] = []
        skipSpace()
        if take("]") { return .array(elements) }
        while !isDamaged {
            guard let value = value(depth: depth + 1) else { break }
            elements.append(value)
            skipSpace()
            if isDamaged || take("]") { break }
            if !take(",") { isDamaged = true }
        }
        return .array(elements)
    }

    private mutating func number() -> JSONValue? {
        let start = position
        while let byte = current, JSONReader.isNumberByte(byte) { position += 1 }
        guard position < bytes.count else { return fail() }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte == 0x2B || byte == 0x2D || byte == 0x2E || byte | 0x20 == 0x65
    }

    private mutating func word() -> JSONValue? {
        for (word, value) in [("true", JSONValue.bool(true)), ("false", .bool(false)), ("null", .null)] {
            guard bytes[position...].starts(with: word.utf8) else { continue }
            position += word.utf8.count
            return value
        }
        return fail()
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard current.map(UInt32.init) == character.value else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    private mutating func fail() -> JSONValue? {
        isDamaged = true
        return nil
    }
}

extension JSONReader {
    /// The string that begins at the position; nil where it does not end.
    private mutating func string() -> String? {
        guard take("\"") else {
            isDamaged = true
            return nil
        }
        var text: [UInt8] = []
        while let byte = current {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): escape(into: &text)
            default: text.append(byte)
            }
        }
        isDamaged = true
        return nil
    }

    private mutating func escape(into text: inout [UInt8]) {
        guard let byte = current else { return }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "u"): text.append(contentsOf: String(escapedScalar()).utf8)
        default: text.append(byte)
        }
    }

    /// The character of `\uXXXX`, or of a pair of them; U+FFFD for a lone surrogate or too few digits.
    private mutating func escapedScalar() -> Unicode.Scalar {
        guard let unit = codeUnit() else { return "\u{FFFD}" }
        guard (0xD800...0xDBFF).contains(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
        let back = position
        guard take("\\"), take("u"), let low = codeUnit(), (0xDC00...0xDFFF).contains(low) else {
            position = back
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func codeUnit() -> UInt32? {
        guard position + 4 <= bytes.count else { return nil }
        var unit: UInt32 = 0
        for byte in bytes[position..<(position + 4)] {
            guard let digit = Hexadecimal.value(of: byte) else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        position += 4
        return unit
    }
}
