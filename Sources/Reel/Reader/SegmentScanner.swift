internal import Glibc
internal import Model
internal import Posix

/// Walks through one segment, member by member, and finds the next one after damage.
///
/// It moves by the lengths in the members' checked headers; only ``record(_:)`` and ``verify(_:)`` inflate.
final class SegmentScanner {
    /// A member whose header checks.
    struct Member {
        let position: UInt64
        let header: MemberHeader
        var end: UInt64 { position + UInt64(header.memberLength) }
    }

    enum Step {
        case member(Member)
        case damage(ReelDamage)
        /// Nothing that checks follows in the last segment: a write that is under way, or was torn.
        case torn(ReelDamage)
        case end
    }

    let segment: Segment
    private let reel: ReelName
    private let window: ReadWindow
    private let inflater = Inflater()
    /// Where the next step begins.
    private(set) var position: UInt64
    /// The end of what belongs to the segment; grows while the segment is written.
    var limit: UInt64 {
        didSet { window.invalidate() }
    }
    /// Whether later bytes may still come.
    var isLast: Bool

    init(_ segment: Segment, reel: ReelName, from position: UInt64 = 0) throws(ReelError) {
        self.segment = segment
        self.reel = reel
        self.position = position
        limit = segment.size
        isLast = segment.isLast
        do {
            window = ReadWindow(try Descriptor.open(segment.path, O_RDONLY))
        } catch {
            throw ReelError(.openFailed, reel: reel.rawValue, path: segment.path, underlying: error)
        }
    }

    /// The next member or damage; moves behind it, but not behind a torn end.
    func next() throws(ReelError) -> Step {
        guard position < limit else { return .end }
        do {
            if let member = try member(at: position) {
                guard member.end <= limit else { return try resume(.cutShort) }
                position = member.end
                return .member(member)
            }
            return try resume(limit - position < UInt64(MemberHeader.count) ? .cutShort : .badHeader)
        } catch {
            throw readFailed(error)
        }
    }

    /// The member's record; nil and the damage where it does not check.
    func record(_ member: Member) throws(ReelError) -> (bytes: [UInt8], damage: ReelDamage?) {
        let source = try bytes(of: member)
        guard isPlausible(member, source) else { return ([], damage(member, .lengthMismatch)) }
        var cause: DamageCause?
        let record = [UInt8](unsafeUninitializedCapacity: Int(member.header.recordLength)) { buffer, count in
            let room = UnsafeMutableRawBufferPointer(buffer)
            cause = inflater.inflate(
                source, member.header, into: .init(rebasing: room[..<Int(member.header.recordLength)]))
            count = cause == nil ? Int(member.header.recordLength) : 0
        }
        return (record, cause.map { damage(member, $0) })
    }

    /// Proves a member without keeping its record; `room` is used again from call to call.
    func verify(_ member: Member, room: inout [UInt8]) throws(ReelError) -> ReelDamage? {
        let source = try bytes(of: member)
        guard isPlausible(member, source) else { return damage(member, .lengthMismatch) }
        let length = Int(member.header.recordLength)
        if room.count < length { room = [UInt8](repeating: 0, count: length) }
        let cause = room.withUnsafeMutableBytes { buffer in
            inflater.inflate(source, member.header, into: .init(rebasing: buffer[..<length]))
        }
        return cause.map { damage(member, $0) }
    }

    /// Moves to a position from which the next step is to begin.
    func seek(to position: UInt64) { self.position = position }

    /// The first position from `start` on that has a checked header; nil where there is none before the limit.
    func firstHeader(from start: UInt64) throws(SystemError) -> UInt64? {
        var start = start
        let stretch = 1 << 20
        while start + UInt64(MemberHeader.count) <= limit {
            let bytes = try window.bytes(at: start, count: Int(min(UInt64(stretch), limit - start)))
            guard bytes.count >= MemberHeader.count else { return nil }
            if let found = header(in: bytes, at: start) { return start + UInt64(found) }
            start += UInt64(bytes.count - MemberHeader.count + 1)
        }
        return nil
    }

    private func header(in bytes: UnsafeRawBufferPointer, at start: UInt64) -> Int? {
        var index = 0
        let last = bytes.count - MemberHeader.count
        while index <= last {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[index...(last + MemberHeader.count - 1)])
            guard let base = rest.baseAddress, let hit = memchr(base, 0x1F, last - index + 1) else { return nil }
            index += UnsafeRawPointer(hit) - base
            let candidate = UnsafeRawBufferPointer(rebasing: bytes[index..<index + MemberHeader.count])
            if MemberHeader(candidate, at: offset(of: start + UInt64(index))) != nil { return index }
            index += 1
        }
        return nil
    }

    private func member(at position: UInt64) throws(SystemError) -> Member? {
        guard limit - position >= UInt64(MemberHeader.count) else { return nil }
        let bytes = try window.bytes(at: position, count: MemberHeader.count)
        return MemberHeader(bytes, at: offset(of: position)).map { Member(position: position, header: $0) }
    }

    private func resume(_ cause: DamageCause) throws(SystemError) -> Step {
        let start = position
        if let next = try firstHeader(from: start + 1) {
            position = next
            return .damage(damage(at: start, next - start, cause))
        }
        let rest = damage(at: start, limit - start, cause)
        if isLast { return .torn(rest) }
        position = limit
        return .damage(rest)
    }

    private func bytes(of member: Member) throws(ReelError) -> UnsafeRawBufferPointer {
        do {
            return try window.bytes(at: member.position, count: Int(member.header.memberLength))
        } catch {
            throw readFailed(error)
        }
    }

    /// A whole member whose length could have come out of it: deflate makes at most 1032 bytes of one.
    private func isPlausible(_ member: Member, _ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count == Int(member.header.memberLength)
            && UInt64(member.header.recordLength) <= 1032 * UInt64(member.header.memberLength)
    }

    private func offset(of position: UInt64) -> Offset { Offset(rawValue: segment.base.rawValue + position) }

    private func damage(_ member: Member, _ cause: DamageCause) -> ReelDamage {
        damage(at: member.position, UInt64(member.header.memberLength), cause)
    }

    func damage(at position: UInt64, _ length: UInt64, _ cause: DamageCause) -> ReelDamage {
        ReelDamage(
            reel: reel, segment: segment.name, position: position, offset: offset(of: position), length: length,
            cause: cause)
    }

    private func readFailed(_ error: SystemError) -> ReelError {
        ReelError(.readFailed, reel: reel.rawValue, path: segment.path, underlying: error)
    }
}
