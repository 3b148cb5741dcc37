import Glibc

/// The document's bytes with line ends as LF (HTML Standard, 13.2.3.5), followed by zeros.
///
/// The zeros let every scan run to the next NUL instead of comparing with the end, and let names be loaded eight bytes at a
/// time. The memory belongs to whoever takes `base`.
struct SourceBuffer {
    /// Zeros behind the last byte.
    static let padding = 64
    /// What lies behind this many bytes is left out, so that positions fit 31 bits, in the side buffer too: decoding may
    /// treble text, and texts that grow bit by bit take four times their length there.
    static let maximumBytes = 1 << 26

    let base: UnsafeMutablePointer<UInt8>
    /// Without the padding.
    let count: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let length = min(bytes.count, Self.maximumBytes)
        base = .allocate(capacity: length + Self.padding)
        var written = 0
        if let source = bytes.baseAddress {
            written = Self.copy(source, length, to: base)
        }
        count = written
        (base + written).initialize(repeating: 0, count: length + Self.padding - written)
    }

    /// Copies and writes LF for CR LF and for CR alone; gives the bytes written.
    private static func copy(
        _ source: UnsafePointer<UInt8>, _ length: Int, to target: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var read = 0
        var written = 0
        while read < length {
            let rest = length - read
            let found = memchr(source + read, 0x0D, rest)
            let run = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(source + read) } ?? rest
            memcpy(target + written, source + read, run)
            read += run
            written += run
            guard read < length else { break }
            target[written] = 0x0A
            written += 1
            read += read + 1 < length && source[read + 1] == 0x0A ? 2 : 1
        }
        return written
    }
}
