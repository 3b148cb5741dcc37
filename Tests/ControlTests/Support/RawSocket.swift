import Foundation
import Glibc
import Posix
import Testing

/// A Unix socket by hand, for what a well-behaved client does not do. Reading and writing give up after 20 seconds.
final class RawSocket: Sendable {
    private let descriptor: Descriptor

    init(_ descriptor: Descriptor) { self.descriptor = descriptor }

    var number: CInt { descriptor.number }

    static func connect(_ path: String) throws -> RawSocket {
        let raw = RawSocket(try stream(path))
        var name = try SocketName(path)
        let result = name.withSocketAddress { Glibc.connect(raw.number, $0, $1) }
        guard result == 0 else { throw SystemError("connect", path) }
        return raw
    }

    static func listen(_ path: String) throws -> RawSocket {
        let raw = RawSocket(try stream(path))
        var name = try SocketName(path)
        let result = name.withSocketAddress { bind(raw.number, $0, $1) }
        guard result == 0, Glibc.listen(raw.number, 8) == 0 else { throw SystemError("bind", path) }
        return raw
    }

    func accept() async throws -> RawSocket {
        try await blocking { [descriptor] in
            let number = Glibc.accept(descriptor.number, nil, nil)
            guard number >= 0 else { throw SystemError("accept") }
            return RawSocket(Descriptor(owning: number, name: "accepted"))
        }
    }

    func send(_ text: String) async throws { try await send(Array(text.utf8)) }

    /// Writes all of it, or as much as the other side takes before it closes.
    func send(_ bytes: [UInt8]) async throws {
        try await blocking { [descriptor] in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Glibc.send(descriptor.number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if count <= 0 { return }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// Reads until the text holds an expected one, or to the end.
    func read(until end: String? = nil) async throws -> String {
        try await blocking { [descriptor] in
            var text: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = recv(descriptor.number, &buffer, buffer.count, 0)
                guard count >= 0 else { throw SystemError("recv") }
                text += buffer[..<count]
                let sofar = String(decoding: text, as: UTF8.self)
                if count == 0 || end.map({ sofar.contains($0) }) == true { return sofar }
            }
        }
    }

    private static func stream(_ path: String) throws -> Descriptor {
        let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { throw SystemError("socket", path) }
        var limit = timeval(tv_sec: 120, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
        setsockopt(number, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
        return Descriptor(owning: number, name: path)
    }
}

/// Runs blocking calls beside the cooperative threads.
func blocking<Result: Sendable>(_ call: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Swift.Result(catching: call)) }
    }
}
