internal import Model

/// Members without a record that take the place of damaged bytes, so that every gzip reader gets past them.
///
/// A filling is a member whose record has no bytes and whose deflate stream is longer than an empty record's ever is: empty stored
/// blocks of 5 and 6 bytes. Readers of reels pass over it in silence.
enum Filling {
    /// The longest single member.
    private static let maximumLength: UInt64 = 1 << 20
    private static let fixedLength = MemberHeader.count + MemberHeader.trailerCount

    /// Members of that length together, to stand at an offset; nil where it is too short for one.
    static func members(length: UInt64, at offset: Offset) -> [UInt8]? {
        guard length >= UInt64(MemberHeader.minimumFillingLength) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(length))
        var left = length
        while left > 0 {
            // What is left over must be long enough for a member too.
            let isLast = left <= maximumLength
            let next = isLast ? left : min(maximumLength, left - UInt64(MemberHeader.minimumFillingLength))
            bytes += member(length: Int(next), at: Offset(rawValue: offset.rawValue + length - left))
            left -= next
        }
        return bytes
    }

    private static func member(length: Int, at offset: Offset) -> [UInt8] {
        var member = [UInt8](repeating: 0, count: MemberHeader.count)
        member.withUnsafeMutableBytes { bytes in
            let header = MemberHeader(time: 0, memberLength: UInt32(length), recordLength: 0)
            header.write(to: bytes)
            MemberHeader.seal(bytes, at: offset)
        }
        member += emptyDeflate(length: length - fixedLength)
        // The CRC-32 and the length of nothing.
        return member + [UInt8](repeating: 0, count: MemberHeader.trailerCount)
    }

    /// A deflate stream of a length, at least 26 bytes, that gives nothing (RFC 1951 section 3.2).
    private static func emptyDeflate(length: Int) -> [UInt8] {
        // An empty stored block; the same after an empty block of fixed codes; the last block, empty and of fixed codes.
        let (five, six, last): ([UInt8], [UInt8], [UInt8]) = (
            [0, 0, 0, 0xFF, 0xFF], [2, 0, 0, 0, 0xFF, 0xFF], [3, 0]
        )
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length)
        let sixes = (length - last.count) % 5
        for _ in 0..<sixes { bytes += six }
        while bytes.count < length - last.count { bytes += five }
        return bytes + last
    }
}

extension MemberHeader {
    /// The shortest filling: room for every number of blocks of 5 and 6 bytes that adds up.
    static let minimumFillingLength = UInt32(count + trailerCount + 26)

    /// Whether the member is a filling and no record; an empty record's member is shorter.
    var isFilling: Bool { recordLength == 0 && memberLength >= MemberHeader.minimumFillingLength }
}
