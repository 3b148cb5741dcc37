/// Finds the next byte of a small set, sixteen bytes at a time. Every scan stops at NUL, which lies behind the source's end.
enum Scan {
    private typealias Block = SIMD16<UInt8>

    /// The first NUL, `first` or `second` at or behind `start`.
    @inline(__always)
    static func next(
        _ first: UInt8, _ second: UInt8, from start: UnsafePointer<UInt8>
    ) -> UnsafePointer<UInt8> {
        var position = start
        let firsts = Block(repeating: first)
        let seconds = Block(repeating: second)
        let zeros = Block(repeating: 0)
        while true {
            let block = UnsafeRawPointer(position).loadUnaligned(as: Block.self)
            let found = (block .== firsts) .| (block .== seconds) .| (block .== zeros)
            if let index = firstIndex(found) { return position + index }
            position += 16
        }
    }

    /// The first NUL or `byte` at or behind `start`.
    @inline(__always)
    static func next(_ byte: UInt8, from start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var position = start
        let bytes = Block(repeating: byte)
        let zeros = Block(repeating: 0)
        while true {
            let block = UnsafeRawPointer(position).loadUnaligned(as: Block.self)
            if let index = firstIndex((block .== bytes) .| (block .== zeros)) { return position + index }
            position += 16
        }
    }

    /// The standard library has no move-mask; two words of all ones and all zeros do as well.
    @inline(__always)
    private static func firstIndex(_ mask: SIMDMask<SIMD16<Int8>>) -> Int? {
        let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        if words[0] != 0 { return words[0].trailingZeroBitCount >> 3 }
        if words[1] != 0 { return 8 + words[1].trailingZeroBitCount >> 3 }
        return nil
    }
}
