internal import Model

/// The identifier of a WARC record, a version 4 UUID as a URN: `urn:uuid:…` (RFC 9562).
package struct WARCRecordID: Hashable, Sendable, CustomStringConvertible {
    /// The URN without angle brackets.
    package let description: String

    /// A new identifier, from the system's random numbers.
    package init() {
        // Two numbers rather than sixteen bytes: each draw is a system call.
        var bytes = [UInt64.random(in: 0 ... .max), .random(in: 0 ... .max)].flatMap { number in
            withUnsafeBytes(of: number) { [UInt8]($0) }
        }
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        self.init(uuid: bytes)
    }

    /// The identifier of 16 bytes, as they are.
    package init(uuid bytes: [UInt8]) {
        let digits = Hexadecimal.encode(bytes.prefix(16))
        var text = "urn:uuid:"
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text += "-" }
            text.append(digit)
        }
        description = text
    }

    /// Takes the value of a field, with or without angle brackets.
    package init(field: String) {
        let isBracketed = field.hasPrefix("<") && field.hasSuffix(">") && field.count >= 2
        description = isBracketed ? String(field.dropFirst().dropLast()) : field
    }

    /// As a field has it: in angle brackets.
    package var field: String { "<\(description)>" }
}
