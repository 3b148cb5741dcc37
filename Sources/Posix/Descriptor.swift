internal import CPosix
internal import Glibc

/// An open file descriptor that is closed when its owner is gone.
///
/// Every call retries EINTR. Not for sockets that NIO owns.
package final class Descriptor: Sendable {
    /// The number the kernel gave.
    package let number: CInt
    /// What it was opened as, for error messages.
    package let name: String

    /// Takes over an open descriptor.
    package init(owning number: CInt, name: String) {
        self.number = number
        self.name = name
    }

    deinit { close(number) }

    /// Opens a path with open(2)'s flags, always close-on-exec.
    package static func open(_ path: String, _ flags: CInt, mode: UInt32 = 0o640) throws(SystemError) -> Descriptor {
        let number = retry { cposix_open(path, flags, mode) }
        guard number >= 0 else { throw SystemError("open", path) }
        return Descriptor(owning: number, name: path)
    }

    /// The file's size in bytes.
    package func size() throws(SystemError) -> UInt64 {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw SystemError("fstat", name) }
        return UInt64(status.st_size)
    }

    /// Writes all of the bytes at a position of the file.
    package func writeAll(_ bytes: UnsafeRawBufferPointer, at position: UInt64) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
            let count = retry { pwrite(number, rest.baseAddress, rest.count, off_t(position) + off_t(done)) }
            guard count > 0 else { throw SystemError("write", name, code: count == 0 ? EIO : errno) }
            done += count
        }
    }

    /// Fills as much of the buffer as the file has from a position on; the count read, 0 at the end.
    package func read(into buffer: UnsafeMutableRawBufferPointer, at position: UInt64) throws(SystemError) -> Int {
        var done = 0
        while done < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
            let count = retry { pread(number, rest.baseAddress, rest.count, off_t(position) + off_t(done)) }
            guard count >= 0 else { throw SystemError("read", name) }
            if count == 0 { break }
            done += count
        }
        return done
    }

    /// Makes the file's data durable, with fdatasync(2). A failure must not be tried again on the same pages.
    package func synchronizeData() throws(SystemError) {
        guard retry({ fdatasync(number) }) == 0 else { throw SystemError("fdatasync", name) }
    }

    /// Makes data and metadata durable, with fsync(2); for directories after a file was made.
    package func synchronize() throws(SystemError) {
        guard retry({ fsync(number) }) == 0 else { throw SystemError("fsync", name) }
    }

    /// Cuts or extends the file.
    package func truncate(to size: UInt64) throws(SystemError) {
        guard retry({ ftruncate(number, off_t(size)) }) == 0 else { throw SystemError("ftruncate", name) }
    }

    /// Takes an exclusive lock that ends with the process; false where another process holds it.
    package func lockExclusively() throws(SystemError) -> Bool {
        if retry({ flock(number, LOCK_EX | LOCK_NB) }) == 0 { return true }
        guard errno == EWOULDBLOCK else { throw SystemError("flock", name) }
        return false
    }
}

/// Calls again for as long as a signal interrupts.
package func retry<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result != -1 || errno != EINTR { return result }
    }
}
