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
            if let index = found.firstIndex { return position + index }
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
            if let index = ((block .== bytes) .| (block .== zeros)).firstIndex { return position + index }
            position += 16
        }
    }
}
