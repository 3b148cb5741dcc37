/// A JSON value whose strings are still in the source.
indirect enum JSONValue {
    case object([(key: JSONText, value: JSONValue)])
    case array([JSONValue])
    case string(JSONText)
    case number(JSONText)
    case flag(Bool)
    case null

    /// The value of the first member with that key.
    subscript(_ key: StaticString) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key.raw.equals(key) }?.value
    }

    /// The elements of an array; any other value but null is the one element.
    var elements: [JSONValue] {
        switch self {
        case .array(let values): values
        case .null: []
        default: [self]
        }
    }

    /// A string, or a number as written, decoded and without white space at the ends; nil where nothing is left.
    var text: String? {
        switch self {
        case .string(let text), .number(let text):
            let clean = TextCleaner.clean(text.decoded)
            return clean.isEmpty ? nil : clean
        default: return nil
        }
    }

    /// The bytes of a string or number as they stand in the source.
    var raw: Bytes? {
        switch self {
        case .string(let text), .number(let text): text.raw
        default: nil
        }
    }
}

/// The text of a JSON string or number as it stands in the source, escapes included.
struct JSONText {
    let raw: Bytes
    let hasEscapes: Bool

    /// The text with its escapes resolved; a lone surrogate or an unknown escape stays as a replacement or its letter.
    var decoded: String {
        guard hasEscapes else { return raw.string }
        var units: [UInt8] = []
        units.reserveCapacity(raw.count)
        var position = 0
        while position < raw.count {
            guard raw[position] == UInt8(ascii: "\\"), position + 1 < raw.count else {
                units.append(raw[position])
                position += 1
                continue
            }
            position = appendEscape(at: position + 1, to: &units)
        }
        return String(decoding: units, as: UTF8.self)
    }

    private func appendEscape(at position: Int, to units: inout [UInt8]) -> Int {
        switch raw[position] {
        case UInt8(ascii: "n"), UInt8(ascii: "r"): units.append(0x0A)
        case UInt8(ascii: "t"): units.append(0x09)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): units.append(0x20)
        case UInt8(ascii: "u"): return appendUnicode(at: position, to: &units)
        default: units.append(raw[position])
        }
        return position + 1
    }

    private func appendUnicode(at position: Int, to units: inout [UInt8]) -> Int {
        guard let first = hexadecimal(at: position + 1) else {
            units.append(raw[position])
            return position + 1
        }
        var value = first
        var next = position + 5
        if first & 0xFC00 == 0xD800, next + 1 < raw.count, raw[next] == UInt8(ascii: "\\"),
            raw[next + 1] == UInt8(ascii: "u"), let second = hexadecimal(at: next + 2), second & 0xFC00 == 0xDC00
        {
            value = 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF
            next += 6
        }
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        units.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        return next
    }

    private func hexadecimal(at position: Int) -> UInt32? {
        guard position + 4 <= raw.count else { return nil }
        var value: UInt32 = 0
        for byte in raw[position..<position + 4] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return value
    }
}
