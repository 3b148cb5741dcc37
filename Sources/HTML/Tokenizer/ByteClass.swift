/// What a byte means inside a tag, as bits.
enum ByteClass {
    static let space: UInt8 = 1
    /// Ends a tag's name: white space, "/" and ">".
    static let endsTagName: UInt8 = 2
    /// Ends an attribute's name: the same, and "=".
    static let endsAttributeName: UInt8 = 4
    static let capital: UInt8 = 8
    /// NUL: the end of the input, or to be replaced.
    static let null: UInt8 = 16
    static let letter: UInt8 = 32
    static let digit: UInt8 = 64
    /// Stops the scan of an unquoted value: white space, ">", "&" and NUL.
    static let stopsUnquoted: UInt8 = 128

    /// The bits of all 256 bytes.
    static let table: [UInt8] = (0..<256).map { bits(UInt8($0)) }

    private static func bits(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0: null | stopsUnquoted
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20: space | endsTagName | endsAttributeName | stopsUnquoted
        case UInt8(ascii: "/"): endsTagName | endsAttributeName
        case UInt8(ascii: ">"): endsTagName | endsAttributeName | stopsUnquoted
        case UInt8(ascii: "="): endsAttributeName
        case UInt8(ascii: "&"): stopsUnquoted
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): capital | letter
        case UInt8(ascii: "a")...UInt8(ascii: "z"): letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
        default: 0
        }
    }
}

extension UInt8 {
    /// Tab, line feed, form feed, carriage return, space.
    @inline(__always)
    var isHTMLSpace: Bool { self == 0x20 || (self <= 0x0D && self >= 0x09 && self != 0x0B) }

    @inline(__always)
    var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    @inline(__always)
    var isASCIIAlphanumeric: Bool { isASCIILetter || self &- 0x30 < 10 }

    /// A capital letter becomes a small one; anything else stays.
    @inline(__always)
    var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
