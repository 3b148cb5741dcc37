internal import Glibc
package import Posix

/// The writer's view of a segment's file: where a test puts a disk that fails.
package protocol SegmentFile: Sendable {
    /// Writes all of the bytes at a position, or throws with any part of them written.
    func write(_ bytes: UnsafeRawBufferPointer, at position: UInt64) throws(SystemError)
    /// Makes what was written durable. After a failure the file is not written again.
    func synchronize() throws(SystemError)
    /// Cuts the file.
    func truncate(to size: UInt64) throws(SystemError)
}

/// Opens a segment's file with open(2)'s flags.
package typealias SegmentOpener = @Sendable (_ path: String, _ flags: CInt) throws(SystemError) -> any SegmentFile

/// A segment on a disk.
struct DiskSegmentFile: SegmentFile {
    private let descriptor: Descriptor

    init(path: String, flags: CInt) throws(SystemError) {
        descriptor = try Descriptor.open(path, flags)
    }

    func write(_ bytes: UnsafeRawBufferPointer, at position: UInt64) throws(SystemError) {
        try descriptor.writeAll(bytes, at: position)
    }

    func synchronize() throws(SystemError) { try descriptor.synchronizeData() }

    func truncate(to size: UInt64) throws(SystemError) { try descriptor.truncate(to: size) }

    static let opener: SegmentOpener = { (path, flags) throws(SystemError) in
        try DiskSegmentFile(path: path, flags: flags)
    }
}
