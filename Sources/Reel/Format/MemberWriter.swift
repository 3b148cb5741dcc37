package import Model

/// Makes the members of a file that a reel's first segment could be: every record a gzip member with its lengths and its place.
package final class MemberWriter {
    private let compressor = Compressor()
    /// Bytes of the members made so far: the position of the next.
    package private(set) var end: UInt64 = 0

    package init() {}

    /// The next member.
    package func member(of record: [UInt8], time: Timestamp) -> [UInt8] {
        let seconds = UInt32(clamping: time.secondsSinceEpoch)
        var member = record.withUnsafeBytes { compressor.member(of: $0, time: seconds) }
        member.withUnsafeMutableBytes { MemberHeader.seal($0, at: Offset(rawValue: end)) }
        end += UInt64(member.count)
        return member
    }
}
