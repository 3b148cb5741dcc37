/// A character reference that stands for something.
struct Reference {
    let characters: PackedCharacters
    /// Bytes from the "&" to its end.
    let length: Int
}

extension Tokenizer {
    /// The reference that begins at an "&"; nil where the "&" is just a character (HTML Standard, 13.2.5.72 and on).
    @inline(never)
    mutating func reference(at ampersand: UnsafePointer<UInt8>, inAttribute: Bool) -> Reference? {
        let first = ampersand[1]
        if first == UInt8(ascii: "#") { return Self.numericReference(at: ampersand) }
        guard first.isASCIIAlphanumeric else { return nil }
        let run = ampersand + 1
        var length = 0
        while length <= References.longestName, run[length].isASCIIAlphanumeric { length += 1 }
        if run[length] == UInt8(ascii: ";"), let found = References.shared.characters(run, length) {
            return Reference(characters: found, length: length + 2)
        }
        guard let prefix = References.shared.legacyPrefix(run, length) else { return nil }
        let after = run[prefix.length]
        if inAttribute, after == UInt8(ascii: "=") || after.isASCIIAlphanumeric { return nil }
        let semicolon = after == UInt8(ascii: ";") ? 1 : 0
        return Reference(characters: prefix.characters, length: 1 + prefix.length + semicolon)
    }

    private static func numericReference(at ampersand: UnsafePointer<UInt8>) -> Reference? {
        let isHexadecimal = ampersand[2] | 0x20 == UInt8(ascii: "x")
        let digits = ampersand + (isHexadecimal ? 3 : 2)
        var position = digits
        var value: UInt32 = 0
        while let digit = isHexadecimal ? hexadecimalDigit(position.pointee) : decimalDigit(position.pointee) {
            value = min(value * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x110000)
            position += 1
        }
        guard position > digits else { return nil }
        if position.pointee == UInt8(ascii: ";") { position += 1 }
        return Reference(characters: PackedCharacters(scalar(value)), length: position - ampersand)
    }

    private static func decimalDigit(_ byte: UInt8) -> UInt8? {
        byte &- 0x30 < 10 ? byte &- 0x30 : nil
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
        if byte &- 0x30 < 10 { return byte &- 0x30 }
        let letter = (byte | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }

    /// The numeric character reference end state: what is no character becomes U+FFFD, C1 controls what Windows-1252 has there.
    private static func scalar(_ value: UInt32) -> Unicode.Scalar {
        if value == 0 { return "\u{FFFD}" }
        if 0x80...0x9F ~= value { return windows1252[Int(value - 0x80)] }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private static let windows1252: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
        "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
    ]
}
