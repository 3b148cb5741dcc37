/// The header of any gzip member (RFC 1952 section 2.3).
struct GzipHeader: Equatable {
    /// Bytes before the deflate stream.
    let length: Int
    /// The member's length as the subfield `sl` has it; nil without one.
    let memberLength: UInt32?

    /// No header is longer here; a name or a comment could be endless.
    static let maximumLength = 128 << 10

    /// Reads a header; nil where there is none, or it does not end in the bytes given.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 10, bytes[0] == 0x1F, bytes[1] == 0x8B, bytes[2] == 8, bytes[3] & 0xE0 == 0 else {
            return nil
        }
        let flags = bytes[3]
        var end = 10
        var memberLength: UInt32?
        if flags & 4 != 0 {
            guard bytes.count >= 12 else { return nil }
            end = 12 + Int(bytes[10]) + Int(bytes[11]) << 8
            guard bytes.count >= end else { return nil }
            memberLength = GzipHeader.memberLength(UnsafeRawBufferPointer(rebasing: bytes[12..<end]))
        }
        // The name (flag 8) and the comment (flag 16) end with a zero byte.
        for flag in [8, 16] as [UInt8] where flags & flag != 0 {
            guard let zero = bytes[end...].firstIndex(of: 0) else { return nil }
            end = zero + 1
        }
        if flags & 2 != 0 { end += 2 }
        guard end <= bytes.count else { return nil }
        length = end
        self.memberLength = memberLength
    }

    private static func memberLength(_ extra: UnsafeRawBufferPointer) -> UInt32? {
        var index = 0
        while index + 4 <= extra.count {
            let length = Int(extra[index + 2]) | Int(extra[index + 3]) << 8
            guard index + 4 + length <= extra.count else { return nil }
            if extra[index] == UInt8(ascii: "s"), extra[index + 1] == UInt8(ascii: "l"), length == 8 {
                return load(extra, index + 4)
            }
            index += 4 + length
        }
        return nil
    }
}
