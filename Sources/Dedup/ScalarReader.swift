/// Reads the scalar values of valid UTF-8, as strings hold it.
struct ScalarReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The next scalar value; nil at the end.
    @inline(__always)
    mutating func next() -> UInt32? {
        guard position < bytes.count else { return nil }
        let first = bytes[position]
        position += 1
        return first < 0x80 ? UInt32(first) : rest(UInt32(first))
    }

    @inline(__always)
    private mutating func rest(_ first: UInt32) -> UInt32 {
        if first >= 0xF0 { return take(take(take(first & 0x07))) }
        if first >= 0xE0 { return take(take(first & 0x0F)) }
        return take(first & 0x1F)
    }

    @inline(__always)
    private mutating func take(_ value: UInt32) -> UInt32 {
        let byte = bytes[position]
        position += 1
        return value << 6 | UInt32(byte & 0x3F)
    }
}
