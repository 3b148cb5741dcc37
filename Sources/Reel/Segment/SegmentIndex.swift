internal import Glibc
internal import Model
internal import Posix

/// The index of a sealed segment: how many records it has, and at which times and positions some of them stand.
///
/// Lives beside the segment in `<base offset>.index`, as lines of text with a CRC-32 at the end. It is derived: where it is
/// missing or does not fit its segment, a reader scans instead and a writer makes it anew.
struct SegmentIndex: Sendable, Equatable {
    struct Entry: Sendable, Equatable {
        let position: UInt64
        let time: UInt32
    }

    private(set) var entries: [Entry] = []
    private(set) var records: UInt64 = 0
    private(set) var lastTime: UInt32 = 0
    private(set) var size: UInt64 = 0

    /// At most one entry for so many bytes of the segment.
    private static let grain: UInt64 = 1 << 20

    /// Takes in the next member.
    mutating func add(position: UInt64, _ header: MemberHeader) {
        guard !header.isFilling else { return skip(to: position + UInt64(header.memberLength)) }
        records += 1
        lastTime = max(lastTime, header.time)
        size = position + UInt64(header.memberLength)
        if let last = entries.last, position - last.position < SegmentIndex.grain { return }
        entries.append(Entry(position: position, time: lastTime))
    }

    /// Takes in damage, which counts for the size alone.
    mutating func skip(to position: UInt64) { size = position }

    /// A position before which every record is older than a time.
    func position(before time: UInt32) -> UInt64 { entries.last { $0.time < time }?.position ?? 0 }

    /// The index of a segment: the one beside it, or where that does not fit a new one.
    static func load(_ segment: Segment, of location: ReelLocation) throws(ReelError) -> SegmentIndex {
        if let index = read(location.indexPath(of: segment.base), of: segment) { return index }
        return try build(segment, reel: location.name)
    }

    /// The index of a segment, made by walking through its headers.
    static func build(_ segment: Segment, reel: ReelName) throws(ReelError) -> SegmentIndex {
        let scanner = try SegmentScanner(segment, reel: reel)
        var index = SegmentIndex()
        while true {
            switch try scanner.next() {
            case .member(let member): index.add(position: member.position, member.header)
            case .damage(let damage): index.skip(to: damage.position + damage.length)
            case .torn, .end: return index
            }
        }
    }

    /// Writes the index whole or not at all: beside its place first, then renamed.
    func write(to path: String) throws(SystemError) {
        let file = try Descriptor.open(path + ".new", O_WRONLY | O_CREAT | O_TRUNC)
        try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(SystemError) in
            try file.writeAll(UnsafeRawBufferPointer(bytes), at: 0)
        }
        try Directory.rename(path + ".new", to: path)
    }

    /// Reads an index; nil where there is none that is whole and fits the segment.
    static func read(_ path: String, of segment: Segment) -> SegmentIndex? {
        guard let text = contents(of: path), let index = SegmentIndex(text: text), index.size == segment.size else {
            return nil
        }
        return index
    }

    private static func contents(of path: String) -> String? {
        do {
            let file = try Descriptor.open(path, O_RDONLY)
            var bytes = [UInt8](repeating: 0, count: Int(min(try file.size(), 64 << 20)))
            _ = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(SystemError) in
                try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
            }
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            // An index that cannot be read is as good as none; the segment itself is what counts.
            return nil
        }
    }
}

extension SegmentIndex {
    /// The lines: a title, the totals, position and time of each entry, the CRC-32 of all that.
    var text: String {
        var text = "newsreel segment index 1\n\(size) \(records) \(lastTime)\n"
        for entry in entries { text += "\(entry.position) \(entry.time)\n" }
        return text + "crc32 \(SegmentIndex.checksum(text))\n"
    }

    /// Reads the lines; nil where the checksum or anything else does not hold.
    init?(text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, lines.removeLast().isEmpty, let last = lines.popLast() else { return nil }
        let body = lines.joined(separator: "\n") + "\n"
        guard last == "crc32 \(SegmentIndex.checksum(body))", lines.removeFirst() == "newsreel segment index 1" else {
            return nil
        }
        let totals = lines.removeFirst().split(separator: " ")
        guard totals.count == 3, let size = UInt64(totals[0]), let records = UInt64(totals[1]),
            let lastTime = UInt32(totals[2])
        else { return nil }
        self.size = size
        self.records = records
        self.lastTime = lastTime
        for line in lines {
            let numbers = line.split(separator: " ")
            guard numbers.count == 2, let position = UInt64(numbers[0]), let time = UInt32(numbers[1]) else {
                return nil
            }
            entries.append(Entry(position: position, time: time))
        }
    }

    private static func checksum(_ text: String) -> String {
        var text = text
        let sum = text.withUTF8 { Checksum.crc32(UnsafeRawBufferPointer($0)) }
        return Hexadecimal.encode(withUnsafeBytes(of: sum.bigEndian) { Array($0) })
    }
}
