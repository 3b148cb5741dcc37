internal import CDeflate

/// Takes a member of a reel apart and proves it: deflate stream, length, CRC-32.
///
/// With libdeflate, which inflates small records half as fast again as ISA-L does.
struct Inflater: ~Copyable {
    private let decompressor = cdeflate_decompressor()

    deinit { libdeflate_free_decompressor(decompressor) }

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
        var (read, written) = (0, 0)
        // An empty record has no buffer; C wants an address all the same.
        var nothing: UInt8 = 0
        let result = withUnsafeMutablePointer(to: &nothing) { nothing in
            libdeflate_deflate_decompress_ex(
                decompressor, body.baseAddress, body.count, record.baseAddress ?? UnsafeMutableRawPointer(nothing),
                record.count, &read, &written)
        }
        return result == LIBDEFLATE_SUCCESS && read == body.count && written == record.count
    }
}
