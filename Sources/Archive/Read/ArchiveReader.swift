internal import Reel

/// What a web archive holds: a record, or bytes that are none.
package enum ArchiveItem: Sendable, Equatable {
    /// A record, and the position in the file where it or its gzip member begins.
    case record(WARCRecord, position: UInt64)
    case damage(ArchiveDamage)
}

/// A stretch of an archive without a readable record.
package struct ArchiveDamage: Sendable, Equatable, CustomStringConvertible {
    package let path: String
    /// Where it begins, in the file's bytes as they are (compressed ones count as compressed).
    package let position: UInt64
    package let reason: String

    package var description: String { "\(path), position \(position): \(reason)" }
}

/// Reads `.warc` and `.warc.gz` files of any origin, one record after another, in bounded memory.
///
/// A compressed record must end in the gzip member it began in, and is given only when that member has checked, unless more
/// records follow in it. After damage reading goes on at the next member, or at the next line that begins a record.
package final class ArchiveReader {
    private let source: GzipMemberReader
    private let maximumBlockBytes: Int
    /// Inflated bytes; those before `start` are used up.
    private var buffer: [UInt8] = []
    private var start = 0
    /// The file's position of `buffer[0]` where the file is not compressed.
    private var bufferPosition: UInt64 = 0
    private var isAtMemberEnd = false
    private var isAtEnd = false
    private var pending: ArchiveDamage?

    private static let versionLine = Array("WARC/".utf8)

    /// Opens a file; blocks longer than `maximumBlockBytes` are passed over, and their records given without them.
    package init(path: String, maximumBlockBytes: Int = 64 << 20) throws(ArchiveError) {
        self.maximumBlockBytes = maximumBlockBytes
        do {
            source = try GzipMemberReader(path: path, resumingAt: ArchiveReader.versionLine)
        } catch {
            throw ArchiveError(.unreadable, path: path, underlying: error)
        }
    }

    /// Bytes of the file, and how many of them have been read, for a progress bar.
    package var size: UInt64 { source.size }
    package var position: UInt64 { source.position }

    /// The next record or damage; nil at the end.
    package func next() throws(ArchiveError) -> ArchiveItem? {
        do {
            return try item()
        } catch {
            throw ArchiveError(.unreadable, path: source.path, underlying: error)
        }
    }

    private func item() throws(ReelError) -> ArchiveItem? {
        guard try skipToRecord() else { return takePending() }
        let position = here
        var length: Int?
        while length == nil {
            length = HeadParser.end(of: buffer[start...])
            if length == nil {
                guard buffer.count - start < HeadParser.maximumLength, try more() else {
                    // No head in there ends; only one that begins at the far end of what may be longer could.
                    let isLonger = buffer.count - start >= HeadParser.maximumLength
                    drop(isLonger ? HeadParser.maximumLength - (64 << 10) : buffer.count - start)
                    return try damage(position, "a head without end")
                }
            }
        }
        guard let head = WARCHead(buffer[start...]) else { return try damage(position, "no version line") }
        guard let blockLength = head.blockLength else { return try damage(position, "no usable Content-Length") }
        return try record(head, blockLength, position)
    }

    private func record(_ head: WARCHead, _ length: UInt64, _ position: UInt64) throws(ReelError) -> ArchiveItem {
        if !source.isCompressed, length > source.size - min(source.size, here + UInt64(head.length)) {
            return try damage(position, "Content-Length \(length) goes beyond the file")
        }
        guard length <= UInt64(maximumBlockBytes) else { return try longRecord(head, length, position) }
        let end = head.length + Int(length)
        while buffer.count - start < end {
            guard try more() else { return try damage(position, "the block is cut short") }
        }
        guard let blank = try lineEnds(after: end) else {
            return try damage(position, "the block does not end where it should")
        }
        let block = Array(buffer[start + head.length..<start + end])
        drop(end + blank)
        return .record(WARCRecord(fields: head.fields, block: block, blockLength: length), position: position)
    }

    /// A record whose block is passed over piece by piece.
    private func longRecord(_ head: WARCHead, _ length: UInt64, _ position: UInt64) throws(ReelError) -> ArchiveItem {
        drop(head.length)
        var left = length
        while left > 0 {
            if start == buffer.count { guard try more() else { return try damage(position, "the block is cut short") } }
            let count = Int(min(left, UInt64(buffer.count - start)))
            drop(count)
            left -= UInt64(count)
        }
        guard let blank = try lineEnds(after: 0) else {
            return try damage(position, "the block does not end where it should")
        }
        drop(blank)
        return .record(WARCRecord(fields: head.fields, block: [], blockLength: length), position: position)
    }

    /// How many bytes of line ends follow so many bytes; nil where anything else but the next record does, or damage.
    private func lineEnds(after length: Int) throws(ReelError) -> Int? {
        while buffer.count - start < length + 5 { guard try more() else { break } }
        guard pending == nil else { return nil }
        let rest = buffer[(start + length)...].prefix(5)
        let blank = rest.prefix { $0 == 13 || $0 == 10 }
        // At the end of a file or member the line ends may be missing: the block is whole all the same.
        if blank.count == rest.count { return blank.count }
        let isRecordNext = rest[rest.startIndex + blank.count] == UInt8(ascii: "W")
        return isRecordNext && blank.count(where: { $0 == 10 }) >= 2 ? blank.count : nil
    }

    /// Moves to the first byte of a record, over line ends; false at the end, or where there was damage first.
    private func skipToRecord() throws(ReelError) -> Bool {
        while pending == nil {
            while start < buffer.count, buffer[start] == 13 || buffer[start] == 10 { drop(1) }
            if start < buffer.count { return true }
            if isAtEnd { return false }
            isAtMemberEnd = false
            _ = try more()
        }
        return false
    }
}

