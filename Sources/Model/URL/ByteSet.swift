/// A set of bytes: any ASCII bytes, and always everything from 0x80 up.
///
/// The shape of every percent-encode set and forbidden set of the URL Standard. Two words, so a test is a shift.
struct ByteSet: Sendable {
    private let low: UInt64
    private let high: UInt64

    private init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// The set of these ASCII bytes, added to `base`.
    init(_ ascii: StaticString, in base: ByteSet = ByteSet(low: 0, high: 0)) {
        var low = base.low
        var high = base.high
        ascii.withUTF8Buffer { bytes in
            for byte in bytes {
                if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
            }
        }
        self.init(low: low, high: high)
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        byte >= 0x80 || ((byte < 64 ? low : high) >> UInt64(byte & 63)) & 1 != 0
    }
}

extension ByteSet {
    /// C0 controls and DEL (URL Standard, 1.3).
    static let control = ByteSet(low: 0xFFFF_FFFF, high: 1 << 63)
    static let fragment = ByteSet(" \"<>`", in: control)
    static let query = ByteSet(" \"#<>", in: control)
    static let specialQuery = ByteSet("'", in: query)
    static let path = ByteSet("?^`{}", in: query)
    static let userinfo = ByteSet("/:;=@[\\]|", in: path)

    /// What the path scanner must look at: all of `path`, and what may end a segment.
    static let pathStop = ByteSet("/\\", in: path)
    static let opaquePathStop = ByteSet(" ?#", in: control)

    /// The forbidden host code points (URL Standard, 3.1).
    static let forbiddenHost = ByteSet("\0\t\n\r #/:<>?@[\\]^|")
    /// The forbidden domain code points (URL Standard, 3.1).
    static let forbiddenDomain = ByteSet("%", in: ByteSet("#/:<>?@[\\]^| ", in: control))
}
