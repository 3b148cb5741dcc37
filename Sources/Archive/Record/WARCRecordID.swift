/// The identifier of a WARC record, a version 4 UUID as a URN: `urn:uuid:…` (RFC 9562).
package struct WARCRecordID: Hashable, Sendable, CustomStringConvertible {
    /// The URN without angle brackets.
    package let description: String

    /// A new identifier, from the system's random numbers.
    package init() {
        var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        self.init(uuid: bytes)
    }

    /// The identifier of 16 bytes, as they are.
    package init(uuid bytes: [UInt8]) {
        var text = "urn:uuid:"
        for (index, byte) in bytes.prefix(16).enumerated() {
            if [4, 6, 8, 10].contains(index) { text += "-" }
            text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
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
