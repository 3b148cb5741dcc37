internal import Glibc
internal import Synchronization

/// The server's end of one connection.
package final class Peer: Sendable {
    package struct Request: Sendable {
        package let path: String
        /// The head as it was sent.
        package let head: String

        /// The value of a header; nil where it was not sent.
        package func header(_ name: String) -> String? {
            head.split(separator: "\r\n").dropFirst().first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
                .map { String($0.drop { $0 != ":" }.dropFirst().drop { $0 == " " }) }
        }
    }

    private let descriptor: Mutex<CInt?>
    private let rest = Mutex<[UInt8]>([])

    package init(_ descriptor: Int32) {
        self.descriptor = Mutex(descriptor)
    }

    private var number: CInt { descriptor.withLock { $0 ?? -1 } }

    /// The next request on the connection; nil once the client has gone.
    package func readRequest() -> Request? {
        var bytes = rest.withLock { $0 }
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let index = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) {
                rest.withLock { $0 = Array(bytes[(index + 4)...]) }
                let head = String(decoding: bytes[..<index], as: UTF8.self)
                let words = head.split(separator: " ", maxSplits: 2)
                return Request(path: words.count > 1 ? String(words[1]) : "", head: head)
            }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = recv(number, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
        }
    }

    /// Sends all bytes; false once the client has gone.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(number, $0.baseAddress?.advanced(by: done), bytes.count - done, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }

    @discardableResult
    package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// A whole response with a length.
    @discardableResult
    package func respond(_ status: Int = 200, _ headers: [String] = [], body: [UInt8] = []) -> Bool {
        let lines = ["HTTP/1.1 \(status) Fine", "Content-Length: \(body.count)"] + headers
        return send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }

    @discardableResult
    package func respond(_ status: Int = 200, _ headers: [String] = [], text: String) -> Bool {
        respond(status, headers, body: Array(text.utf8))
    }

    /// Keeps the connection open until the client closes it.
    package func waitForHangUp() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while recv(number, &buffer, buffer.count, 0) > 0 {}
    }

    /// Lets a little time pass; false once the client has gone.
    package func dawdle(milliseconds: CInt) -> Bool {
        var watched = pollfd(fd: number, events: Int16(POLLIN) | 0x2000 /* POLLRDHUP */, revents: 0)
        return poll(&watched, 1, milliseconds) == 0
    }

    /// Ends the connection with RST rather than FIN.
    package func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(number, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        hangUp()
    }

    package func hangUp() {
        let open = descriptor.withLock { descriptor in
            defer { descriptor = nil }
            return descriptor
        }
        if let open { close(open) }
    }

    /// Wakes whoever reads or writes.
    package func interrupt() {
        descriptor.withLock { if let open = $0 { _ = shutdown(open, CInt(SHUT_RDWR)) } }
    }
}
