import Foundation
import Glibc
import Posix

/// Unix sockets by hand.
enum UnixSocket {
    /// Sends a request and reads until the other side closes; gives up after 20 seconds.
    static func exchange(_ path: String, _ request: String) throws -> String {
        let number = try make(SOCK_STREAM)
        defer { close(number) }
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var name = try SocketName(path)
        guard name.withSocketAddress({ connect(number, $0, $1) }) == 0 else { throw SystemError("connect", path) }
        let bytes = Array(request.utf8)
        guard Glibc.send(number, bytes, bytes.count, CInt(MSG_NOSIGNAL)) == bytes.count else {
            throw SystemError("send", path)
        }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(number, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            answer += buffer[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
    }

    /// A bound socket that listens.
    static func listening(at path: String) throws -> CInt {
        let number = try make(SOCK_STREAM)
        try bound(number, path)
        guard listen(number, 64) == 0 else { throw SystemError("listen", path) }
        return number
    }

    /// The messages that come to a datagram socket, a line each.
    static func datagrams(at path: String) throws -> LineLog {
        let number = try make(SOCK_DGRAM)
        try bound(number, path)
        let log = LineLog()
        Thread.detachNewThread {
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = recv(number, &buffer, buffer.count, 0)
                guard count > 0 else { break }
                let text = String(decoding: buffer[..<count], as: UTF8.self)
                for line in text.split(separator: "\n") { log.append(String(line)) }
                if text == "end" { break }
            }
            close(number)
            log.close()
        }
        return log
    }

    /// Sends one datagram.
    static func send(_ text: String, to path: String) throws {
        let number = try make(SOCK_DGRAM)
        defer { close(number) }
        var name = try SocketName(path)
        let bytes = Array(text.utf8)
        _ = name.withSocketAddress { sendto(number, bytes, bytes.count, 0, $0, $1) }
    }

    private static func make(_ type: __socket_type) throws -> CInt {
        let number = socket(AF_UNIX, CInt(type.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { throw SystemError("socket") }
        return number
    }

    private static func bound(_ number: CInt, _ path: String) throws {
        var name = try SocketName(path)
        guard name.withSocketAddress({ bind(number, $0, $1) }) == 0 else { throw SystemError("bind", path) }
    }
}
