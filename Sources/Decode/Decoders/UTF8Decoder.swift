/// Section 8.1.1: UTF-8.
///
/// Input that is valid is given back as it is. A broken sequence becomes one U+FFFD up to the first byte that cannot
/// continue it.
enum UTF8Decoder {
    static func decode(_ bytes: [UInt8]) -> DecodedBytes {
        let valid = bytes.withUnsafeBufferPointer { UTF8Scan.validPrefix($0, from: 0) }
        if valid == bytes.count { return DecodedBytes(utf8: bytes, replacements: 0) }
        return bytes.withUnsafeBufferPointer { mend($0, valid: valid) }
    }

    private static func mend(_ input: UnsafeBufferPointer<UInt8>, valid: Int) -> DecodedBytes {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(input.count + input.count / 8 + 16)
        var replacements = 0
        var (clean, position) = (0, valid)
        while true {
            utf8.append(contentsOf: input[clean..<position])
            guard position < input.count else { break }
            utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
            replacements += 1
            clean = position + UTF8Scan.brokenLength(input, at: position)
            position = UTF8Scan.validPrefix(input, from: clean)
        }
        return DecodedBytes(utf8: utf8, replacements: replacements)
    }
}

/// Looks at bytes as UTF-8 (the Unicode Standard, table 3-7).
enum UTF8Scan {
    /// The position of the first byte that does not belong to a whole valid character; the count if there is none.
    static func validPrefix(_ input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = input.baseAddress else { return 0 }
        let end = base + input.count
        var next = base + start
        while next < end {
            if next.pointee < 0x80 {
                next = skipASCII(next, end)
                continue
            }
            let length = characterLength(next, end)
            if length == 0 { break }
            next += length
        }
        return next - base
    }

    /// The first byte beyond ASCII, or the end.
    @inline(__always)
    static func skipASCII(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var next = start
        while end - next >= 32 {
            let chunk = UnsafeRawPointer(next).loadUnaligned(as: SIMD4<UInt64>.self)
            let bits = (chunk[0] | chunk[1]) | (chunk[2] | chunk[3])
            if bits & 0x8080_8080_8080_8080 != 0 { break }
            next += 32
        }
        while end - next >= 8 {
            let bits = UnsafeRawPointer(next).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080
            if bits != 0 { return next + bits.trailingZeroBitCount / 8 }
            next += 8
        }
        while next < end, next.pointee < 0x80 { next += 1 }
        return next
    }

    /// The length of the valid character beyond ASCII at the pointer; 0 if it is none.
    @inline(__always)
    private static func characterLength(_ next: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
        let room = end - next
        guard room >= 4 else { return shortLength(next, room) }
        let bits = UnsafeRawPointer(next).loadUnaligned(as: UInt32.self)
        let lead = next.pointee
        if bits & 0x00C0_C0F0 == 0x0080_80E0 {
            let head = bits & 0x200F
            return head != 0 && head != 0x200D ? 3 : 0
        }
        if bits & 0xC0E0 == 0x80C0 { return lead >= 0xC2 ? 2 : 0 }
        guard bits & 0xC0C0_C0F8 == 0x8080_80F0 else { return 0 }
        return (lead > 0xF0 || next[1] >= 0x90) && (lead < 0xF4 || lead == 0xF4 && next[1] < 0x90) ? 4 : 0
    }

    /// The length of the valid character beyond ASCII at a position; 0 if it is none.
    @inline(__always)
    static func characterLength(_ input: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        guard let base = input.baseAddress else { return 0 }
        return characterLength(base + position, base + input.count)
    }

    private static func shortLength(_ next: UnsafePointer<UInt8>, _ room: Int) -> Int {
        let (length, second) = shape(next.pointee)
        guard length > 0, length <= room, second.contains(next[1]) else { return 0 }
        return length == 2 || (0x80...0xBF).contains(next[2]) ? length : 0
    }

    /// How many bytes one U+FFFD stands for: the lead and what may continue it, at least one.
    static func brokenLength(_ input: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        let (length, second) = shape(input[position])
        guard length > 2, position + 1 < input.count, second.contains(input[position + 1]) else { return 1 }
        guard length > 3, position + 2 < input.count, (0x80...0xBF).contains(input[position + 2]) else { return 2 }
        return 3
    }

    /// The length that a lead byte announces, 0 for none, and what may come second.
    private static func shape(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>) {
        switch lead {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: (0, 0x80...0xBF)
        }
    }
}
