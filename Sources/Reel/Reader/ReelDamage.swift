package import Model

/// Why bytes of a segment are not a record.
package enum DamageCause: String, Sendable, Equatable {
    /// There is no member header, or its check does not hold.
    case badHeader = "bad header"
    /// The member runs past the segment's end.
    case cutShort = "cut short"
    /// The length in the header and in the trailer differ.
    case lengthMismatch = "length mismatch"
    /// The deflate stream is broken.
    case badDeflate = "bad deflate stream"
    /// The record's CRC-32 is another.
    case checksumMismatch = "checksum mismatch"
    /// A segment, or the end of one, is not there.
    case missing
}

/// A stretch of a reel that holds no readable record.
package struct ReelDamage: Sendable, Equatable, CustomStringConvertible {
    package let reel: ReelName
    /// The segment's file name; for missing bytes that of the segment before them.
    package let segment: String
    /// The first damaged byte of the segment's file.
    package let position: UInt64
    /// The logical address of that byte.
    package let offset: Offset
    /// How many bytes a reader skips.
    package let length: UInt64
    package let cause: DamageCause

    package var description: String {
        "reel \(reel), segment \(segment), position \(position): \(cause.rawValue), \(length) bytes skipped"
    }
}
