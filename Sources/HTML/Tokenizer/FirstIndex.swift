extension SIMDMask where Storage == SIMD16<Int8> {
    /// The first lane that is set; nil where none is.
    ///
    /// The standard library has no move-mask; two words of all ones and all zeros do as well.
    @inlinable @inline(__always)
    package var firstIndex: Int? {
        let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
        if words[0] != 0 { return words[0].trailingZeroBitCount >> 3 }
        if words[1] != 0 { return 8 + words[1].trailingZeroBitCount >> 3 }
        return nil
    }
}
