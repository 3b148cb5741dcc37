/// A run of bytes: a part of the source where nothing had to be decoded, else of the side buffer of decoded bytes.
@usableFromInline
struct DataRange: BitwiseCopyable, Equatable, Sendable {
    /// The position of the first byte; in the side buffer where the highest bit is set.
    @usableFromInline var address: UInt32
    /// In bytes.
    @usableFromInline var length: UInt32

    @usableFromInline static let decodedBit: UInt32 = 0x8000_0000
    static let empty = DataRange(address: 0, length: 0)

    @inline(__always)
    init(address: UInt32, length: UInt32) {
        self.address = address
        self.length = length
    }

    /// A part of the side buffer.
    @inline(__always)
    init(decodedAt offset: Int, length: Int) {
        self.init(
            address: UInt32(truncatingIfNeeded: offset) | Self.decodedBit, length: UInt32(truncatingIfNeeded: length))
    }

    @inlinable var isDecoded: Bool { address & Self.decodedBit != 0 }
    @inlinable var offset: Int { Int(address & ~Self.decodedBit) }
    var end: UInt32 { address &+ length }
    var isEmpty: Bool { length == 0 }

    /// The range without its first `count` bytes.
    func dropFirst(_ count: Int) -> DataRange {
        DataRange(address: address &+ UInt32(count), length: length &- UInt32(count))
    }

    /// The first `count` bytes of the range.
    func prefix(_ count: Int) -> DataRange { DataRange(address: address, length: UInt32(count)) }
}
