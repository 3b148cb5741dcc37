@testable import Decode

/// Writes text in a charset, by decoding every byte and pair of bytes and turning the result around.
struct ReverseTable {
    private var bytes: [Unicode.Scalar: [UInt8]] = [:]

    init(_ charset: Charset) {
        for lead in UInt8(0x80)...0xFF {
            add([lead], charset)
            guard !charset.isSingleByte, lead > 0x80, lead < 0xFF else { continue }
            for trail in UInt8(0x40)...0xFE { add([lead, trail], charset) }
        }
    }

    private mutating func add(_ code: [UInt8], _ charset: Charset) {
        let decoded = charset.decode(code)
        let scalars = String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars
        guard decoded.replacements == 0, scalars.count == 1, let scalar = scalars.first, bytes[scalar] == nil else {
            return
        }
        bytes[scalar] = code
    }

    /// The text's bytes; characters that the charset has not got become `?`.
    func encode(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar -> [UInt8] in
            scalar.value < 0x80 ? [UInt8(scalar.value)] : bytes[scalar] ?? [0x3F]
        }
    }
}

/// A small generator, so that a failure can be run again.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

extension Charset {
    /// The decoded bytes as text.
    func text(_ bytes: [UInt8]) -> String { String(decoding: decode(bytes).utf8, as: UTF8.self) }
}

func charset(_ label: String) -> Charset {
    guard let charset = Charset.named(label) else { preconditionFailure("no charset \(label)") }
    return charset
}
