/// A character as its UTF-8 bytes in one 32-bit number, the first byte lowest.
///
/// Decoding tables hold these, so that a character is written with one store. ASCII never stands in a table.
struct PackedCharacter: Equatable, Sendable {
    let bits: UInt32

    /// No character.
    static let none = PackedCharacter(bits: 0)
    /// U+FFFD.
    static let replacement = PackedCharacter(bits: 0x00BD_BFEF)

    private init(bits: UInt32) { self.bits = bits }

    /// The UTF-8 bytes of a scalar value.
    init(scalar: UInt32) {
        switch scalar {
        case ..<0x80: bits = scalar
        case ..<0x800: bits = (0xC0 | scalar >> 6) | (0x80 | scalar & 0x3F) << 8
        case ..<0x10000:
            bits = (0xE0 | scalar >> 12) | (0x80 | scalar >> 6 & 0x3F) << 8 | (0x80 | scalar & 0x3F) << 16
        default:
            let low = (0x80 | scalar >> 6 & 0x3F) << 16 | (0x80 | scalar & 0x3F) << 24
            bits = (0xF0 | scalar >> 18) | (0x80 | scalar >> 12 & 0x3F) << 8 | low
        }
    }

    @inline(__always)
    var isNone: Bool { bits == 0 }

    /// How many bytes a character beyond ASCII has: the leading ones of its first byte.
    @inline(__always)
    var length: Int { (~UInt8(truncatingIfNeeded: bits)).leadingZeroBitCount }

    /// The scalar value of a character of two or three bytes.
    var basicPlaneScalar: UInt32 {
        length == 2
            ? (bits & 0x1F) << 6 | bits >> 8 & 0x3F
            : (bits & 0x0F) << 12 | (bits >> 8 & 0x3F) << 6 | bits >> 16 & 0x3F
    }
}
