internal import Crypto
internal import Glibc
internal import Model
internal import Posix

/// The SHA-256 of a segment's bytes.
enum SegmentDigest {
    private static let stretch = 1 << 20

    /// The hexadecimal digits of the digest of the file's first `length` bytes; of all there are where it is shorter.
    ///
    /// `progress` is told of each mebibyte or so; false ends it with nil.
    static func sha256(
        _ path: String, length: UInt64, progress: (UInt64) -> Bool = { _ in true }
    ) throws(SystemError) -> String? {
        let file = try Descriptor.open(path, O_RDONLY)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: stretch, alignment: 64)
        defer { buffer.deallocate() }
        var hash = SHA256()
        var done: UInt64 = 0
        while done < length {
            let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[..<Int(min(UInt64(stretch), length - done))])
            let count = try file.read(into: wanted, at: done)
            guard count > 0 else { break }
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            done += UInt64(count)
            guard progress(UInt64(count)) else { return nil }
        }
        return Hexadecimal.encode(Array(hash.finalize()))
    }
}
