package import Model

/// The reels with their segments: `GET /v1/reels`.
package struct ReelList: WireValue, Equatable {
    package var reels: [ReelReport]

    package init(reels: [ReelReport]) { self.reels = reels }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.array("reels", reels) { $0.writeMembers(to: &$1) }
    }
}

/// One reel in numbers, for the status.
package struct ReelSummary: Sendable, Equatable, Decodable {
    package var name: String
    package var segments: Int
    /// Bytes on disk.
    package var bytes: UInt64
    /// Where the next record will begin.
    package var endOffset: Offset
    /// Records appended since the daemon started; nil where that was not counted.
    package var records: Int?

    package init(name: String, segments: Int, bytes: UInt64, endOffset: Offset, records: Int?) {
        self.name = name
        self.segments = segments
        self.bytes = bytes
        self.endOffset = endOffset
        self.records = records
    }

    private enum CodingKeys: String, CodingKey {
        case name, segments, bytes, records
        case endOffset = "end_offset"
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("name", name)
        writer.member("segments", segments)
        writer.member("bytes", bytes)
        writer.member("end_offset", endOffset.rawValue)
        writer.optional("records", records)
    }
}

/// One reel and its files.
package struct ReelReport: Sendable, Equatable, Decodable {
    package var name: String
    package var directory: String
    package var bytes: UInt64
    package var endOffset: Offset
    package var segments: [SegmentReport]
    /// How long, and up to which size, records are kept: `30d`, `30d, 20GiB`, `forever`; nil where no daemon says.
    package var keeps: String?
    /// When the oldest record was appended; nil in an empty reel.
    package var oldest: WireTime?

    package init(
        name: String, directory: String, endOffset: Offset, segments: [SegmentReport], keeps: String? = nil,
        oldest: Timestamp? = nil
    ) {
        self.keeps = keeps
        self.oldest = oldest.map { WireTime($0) }
        self.name = name
        self.directory = directory
        self.bytes = segments.reduce(0) { $0 + $1.bytes }
        self.endOffset = endOffset
        self.segments = segments
    }

    private enum CodingKeys: String, CodingKey {
        case name, directory, bytes, segments, keeps, oldest
        case endOffset = "end_offset"
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("name", name)
        writer.member("directory", directory)
        writer.member("bytes", bytes)
        writer.member("end_offset", endOffset.rawValue)
        writer.optional("keeps", keeps)
        writer.optional("oldest", oldest)
        writer.array("segments", segments) { $0.writeMembers(to: &$1) }
    }
}

/// One segment of a reel.
package struct SegmentReport: Sendable, Equatable, Decodable {
    /// The file's name.
    package var file: String
    package var baseOffset: Offset
    package var bytes: UInt64
    /// Whether records are appended to it.
    package var isActive: Bool

    package init(file: String, baseOffset: Offset, bytes: UInt64, isActive: Bool) {
        self.file = file
        self.baseOffset = baseOffset
        self.bytes = bytes
        self.isActive = isActive
    }

    private enum CodingKeys: String, CodingKey {
        case file, bytes
        case baseOffset = "base_offset"
        case isActive = "active"
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("file", file)
        writer.member("base_offset", baseOffset.rawValue)
        writer.member("bytes", bytes)
        writer.member("active", isActive)
    }
}
