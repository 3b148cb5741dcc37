/// Reads the scalar values of valid UTF-8, as strings hold it.
@usableFromInline
package struct ScalarReader {
    @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
    @usableFromInline var place = 0

    /// Where the next scalar value begins.
    @inlinable
    package var position: Int { place }

    @inlinable
    package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The next scalar value; nil at the end.
    @inlinable
    @inline(__always)
    package mutating func next() -> UInt32? {
        guard place < bytes.count else { return nil }
        let first = bytes[place]
        place += 1
        return first < 0x80 ? UInt32(first) : rest(UInt32(first))
    }

    @inlinable
    @inline(__always)
    mutating func rest(_ first: UInt32) -> UInt32 {
        if first >= 0xF0 { return take(take(take(first & 0x07))) }
        if first >= 0xE0 { return take(take(first & 0x0F)) }
        return take(first & 0x1F)
    }

    @inlinable
    @inline(__always)
    mutating func take(_ value: UInt32) -> UInt32 {
        let byte = bytes[place]
        place += 1
        return value << 6 | UInt32(byte & 0x3F)
    }
}
