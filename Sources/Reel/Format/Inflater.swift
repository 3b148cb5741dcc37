internal import CISAL
internal import Glibc

/// Takes a member of a reel apart and proves it: deflate stream, length, CRC-32.
struct Inflater: ~Copyable {
    private let state: UnsafeMutablePointer<inflate_state>

    init() {
        state = .allocate(capacity: 1)
        memset(state, 0, MemoryLayout<inflate_state>.size)
    }

    deinit { state.deallocate() }

    /// Inflates a whole member into a buffer of exactly the record's length; the cause where it does not check.
    borrowing func inflate(
        _ member: UnsafeRawBufferPointer, _ header: MemberHeader, into record: UnsafeMutableRawBufferPointer
    ) -> DamageCause? {
        let trailer = member.count - MemberHeader.trailerCount
        guard load(member, trailer + 4) == header.recordLength else { return .lengthMismatch }
        let body = UnsafeRawBufferPointer(rebasing: member[MemberHeader.count..<trailer])
        guard inflate(body, into: record) else { return .badDeflate }
        guard load(member, trailer) == Checksum.crc32(UnsafeRawBufferPointer(record)) else { return .checksumMismatch }
        return nil
    }

    private borrowing func inflate(
        _ body: UnsafeRawBufferPointer, into record: UnsafeMutableRawBufferPointer
    ) -> Bool {
        isal_inflate_init(state)
        state.pointee.crc_flag = UInt32(ISAL_DEFLATE)
        // ISA-L does not write to its input; the pointer is not const because C's API says so.
        let source = body.baseAddress?.assumingMemoryBound(to: UInt8.self)
        state.pointee.next_in = source.map { UnsafeMutablePointer(mutating: $0) }
        state.pointee.avail_in = UInt32(body.count)
        state.pointee.next_out = record.baseAddress?.assumingMemoryBound(to: UInt8.self)
        state.pointee.avail_out = UInt32(record.count)
        return isal_inflate_stateless(state) == ISAL_DECOMP_OK
            && state.pointee.total_out == UInt32(record.count) && state.pointee.avail_in == 0
    }
}
