internal import HTML

extension UnsafeBufferPointer where Element == UInt8 {
    private typealias Block = SIMD16<UInt8>

    /// Where white space stands, at or after the position, that is more than one blank between two words; the end where none does.
    func endOfWords(from start: Int) -> Int {
        var end = passWords(from: start)
        while end < count, !endsWords(at: end) { end = passWords(from: end + 1) }
        return end
    }

    @inline(__always)
    private func endsWords(at position: Int) -> Bool {
        let byte = self[position]
        if byte == 0x20 { return position + 1 == count || spaceLength(at: position + 1) > 0 }
        return byte < 0x20 || byte >= 0xC0 && Scalars.mayBeginSpace(byte) && spaceLength(at: position) > 0
    }

    /// Passes over bytes at which words do not end, sixteen at a time as long as there are so many, and one behind them.
    @inline(__always)
    private func passWords(from start: Int) -> Int {
        guard let base = UnsafeRawPointer(baseAddress) else { return start }
        var position = start
        while position + 17 <= count {
            let block = (base + position).loadUnaligned(as: Block.self)
            let next = (base + position + 1).loadUnaligned(as: Block.self)
            let blank = (block .== Block(repeating: 0x20)) .& Block.isUnlikelyInWords(next)
            let found = blank .| (block .< Block(repeating: 0x20)) .| Block.mayBeginSpace(block)
            if let index = found.firstIndex { return position + index }
            position += 16
        }
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
