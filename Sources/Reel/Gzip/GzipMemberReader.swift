internal import Glibc
internal import Posix

/// A stretch of a file that is not what it should be.
package struct StreamDamage: Sendable, Equatable {
    /// The first damaged byte of the file, and how many are passed over.
    package let position: UInt64
    package let length: UInt64
    package let cause: DamageCause
}

/// Reads a file of gzip members as a stream of bytes with the members' borders in it; or a file that is not compressed.
///
/// Takes members with and without the `sl` field, of any length, in bounded memory. After damage it goes on at the next
/// member whose contents begin as the caller expects.
package final class GzipMemberReader {
    package enum Event: Sendable, Equatable {
        /// More bytes were appended to the buffer.
        case bytes
        /// A member is over, and its length and CRC-32 hold.
        case memberEnd
        /// Bytes were passed over; what was given of the member that they are in is not to be trusted.
        case damage(StreamDamage)
        case end
    }

    package let path: String
    /// Bytes of the file.
    package let size: UInt64
    /// The next byte of the file to be read.
    package private(set) var position: UInt64 = 0
    /// The first byte of the member that is being read, or was read last.
    package private(set) var memberStart: UInt64 = 0
    package let isCompressed: Bool
    private let window: ReadWindow
    private let inflater = StreamInflater()
    private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 64)
    private let prefix: [UInt8]
    private var isInside = false
    private var isFinished = false
    /// Bytes that were read in vain, in members that turned out to be damaged.
    private var wasted: UInt64 = 0

    private static let chunk = 256 << 10

    /// Opens a file; after damage, a member counts only if its contents begin with `prefix`.
    package init(path: String, resumingAt prefix: [UInt8]) throws(ReelError) {
        self.path = path
        self.prefix = prefix
        do {
            let file = try Descriptor.open(path, O_RDONLY)
            size = try file.size()
            window = ReadWindow(file, size: GzipMemberReader.chunk)
            let magic = try window.bytes(at: 0, count: 2)
            isCompressed = path.hasSuffix(".gz") || (magic.count == 2 && magic[0] == 0x1F && magic[1] == 0x8B)
        } catch {
            throw ReelError(.openFailed, reel: "", path: path, underlying: error)
        }
    }

    deinit { room.deallocate() }

    /// Appends up to 256 KiB to the buffer, or tells of a border, damage or the end.
    package func next(into buffer: inout [UInt8]) throws(ReelError) -> Event {
        do {
            guard isCompressed else { return try copy(into: &buffer) }
            if isFinished { return endMember() }
            if !isInside {
                guard position < size else { return .end }
                guard try begin(at: position) else { return try resume(.badHeader) }
            }
            return try inflate(into: &buffer)
        } catch {
            throw ReelError(.readFailed, reel: "", path: path, underlying: error)
        }
    }

    private func copy(into buffer: inout [UInt8]) throws(SystemError) -> Event {
        let bytes = try window.bytes(at: position, count: GzipMemberReader.chunk)
        guard !bytes.isEmpty else { return .end }
        buffer.append(contentsOf: bytes)
        position += UInt64(bytes.count)
        return .bytes
    }

    private func begin(at start: UInt64) throws(SystemError) -> Bool {
        memberStart = start
        guard let header = GzipHeader(try window.bytes(at: start, count: GzipHeader.maximumLength)) else {
            return false
        }
        position = start + UInt64(header.length)
        inflater.begin(hasTrailer: true)
        isInside = true
        return true
    }

    private func inflate(into buffer: inout [UInt8]) throws(SystemError) -> Event {
        let input = try window.bytes(at: position, count: GzipMemberReader.chunk / 4)
        let (taken, given, outcome) = inflater.inflate(input, into: room)
        position += UInt64(taken)
        if case .broken(let cause) = outcome { return try resume(cause) }
        buffer.append(contentsOf: room[..<given])
        switch outcome {
        case .finished:
            isFinished = true
            return given > 0 ? .bytes : endMember()
        case .goesOn, .broken:
            guard taken > 0 || given > 0 else { return try resume(.cutShort) }
            return .bytes
        }
    }

    private func endMember() -> Event {
        isFinished = false
        isInside = false
        return .memberEnd
    }

    /// Goes on at the next member that looks right, and tells what was passed over.
    private func resume(_ cause: DamageCause) throws(SystemError) -> Event {
        isInside = false
        let start = memberStart
        wasted += position - min(start, position)
        // A hostile file could make every byte begin a member that breaks at the file's end.
        let isHopeless = wasted > 8 * size
        let next = try nextMember(from: isHopeless ? max(position, start + 1) : start + 1)
        position = next ?? size
        memberStart = position
        return .damage(StreamDamage(position: start, length: position - start, cause: cause))
    }

    private func nextMember(from start: UInt64) throws(SystemError) -> UInt64? {
        var start = start
        while start + 18 <= size {
            let bytes = try window.bytes(at: start, count: GzipMemberReader.chunk)
            guard let hit = bytes.firstIndex(of: 0x1F) else {
                start += UInt64(bytes.count)
                continue
            }
            start += UInt64(hit)
            if try isMember(at: start) { return start }
            start += 1
        }
        return nil
    }

    private func isMember(at start: UInt64) throws(SystemError) -> Bool {
        let bytes = try window.bytes(at: start, count: 10)
        guard bytes.count == 10, bytes[1] == 0x8B, bytes[2] == 8, bytes[3] & 0xE0 == 0,
            let header = GzipHeader(try window.bytes(at: start, count: GzipHeader.maximumLength))
        else { return false }
        let input = try window.bytes(at: start + UInt64(header.length), count: 4096)
        inflater.begin(hasTrailer: true)
        var beginning = [UInt8](repeating: 0, count: prefix.count)
        let given = beginning.withUnsafeMutableBytes { inflater.inflate(input, into: $0).given }
        return given == prefix.count && beginning == prefix
    }
}
