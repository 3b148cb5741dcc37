internal import Glibc
internal import Model
internal import Posix

/// The segment that is being written, and how far it is acknowledged.
struct ActiveSegment: Sendable {
    let base: Offset
    let path: String
    private let file: any SegmentFile
    /// The first byte that is not acknowledged.
    private(set) var position: UInt64
    /// When the first record was appended, in seconds since 1970; nil in an empty segment.
    private(set) var firstTime: UInt32?
    private(set) var index: SegmentIndex

    /// Goes on with a segment that recovery looked at.
    init(_ segment: RecoveredSegment, _ location: ReelLocation, _ open: SegmentOpener) throws(SystemError) {
        base = segment.base
        path = location.path(of: base)
        position = segment.size
        firstTime = segment.index.entries.first?.time
        index = segment.index
        file = try open(path, O_RDWR)
        try file.truncate(to: position)
        // What a process that was killed left may be in memory only; readers are about to build on it.
        try file.synchronize()
    }

    /// Makes a segment, and makes its directory entry durable.
    init(newAt base: Offset, _ location: ReelLocation, _ open: SegmentOpener) throws(SystemError) {
        self.base = base
        path = location.path(of: base)
        position = 0
        index = SegmentIndex()
        file = try open(path, O_RDWR | O_CREAT | O_EXCL)
        do {
            try Directory.synchronize(location.directory)
        } catch {
            // The name must be free for the next attempt.
            try Directory.removeFile(path)
            throw error
        }
    }

    /// The offset of the next record.
    var end: Offset { Offset(rawValue: base.rawValue + position) }

    /// Whether so many bytes more would make the segment longer than it may be.
    func isExceeded(by length: Int, _ options: ReelOptions) -> Bool {
        position + UInt64(length) > options.maximumSegmentBytes
    }

    /// Whether the first record is as old as it may be.
    func isOld(at now: Timestamp, _ options: ReelOptions) -> Bool {
        guard let firstTime else { return false }
        return Timestamp(secondsSinceEpoch: Int64(firstTime)).duration(to: now) >= options.maximumSegmentAge
    }

    /// Writes a group of whole members behind the acknowledged end.
    func write(_ group: [UInt8]) throws(SystemError) {
        try group.withUnsafeBufferPointer { (bytes) throws(SystemError) in
            try file.write(UnsafeRawBufferPointer(bytes), at: position)
        }
    }

    func synchronize() throws(SystemError) { try file.synchronize() }

    /// Cuts off what was written and not acknowledged.
    func cut() throws(SystemError) { try file.truncate(to: position) }

    /// Takes in a durable group, of members whose headers are given with their positions.
    mutating func acknowledge(_ members: [(position: UInt64, header: MemberHeader)]) {
        for member in members {
            if firstTime == nil { firstTime = member.header.time }
            index.add(position: member.position, member.header)
        }
        position = index.size
    }
}
