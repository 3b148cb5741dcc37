internal import Model

/// Members without a record that take the place of damaged bytes, so that every gzip reader gets past them.
///
/// A filling is a member whose record has no bytes and whose time is 0; its deflate stream is a row of empty blocks. Readers of reels
/// pass over it in silence.
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

    /// A deflate stream of a length, at least 2 bytes, that gives nothing (RFC 1951 section 3.2).
    ///
    /// An empty block of fixed codes has 10 bits, `010` and seven zeros; an empty stored block ends at the fifth byte after the one
    /// that has its first bits. Long streams are stored blocks; what they leave over is made up of blocks of fixed codes.
    private static func emptyDeflate(length: Int) -> [UInt8] {
        let storedBlock: [UInt8] = [0, 0, 0, 0xFF, 0xFF]
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length)
        while length - bytes.count >= 12 { bytes += storedBlock }
        return bytes + ends[length - bytes.count]
    }

    /// Final streams of 2 to 11 bytes, by their length.
    private static let ends: [[UInt8]] = (0..<12).map { length in
        for fixedBlocks in 0..<8 {
            if (10 * (fixedBlocks + 1) + 7) / 8 == length { return fixed(fixedBlocks + 1, isFinal: true) }
            // The stored block has three bits of header, then begins a byte.
            let head = (10 * fixedBlocks + 3 + 7) / 8
            if head + 4 == length {
                var bytes = fixed(fixedBlocks, isFinal: false)
                bytes += [UInt8](repeating: 0, count: head - bytes.count)
                bytes[10 * fixedBlocks / 8] |= 1 << UInt8(10 * fixedBlocks % 8)
                return bytes + [0, 0, 0xFF, 0xFF]
            }
        }
        return []
    }

    /// So many empty blocks of fixed codes; the last one's first bit says whether it is the stream's last.
    private static func fixed(_ count: Int, isFinal: Bool) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: (10 * count + 7) / 8)
        for block in 0..<count {
            let bit = 10 * block
            if isFinal, block == count - 1 { bytes[bit / 8] |= 1 << UInt8(bit % 8) }
            bytes[(bit + 1) / 8] |= 1 << UInt8((bit + 1) % 8)
        }
        return bytes
    }
}

extension MemberHeader {
    /// The shortest filling, which is the shortest member.
    static let minimumFillingLength = UInt32(count + trailerCount + 2)

    /// Whether the member is a filling and no record: one without bytes and time, or longer than an empty record's ever is.
    var isFilling: Bool { recordLength == 0 && (time == 0 || memberLength >= 66) }
}
