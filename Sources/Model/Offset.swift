/// The logical address of a record in its reel: the segment's base offset plus the record's position in the file.
///
/// Stable for ever and monotonic within a reel. A position is a byte in a file; an offset is not.
package struct Offset: RawRepresentable, Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// The logical byte address.
    package let rawValue: UInt64

    package init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The offset of a reel's first record.
    package static let zero = Offset(rawValue: 0)

    package var description: String { String(rawValue) }

    package static func < (left: Offset, right: Offset) -> Bool { left.rawValue < right.rawValue }
}
