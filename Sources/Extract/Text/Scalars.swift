// Reading characters out of UTF-8 that is known to be valid.

extension UnsafeBufferPointer where Element == UInt8 {
    /// The character at the position and its length in bytes; U+FFFD of length 1 where the bytes are cut short.
    @inline(__always)
    func scalar(at position: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(self[position])
        if first < 0x80 { return (first, 1) }
        let left = count - position
        if first < 0xE0, left >= 2 { return ((first & 0x1F) << 6 | next(position + 1), 2) }
        if first < 0xF0, left >= 3 {
            return ((first & 0x0F) << 12 | next(position + 1) << 6 | next(position + 2), 3)
        }
        guard left >= 4 else { return (0xFFFD, 1) }
        let low = next(position + 2) << 6 | next(position + 3)
        return ((first & 0x07) << 18 | next(position + 1) << 12 | low, 4)
    }

    @inline(__always)
    private func next(_ position: Int) -> UInt32 { UInt32(self[position]) & 0x3F }

    /// The length of the character that ends before the position.
    func lengthOfCharacter(before position: Int) -> Int {
        var start = position - 1
        while start > 0, !self[start].opensCharacter { start -= 1 }
        return position - start
    }

    /// How many characters there are.
    var characterCount: Int {
        var total = 0
        for byte in self where byte.opensCharacter { total += 1 }
        return total
    }

    /// The length of the white space character at the position, 0 where there is none: ASCII space, no-break space, the
    /// spaces of U+2000 to U+200B, the ideographic space and the byte order mark.
    @inline(__always)
    func spaceLength(at position: Int) -> Int {
        let byte = self[position]
        if byte.isSpace { return 1 }
        if byte < 0xC2 { return 0 }
        if byte == 0xC2 { return position + 1 < count && self[position + 1] == 0xA0 ? 2 : 0 }
        guard position + 2 < count else { return 0 }
        let second = self[position + 1]
        let third = self[position + 2]
        switch byte {
        case 0xE2: return second == 0x80 && (third <= 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF) ? 3 : 0
        case 0xE3: return second == 0x80 && third == 0x80 ? 3 : 0
        case 0xEF: return second == 0xBB && third == 0xBF ? 3 : 0
        default: return 0
        }
    }

    /// The range without the white space at both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let length = spaceLength(at: start)
            if length == 0 { break }
            start += length
        }
        while end > start {
            let length = lengthOfCharacter(before: end)
            if end - length < start || spaceLength(at: end - length) == 0 { break }
            end -= length
        }
        return start..<Swift.max(start, end)
    }

    /// The view without the white space at both ends.
    var trimmed: Bytes { cut(trimmed(0..<count)) }
}

/// Classes of characters that the rules ask for.
enum Scalars {
    /// Whether white space may begin with the byte, one from 0xC0 up: 0xC2, 0xE2, 0xE3 and 0xEF.
    @inline(__always)
    static func mayBeginSpace(_ byte: UInt8) -> Bool { 0x800C_0000_0004 as UInt64 >> UInt64(byte & 63) & 1 != 0 }

    /// Han ideographs of the unified blocks and their extensions.
    static func isHan(_ scalar: UInt32) -> Bool {
        (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar) || (0xF900...0xFAFF).contains(scalar)
            || (0x20000...0x3FFFF).contains(scalar)
    }

    static func isKana(_ scalar: UInt32) -> Bool { (0x3041...0x30FF).contains(scalar) }

    static func isHangul(_ scalar: UInt32) -> Bool { (0xAC00...0xD7A3).contains(scalar) }

    /// Marks that end a sentence in any of the scripts read here.
    static func endsSentence(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21, 0x2E, 0x3F, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0x2026, 0x6D4, 0x964: true
        default: false
        }
    }
}
