internal import Posix

/// A stretch of a file in memory, read with pread(2) and moved forwards as it is asked for.
///
/// Not mapped: a disk error or a cut file would then end the process instead of throwing.
final class ReadWindow {
    private let descriptor: Descriptor
    private var buffer: UnsafeMutableRawBufferPointer
    private var start: UInt64 = 0
    private var count = 0
    private let usualSize: Int

    init(_ descriptor: Descriptor, size: Int = 1 << 20) {
        self.descriptor = descriptor
        usualSize = size
        buffer = .allocate(byteCount: size, alignment: 64)
    }

    deinit { buffer.deallocate() }

    /// Up to `length` bytes from a position on, fewer at the file's end; valid until the next call.
    func bytes(at position: UInt64, count length: Int) throws(SystemError) -> UnsafeRawBufferPointer {
        if position < start || position + UInt64(length) > start + UInt64(count) {
            try fill(from: position, atLeast: length)
        }
        let first = Int(position - start)
        return UnsafeRawBufferPointer(rebasing: buffer[first..<min(first + length, max(count, first))])
    }

    /// Forgets what was read, because the file may have grown.
    func invalidate() { count = 0 }

    private func fill(from position: UInt64, atLeast length: Int) throws(SystemError) {
        let size = max(length, usualSize)
        if size > buffer.count || (buffer.count > 4 * usualSize && size == usualSize) {
            buffer.deallocate()
            buffer = .allocate(byteCount: size, alignment: 64)
        }
        start = position
        count = 0
        count = try descriptor.read(into: buffer, at: position)
    }
}
