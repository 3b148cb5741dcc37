internal import Crypto
internal import Model
internal import Posix
internal import Reel

/// Writes a ZIP file whose entries are stored as they are, one after another, of any length (APPNOTE 6.3, with ZIP64).
///
/// Nothing is kept in memory but the directory. A local header is written once its entry is over and its length and CRC-32 are known.
final class ZipWriter {
    /// A finished entry.
    struct Entry {
        let name: String
        let bytes: UInt64
        let hash: ContentHash
        fileprivate let crc: UInt32
        fileprivate let position: UInt64
    }

    private let file: Descriptor
    private let path: String
    private let time: UInt32
    private var position: UInt64 = 0
    private(set) var entries: [Entry] = []
    private var name = ""
    private var start: UInt64 = 0
    private var crc: UInt32 = 0
    private var hash = SHA256()

    /// Lengths and places from here on stand in 64 bits in the directory.
    private let wideFrom: UInt64

    /// Makes the file, in the place of any that is there; `date` is the entries' time.
    init(path: String, date: Timestamp, wideFrom: UInt64) throws(ArchiveError) {
        self.path = path
        self.wideFrom = min(wideFrom, UInt64(UInt32.max))
        time = ZipWriter.time(date)
        file = try Descriptor.make(path, mode: 0o644)
    }

    /// Begins an entry.
    func begin(_ name: String) {
        self.name = name
        start = position
        position += UInt64(ZipWriter.localHeader(name, 0, 0, time).count)
        crc = 0
        hash = SHA256()
    }

    /// Adds bytes to the entry that was begun.
    func append(_ bytes: [UInt8]) throws(ArchiveError) {
        crc = bytes.withUnsafeBytes { Checksum.crc32($0, after: crc) }
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        try file.write(bytes, at: position, path: path)
        position += UInt64(bytes.count)
    }

    /// Ends the entry.
    func end() throws(ArchiveError) {
        let header = ZipWriter.localHeader(name, 0, 0, time).count
        let length = position - start - UInt64(header)
        try file.write(ZipWriter.localHeader(name, crc, length, time), at: start, path: path)
        guard let digest = ContentHash(bytes: Array(hash.finalize())) else { return }
        entries.append(Entry(name: name, bytes: length, hash: digest, crc: crc, position: start))
    }

    /// Writes the directory, and makes the file durable.
    func finish() throws(ArchiveError) {
        var directory: [UInt8] = []
        for entry in entries { directory += directoryHeader(entry) }
        directory += endRecords(entries.count, UInt64(directory.count), position)
        try file.write(directory, at: position, path: path)
        do {
            try file.synchronize()
        } catch {
            throw ArchiveError(.unwritable(reason: "\(error)"), path: path)
        }
    }
}

extension ZipWriter {
    /// Time and date of MS-DOS, in UTC: two-second steps from 1980 on.
    private static func time(_ date: Timestamp) -> UInt32 {
        let day = date.localDate
        let second = date.secondOfDay
        let date = UInt32(max(0, min(127, day.year - 1980))) << 9 | UInt32(day.month) << 5 | UInt32(day.day)
        return date << 16 | UInt32(second / 3600) << 11 | UInt32(second / 60 % 60) << 5 | UInt32(second % 60 / 2)
    }

    /// Section 4.3.7. The lengths stand in a ZIP64 field (4.5.3) always, so that the header's own length never changes.
    private static func localHeader(_ name: String, _ crc: UInt32, _ length: UInt64, _ time: UInt32) -> [UInt8] {
        little(UInt32(0x0403_4B50)) + little(45 as UInt16) + little(0x0800 as UInt16) + little(0 as UInt16)
            + little(time) + little(crc) + little(UInt32.max) + little(UInt32.max)
            + little(UInt16(name.utf8.count)) + little(20 as UInt16) + Array(name.utf8)
            + little(1 as UInt16) + little(16 as UInt16) + little(length) + little(length)
    }

    /// Section 4.3.12; lengths and places beyond 32 bits stand in a ZIP64 field.
    private func directoryHeader(_ entry: Entry) -> [UInt8] {
        let isLong = entry.bytes >= wideFrom
        let isFar = entry.position >= wideFrom
        let wide =
            (isLong ? ZipWriter.little(entry.bytes) + ZipWriter.little(entry.bytes) : [])
            + (isFar ? ZipWriter.little(entry.position) : [])
        let extra = wide.isEmpty ? [] : ZipWriter.little(1 as UInt16) + ZipWriter.little(UInt16(wide.count)) + wide
        let length = isLong ? UInt32.max : UInt32(entry.bytes)
        return ZipWriter.little(UInt32(0x0201_4B50)) + ZipWriter.little(0x032D as UInt16)
            + ZipWriter.little(45 as UInt16) + ZipWriter.little(0x0800 as UInt16)
            + ZipWriter.little(0 as UInt16) + ZipWriter.little(time) + ZipWriter.little(entry.crc)
            + ZipWriter.little(length) + ZipWriter.little(length)
            + ZipWriter.little(UInt16(entry.name.utf8.count)) + ZipWriter.little(UInt16(extra.count))
            + ZipWriter.little(0 as UInt16)
            + ZipWriter.little(0 as UInt16) + ZipWriter.little(0 as UInt16) + ZipWriter.little(UInt32(0o100644) << 16)
            + ZipWriter.little(isFar ? UInt32.max : UInt32(entry.position)) + Array(entry.name.utf8) + extra
    }

    /// Sections 4.3.14 to 4.3.16: the ZIP64 end and its locator where they are needed, and the end of the directory.
    private func endRecords(_ count: Int, _ length: UInt64, _ start: UInt64) -> [UInt8] {
        let isFar = start >= wideFrom
        let number = UInt16(count)
        var bytes: [UInt8] = []
        if isFar {
            bytes +=
                ZipWriter.little(UInt32(0x0606_4B50)) + ZipWriter.little(44 as UInt64)
                + ZipWriter.little(0x032D as UInt16) + ZipWriter.little(45 as UInt16)
            bytes +=
                ZipWriter.little(0 as UInt64) + ZipWriter.little(UInt64(count)) + ZipWriter.little(UInt64(count))
                + ZipWriter.little(length) + ZipWriter.little(start)
            bytes +=
                ZipWriter.little(UInt32(0x0706_4B50)) + ZipWriter.little(0 as UInt32) + ZipWriter.little(start + length)
                + ZipWriter.little(1 as UInt32)
        }
        bytes +=
            ZipWriter.little(UInt32(0x0605_4B50)) + ZipWriter.little(0 as UInt32) + ZipWriter.little(number)
            + ZipWriter.little(number)
        return bytes + ZipWriter.little(UInt32(length)) + ZipWriter.little(isFar ? UInt32.max : UInt32(start))
            + ZipWriter.little(0 as UInt16)
    }

    fileprivate static func little(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
