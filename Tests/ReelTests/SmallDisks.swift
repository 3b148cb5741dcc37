import Glibc
import Posix
import Reel
import Synchronization

/// A disk whose n-th sync fails.
final class FailingOnceDisk: Sendable {
    private let count = Atomic(0)
    private let failing: Int

    init(failing: Int) { self.failing = failing }

    var syncs: Int { count.load(ordering: .relaxed) }

    var opener: SegmentOpener {
        { (path, flags) throws(SystemError) in File(disk: self, file: try Descriptor.open(path, flags)) }
    }

    private struct File: SegmentFile {
        let disk: FailingOnceDisk
        let file: Descriptor

        func write(_ bytes: UnsafeRawBufferPointer, at position: UInt64) throws(SystemError) {
            try file.writeAll(bytes, at: position)
        }
        func synchronize() throws(SystemError) {
            if disk.count.add(1, ordering: .relaxed).newValue == disk.failing {
                throw SystemError("fdatasync", file.name, code: EIO)
            }
            try file.synchronizeData()
        }
        func truncate(to size: UInt64) throws(SystemError) { try file.truncate(to: size) }
    }
}

/// A disk that may be full: half of a write goes through, and no file is made.
final class FullDisk: Sendable {
    private let flag = Atomic(false)

    var isFull: Bool {
        get { flag.load(ordering: .sequentiallyConsistent) }
        set { flag.store(newValue, ordering: .sequentiallyConsistent) }
    }

    var opener: SegmentOpener {
        { (path, flags) throws(SystemError) in
            if self.isFull, flags & O_CREAT != 0 { throw SystemError("open", path, code: ENOSPC) }
            return File(disk: self, file: try Descriptor.open(path, flags))
        }
    }

    private struct File: SegmentFile {
        let disk: FullDisk
        let file: Descriptor

        func write(_ bytes: UnsafeRawBufferPointer, at position: UInt64) throws(SystemError) {
            guard disk.isFull else { return try file.writeAll(bytes, at: position) }
            try file.writeAll(UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]), at: position)
            throw SystemError("write", file.name, code: ENOSPC)
        }
        func synchronize() throws(SystemError) { try file.synchronizeData() }
        func truncate(to size: UInt64) throws(SystemError) { try file.truncate(to: size) }
    }
}
