internal import CISAL
internal import Glibc

/// Turns a record into a gzip member with ISA-L at level 1.
///
/// Owns about 400 KB of working memory, which is why it is kept and used again.
struct Compressor: ~Copyable {
    private let stream: UnsafeMutablePointer<isal_zstream>
    private let working: UnsafeMutablePointer<UInt8>

    init() {
        stream = .allocate(capacity: 1)
        working = .allocate(capacity: Int(cisal_level_1_bytes))
        // ISA-L's own initialisation leaves some fields as they were, the window's size among them.
        memset(stream, 0, MemoryLayout<isal_zstream>.size)
    }

    deinit {
        stream.deallocate()
        working.deallocate()
    }

    /// The member of a record, without the header's check; at most ``ReelOptions/maximumRecordBytes`` bytes.
    borrowing func member(of record: UnsafeRawBufferPointer, time: UInt32) -> [UInt8] {
        let room = Compressor.largestMember(of: record.count)
        return [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            let body = UnsafeMutableRawBufferPointer(rebasing: bytes[MemberHeader.count...])
            let length = deflate(record, into: body) ?? Compressor.store(record, into: body)
            count = MemberHeader.count + length + MemberHeader.trailerCount
            MemberHeader(time: time, memberLength: UInt32(count), recordLength: UInt32(record.count)).write(to: bytes)
            let trailer = MemberHeader.count + length
            bytes.storeBytes(of: Checksum.crc32(record).littleEndian, toByteOffset: trailer, as: UInt32.self)
            bytes.storeBytes(of: UInt32(record.count).littleEndian, toByteOffset: trailer + 4, as: UInt32.self)
        }
    }

    /// Stored blocks are the worst case: 5 bytes for each 65,535.
    private static func largestMember(of count: Int) -> Int {
        MemberHeader.count + count + 5 * (count / 65_535 + 2) + MemberHeader.trailerCount + 64
    }

    /// The deflate stream's length; nil where ISA-L found the room too small.
    private borrowing func deflate(_ record: UnsafeRawBufferPointer, into body: UnsafeMutableRawBufferPointer) -> Int? {
        isal_deflate_stateless_init(stream)
        stream.pointee.level = 1
        stream.pointee.level_buf = working
        stream.pointee.level_buf_size = cisal_level_1_bytes
        stream.pointee.end_of_stream = 1
        stream.pointee.flush = UInt16(NO_FLUSH)
        // ISA-L does not write to its input; the pointer is not const because C's API says so.
        let source = record.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.next_in = source.map { UnsafeMutablePointer(mutating: $0) }
        stream.pointee.avail_in = UInt32(record.count)
        stream.pointee.next_out = body.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(body.count)
        guard isal_deflate_stateless(stream) == COMP_OK else { return nil }
        return Int(stream.pointee.total_out)
    }

    /// Stored blocks (RFC 1951 section 3.2.4), which need no working memory and cannot fail.
    private static func store(_ record: UnsafeRawBufferPointer, into body: UnsafeMutableRawBufferPointer) -> Int {
        var length = 0
        var rest = record[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let size = UInt16(block.count)
            body[length] = rest.isEmpty ? 1 : 0
            body.storeBytes(of: size.littleEndian, toByteOffset: length + 1, as: UInt16.self)
            body.storeBytes(of: (~size).littleEndian, toByteOffset: length + 3, as: UInt16.self)
            UnsafeMutableRawBufferPointer(rebasing: body[(length + 5)...]).copyBytes(from: block)
            length += 5 + block.count
        } while !rest.isEmpty
        return length
    }
}
