/// Writes scalar values as UTF-8 into memory that its maker has made large enough.
@usableFromInline
package struct ScalarWriter {
    @usableFromInline let out: UnsafeMutableBufferPointer<UInt8>
    @usableFromInline var end = 0

    /// How many bytes are written.
    @inlinable
    package var count: Int { end }

    @inlinable
    package init(_ out: UnsafeMutableBufferPointer<UInt8>) { self.out = out }

    /// Writes one scalar value, below 0x110000 and no surrogate: one to four bytes.
    @inlinable
    @inline(__always)
    package mutating func put(_ scalar: UInt32) {
        if scalar < 0x80 {
            put(byte: UInt8(truncatingIfNeeded: scalar))
        } else {
            putLong(scalar)
        }
    }

    /// Writes a byte of a scalar value that is there as UTF-8 already.
    @inlinable
    @inline(__always)
    package mutating func put(byte: UInt8) {
        out[end] = byte
        end += 1
    }

    @inlinable
    @inline(__always)
    mutating func putLong(_ scalar: UInt32) {
        if scalar < 0x800 {
            put(byte: 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
        } else {
            if scalar < 0x10000 {
                put(byte: 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            } else {
                put(byte: 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
                putTail(scalar >> 12)
            }
            putTail(scalar >> 6)
        }
        putTail(scalar)
    }

    @inlinable
    @inline(__always)
    mutating func putTail(_ bits: UInt32) {
        put(byte: 0x80 | UInt8(truncatingIfNeeded: bits) & 0x3F)
    }
}
