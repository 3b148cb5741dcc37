/// How a reel is written.
package struct ReelOptions: Sendable, Equatable {
    /// A record that would make the segment longer than this opens the next one, unless the segment is empty.
    package let maximumSegmentBytes: UInt64
    /// The first record appended when the segment's first record is this old opens the next segment.
    package let maximumSegmentAge: Duration
    /// The longest a record waits for others that are still being compressed before its group is written.
    package let commitInterval: Duration
    /// The compressed bytes that make a group full; a longer record is a group by itself. At most 16 MiB.
    package let commitBytes: Int

    package init(
        maximumSegmentBytes: UInt64 = 256 << 20, maximumSegmentAge: Duration = .seconds(86_400),
        commitInterval: Duration = .milliseconds(5), commitBytes: Int = 1 << 20
    ) {
        self.maximumSegmentBytes = maximumSegmentBytes
        self.maximumSegmentAge = maximumSegmentAge
        self.commitInterval = commitInterval
        self.commitBytes = min(max(commitBytes, 1), ReelOptions.maximumGroupBytes)
    }

    /// The most that can be written and not yet durable, apart from a single longer record; recovery checks as much.
    static let maximumGroupBytes = 16 << 20

    /// The longest record: both lengths of a member are 32-bit numbers, and ISA-L counts in signed ones.
    package static let maximumRecordBytes = Int(Int32.max) - (1 << 20)
}
