extension UnsafeBufferPointer where Element == UInt8 {
    private typealias Block = SIMD16<UInt8>

    /// Where white space stands, at or after the position, that is more than one blank between two words; the end where none does.
    func endOfWords(from start: Int) -> Int {
        var end = start
        while end < count {
            if let next = passWords(from: end) { end = next }
            guard end < count else { break }
            if endsWords(at: end) { return end }
            end += 1
        }
        return end
    }

    @inline(__always)
    private func endsWords(at position: Int) -> Bool {
        let byte = self[position]
        if byte == 0x20 { return position + 1 == count || spaceLength(at: position + 1) > 0 }
        return byte < 0x20 || byte >= 0xC0 && Scalars.mayBeginSpace(byte) && spaceLength(at: position) > 0
    }

    /// The first byte, at or after the position, at which words may end, where it is before the last sixteen bytes, or else the
    /// beginning of these; nil where there is nothing to pass over.
    @inline(__always)
    private func passWords(from start: Int) -> Int? {
        guard let base = UnsafeRawPointer(baseAddress), start + 17 <= count else { return nil }
        var position = start
        repeat {
            let block = (base + position).loadUnaligned(as: Block.self)
            let next = (base + position + 1).loadUnaligned(as: Block.self)
            let blank = (block .== Block(repeating: 0x20)) .& Block.isUnlikelyInWords(next)
            let found = blank .| (block .< Block(repeating: 0x20)) .| Block.mayBeginSpace(block)
            if let index = found.firstIndex { return position + index }
            position += 16
        } while position + 17 <= count
        return position
    }
}

extension SIMD16 where Scalar == UInt8 {
    /// The first bytes of white space outside ASCII.
    @inline(__always)
    fileprivate static func mayBeginSpace(_ block: Self) -> SIMDMask<SIMD16<Int8>> {
        // 0xE2 and 0xE3 differ in one bit.
        let pair = (block & Self(repeating: 0xFE)) .== Self(repeating: 0xE2)
        return pair .| (block .== Self(repeating: 0xC2)) .| (block .== Self(repeating: 0xEF))
    }

    /// What is white space, or may begin it, or is a control character.
    @inline(__always)
    fileprivate static func isUnlikelyInWords(_ block: Self) -> SIMDMask<SIMD16<Int8>> {
        (block .<= Self(repeating: 0x20)) .| mayBeginSpace(block)
    }
}

extension SIMDMask where Storage == SIMD16<Int8> {
    /// The standard library has no move-mask; two words of all ones and all zeros do as well.
    @inline(__always)
    fileprivate var firstIndex: Int? {
        let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
        if words[0] != 0 { return words[0].trailingZeroBitCount >> 3 }
        if words[1] != 0 { return 8 + words[1].trailingZeroBitCount >> 3 }
        return nil
    }
}
