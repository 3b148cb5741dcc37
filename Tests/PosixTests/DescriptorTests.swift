import Foundation
import Glibc
import Posix
import Testing

@Suite final class DescriptorTests {
    private let directory = FileManager.default.temporaryDirectory.appending(path: "posix-\(UUID())").path

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    @Test func bytesWrittenAreReadAtTheirPosition() throws {
        try Directory.make(directory + "/a/b")
        let file = try Descriptor.open(directory + "/a/b/file", O_RDWR | O_CREAT)
        try Array("news".utf8).withUnsafeBytes { try file.writeAll($0, at: 3) }
        var buffer = [UInt8](repeating: 1, count: 16)
        let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0, at: 2) }
        #expect(count == 5)
        #expect(Array(buffer[..<5]) == [0] + Array("news".utf8))
        #expect(try file.size() == 7)
        #expect(try Directory.names(in: directory + "/a") == ["b"])
    }

    @Test func anErrorNamesTheCallThePathAndTheReason() {
        let path = directory + "/missing/file"
        #expect(throws: SystemError("open", path, code: ENOENT)) { try Descriptor.open(path, O_RDONLY) }
        #expect(SystemError("open", path, code: ENOENT).description == "open \(path): No such file or directory")
    }

    @Test func aSecondHolderDoesNotGetTheLock() throws {
        try Directory.make(directory)
        let first = try Descriptor.open(directory + "/lock", O_RDWR | O_CREAT)
        let second = try Descriptor.open(directory + "/lock", O_RDWR)
        #expect(try first.lockExclusively())
        #expect(try !second.lockExclusively())
    }
}
