import Archive
import Foundation
import Model
import Reel

/// Files of a test, in a directory that is removed with it.
final class TestArchive: Sendable {
    let directory = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID())")

    init() {
        do {
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        } catch { print(error) }
    }

    deinit {
        do { try FileManager.default.removeItem(at: directory) } catch { print(error) }
    }

    func write(_ bytes: [UInt8], as name: String) throws -> String {
        let path = directory.appending(path: name)
        try Data(bytes).write(to: path)
        return path.path
    }

    /// What a reader makes of the bytes.
    func read(
        _ bytes: [UInt8], as name: String = "a.warc", maximumBlockBytes: Int = 64 << 20
    ) throws -> (records: [WARCRecord], damages: [ArchiveDamage]) {
        let reader = try ArchiveReader(path: try write(bytes, as: name), maximumBlockBytes: maximumBlockBytes)
        var records: [WARCRecord] = []
        var damages: [ArchiveDamage] = []
        while let item = try reader.next() {
            switch item {
            case .record(let record, _): records.append(record)
            case .damage(let damage): damages.append(damage)
            }
        }
        return (records, damages)
    }
}

/// A record with a text block, as any program might write it.
func plainRecord(_ number: Int, type: String = "resource", block: String? = nil, length: String? = nil) -> [UInt8] {
    let block = block ?? "block \(number): the ferry sails at dawn\n"
    return Array(
        """
        WARC/1.0\r
        WARC-Type: \(type)\r
        WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000\(number)>\r
        WARC-Date: 2024-03-04T05:06:07Z\r
        WARC-Target-URI: https://ferry.example/\(number)\r
        Content-Type: text/plain\r
        Content-Length: \(length ?? String(block.utf8.count))\r
        \r
        \(block)\r
        \r

        """.utf8)
}

/// Makes gzip members as programs do that know nothing of reels.
enum ForeignGzip {
    /// A member of stored blocks with any flags: 2 header check, 4 extra field, 8 name, 16 comment.
    static func member(_ bytes: [UInt8], flags: UInt8 = 0) -> [UInt8] {
        var member: [UInt8] = [0x1F, 0x8B, 8, flags, 1, 2, 3, 4, 0, 255]
        if flags & 4 != 0 { member += [6, 0, 0x78, 0x79, 2, 0, 9, 9] }
        if flags & 8 != 0 { member += Array("name.warc".utf8) + [0] }
        if flags & 16 != 0 { member += Array("a comment".utf8) + [0] }
        if flags & 2 != 0 { member += [0, 0] }
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(1000)
            rest = rest.dropFirst(block.count)
            let size = UInt16(block.count)
            member += [rest.isEmpty ? 1 : 0] + little(size) + little(~size) + block
        } while !rest.isEmpty
        return member + little(crc32(bytes)) + little(UInt32(bytes.count))
    }

    private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    /// The CRC-32 of RFC 1952, bit by bit.
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }

    /// The output of the system's gzip.
    static func compressed(_ bytes: [UInt8], in archive: TestArchive) throws -> [UInt8] {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/bin/gzip")
        process.arguments = ["-c", try archive.write(bytes, as: "input-\(UUID())")]
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        return output.map { Array($0) } ?? []
    }
}