extension ArchiveReader {
    /// The file's position of the next byte, or of its member.
    private var here: UInt64 { source.isCompressed ? source.memberStart : bufferPosition + UInt64(start) }

    /// Uses bytes up, and now and then forgets them.
    private func drop(_ count: Int) {
        start += count
        guard start == buffer.count || start > max(1 << 20, buffer.count / 2) else { return }
        bufferPosition += UInt64(start)
        buffer.removeFirst(start)
        start = 0
    }

    /// Reads on; false at the end of the member or of the file, and after damage.
    private func more() throws(ReelError) -> Bool {
        guard !isAtMemberEnd, !isAtEnd, pending == nil else { return false }
        switch try source.next(into: &buffer) {
        case .bytes: return true
        case .memberEnd: isAtMemberEnd = true
        case .end: isAtEnd = true
        case .damage(let damage):
            buffer = []
            start = 0
            pending = ArchiveDamage(
                path: source.path, position: damage.position,
                reason: "\(damage.cause.rawValue), \(damage.length) bytes skipped")
        }
        return false
    }

    private func takePending() -> ArchiveItem? {
        defer { pending = nil }
        return pending.map { .damage($0) }
    }

    /// Tells damage and moves on to the next record; the damage of the member itself has the first word.
    private func damage(_ position: UInt64, _ reason: String) throws(ReelError) -> ArchiveItem {
        if let damage = takePending() { return damage }
        try resume()
        _ = takePending()
        return .damage(ArchiveDamage(path: source.path, position: position, reason: reason))
    }

    /// Looks for the next line that begins a record, or for the next member.
    private func resume() throws(ReelError) {
        if start < buffer.count { drop(1) }
        while true {
            if let found = nextVersionLine() { return drop(found) }
            // What may be the beginning of a version line stays.
            drop(max(0, buffer.count - start - ArchiveReader.versionLine.count))
            guard try more() else { return drop(buffer.count - start) }
        }
    }

    /// How far away the next `WARC/` after a line feed is.
    private func nextVersionLine() -> Int? {
        var index = start
        let wanted = ArchiveReader.versionLine
        while let line = buffer[index...].firstIndex(of: 10) {
            index = line + 1
            if buffer[index...].starts(with: wanted) { return index - start }
        }
        return nil
    }
}
