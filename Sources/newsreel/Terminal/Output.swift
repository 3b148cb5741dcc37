internal import Glibc
internal import Synchronization

/// The reader of the output closed its end.
struct BrokenPipe: Error {}

/// Writing failed for another reason, such as a full disk.
struct OutputError: Error, CustomStringConvertible {
    let code: CInt
    var description: String { "cannot write: \(String(cString: strerror(code)))" }
}

/// A stream of the process, buffered until it is flushed.
final class Output: Sendable {
    static let standard = Output(descriptor: STDOUT_FILENO)
    static let error = Output(descriptor: STDERR_FILENO)

    private static let flushesAt = 65_536

    private let descriptor: CInt
    private let buffer = Mutex<[UInt8]>([])

    init(descriptor: CInt) { self.descriptor = descriptor }

    /// Text and a line feed.
    func line(_ text: String) throws {
        try write(text.utf8)
        try write(CollectionOfOne(UInt8(ascii: "\n")))
    }

    /// Bytes as they are.
    func write(_ bytes: some Collection<UInt8>) throws {
        try buffer.withLock { buffer in
            buffer.append(contentsOf: bytes)
            if buffer.count >= Output.flushesAt { try empty(&buffer) }
        }
    }

    /// Hands over what is buffered.
    func flush() throws {
        try buffer.withLock { try empty(&$0) }
    }

    /// A message at once; where even that cannot be written, nobody is there to be told.
    func note(_ text: String) {
        do {
            try line(text)
            try flush()
        } catch {
            buffer.withLock { $0 = [] }
        }
    }

    private func empty(_ buffer: inout [UInt8]) throws {
        var rest = buffer[...]
        defer { buffer.removeAll(keepingCapacity: true) }
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count >= 0 else { throw errno == EPIPE ? BrokenPipe() as any Error : OutputError(code: errno) }
            rest = rest.dropFirst(count)
        }
    }
}
