internal import CISAL
internal import Model

/// The 32 bytes that open each member of a reel: a gzip header whose extra field holds the member's lengths and a check.
///
/// The check is the CRC-32 of the record's offset (64 bits, little-endian) and of the 28 bytes before it. A header
/// therefore proves its lengths, its time and its place: bytes of another reel inside a record are not taken for a
/// record when a reader looks for the next one after damage. RFC 1952 section 2.3; docs/reel-format.md.
struct MemberHeader: Equatable {
    /// When the record was compressed, in seconds since 1970 (gzip's MTIME).
    let time: UInt32
    /// Bytes of the whole member, header and trailer included.
    let memberLength: UInt32
    /// Bytes of the record.
    let recordLength: UInt32

    static let count = 32
    static let trailerCount = 8
    /// The shortest deflate stream, an empty block, has two bytes.
    private static let minimumMemberLength = UInt32(count + trailerCount + 2)

    init(time: UInt32, memberLength: UInt32, recordLength: UInt32) {
        self.time = time
        self.memberLength = memberLength
        self.recordLength = recordLength
    }

    /// Reads a header; nil unless every byte is as it must be at that offset.
    init?(_ bytes: UnsafeRawBufferPointer, at offset: Offset) {
        guard bytes.count >= MemberHeader.count, MemberHeader.hasSignature(bytes),
            load(bytes, 28) == MemberHeader.check(bytes, at: offset)
        else { return nil }
        time = load(bytes, 4)
        memberLength = load(bytes, 16)
        recordLength = load(bytes, 20)
        guard memberLength >= MemberHeader.minimumMemberLength else { return nil }
    }

    /// Writes everything but the check, which ``seal(_:at:)`` adds when the offset is known.
    func write(to bytes: UnsafeMutableRawBufferPointer) {
        bytes.storeBytes(of: UInt32(0x0408_8B1F).littleEndian, toByteOffset: 0, as: UInt32.self)
        bytes.storeBytes(of: time.littleEndian, toByteOffset: 4, as: UInt32.self)
        bytes.storeBytes(of: UInt32(0x0014_0304).littleEndian, toByteOffset: 8, as: UInt32.self)
        bytes.storeBytes(of: UInt32(0x0008_6C73).littleEndian, toByteOffset: 12, as: UInt32.self)
        bytes.storeBytes(of: memberLength.littleEndian, toByteOffset: 16, as: UInt32.self)
        bytes.storeBytes(of: recordLength.littleEndian, toByteOffset: 20, as: UInt32.self)
        bytes.storeBytes(of: UInt32(0x0004_6368).littleEndian, toByteOffset: 24, as: UInt32.self)
    }

    /// Adds the check to a member that will stand at an offset.
    static func seal(_ member: UnsafeMutableRawBufferPointer, at offset: Offset) {
        let check = check(UnsafeRawBufferPointer(member), at: offset)
        member.storeBytes(of: check.littleEndian, toByteOffset: 28, as: UInt32.self)
    }

    /// Whether the bytes that are the same in every header are there: magic, flags, extra length and subfield names.
    static func hasSignature(_ bytes: UnsafeRawBufferPointer) -> Bool {
        load(bytes, 0) == 0x0408_8B1F && load(bytes, 8) == 0x0014_0304 && load(bytes, 12) == 0x0008_6C73
            && load(bytes, 24) == 0x0004_6368
    }

    private static func check(_ bytes: UnsafeRawBufferPointer, at offset: Offset) -> UInt32 {
        let place = withUnsafeBytes(of: offset.rawValue.littleEndian) { Checksum.crc32($0) }
        return Checksum.crc32(UnsafeRawBufferPointer(rebasing: bytes[..<28]), after: place)
    }
}

/// The CRC-32 of RFC 1952.
package enum Checksum {
    /// The checksum of the bytes; `previous` is that of the bytes before them.
    package static func crc32(_ bytes: UnsafeRawBufferPointer, after previous: UInt32 = 0) -> UInt32 {
        guard let start = bytes.baseAddress else { return previous }
        return crc32_gzip_refl(previous, start.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
    }
}

/// A 32-bit little-endian number.
func load(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self))
}
