internal import Glibc

/// A socket for datagrams to Unix sockets that others own, such as the journal's.
package final class DatagramSocket: Sendable {
    private let descriptor: Descriptor
    private let path: String

    /// Opens a socket; nobody needs to listen at the path yet.
    package init(to path: String) throws(SystemError) {
        let number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { throw SystemError("socket", path) }
        descriptor = Descriptor(owning: number, name: path)
        self.path = path
    }

    /// Sends one datagram to whoever has the path now; a reader that was started again is found.
    ///
    /// A full queue is waited for until `patience` is over, then EAGAIN is thrown; EMSGSIZE where the datagram is too large.
    package func send(_ bytes: [UInt8], patience: Duration = .milliseconds(250)) throws(SystemError) {
        var name = try SocketName(path)
        for attempt in 0..<2 {
            let sent = name.withSocketAddress { pointer, length in
                retry {
                    sendto(
                        descriptor.number, bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT),
                        pointer, length)
                }
            }
            if sent == bytes.count { return }
            let error = SystemError("sendto", path)
            guard error.code == EAGAIN, attempt == 0, patience > .zero else { throw error }
            waitForRoom(patience, name)
        }
    }

    /// An unconnected socket is told nothing of the other's queue: a connected one is.
    private func waitForRoom(_ patience: Duration, _ name: SocketName) {
        var name = name
        let number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { return }
        let probe = Descriptor(owning: number, name: path)
        guard name.withSocketAddress({ connect(probe.number, $0, $1) }) == 0 else { return }
        var event = pollfd(fd: probe.number, events: Int16(POLLOUT), revents: 0)
        let milliseconds = patience.components.seconds * 1000 + patience.components.attoseconds / 1_000_000_000_000_000
        _ = poll(&event, 1, Int32(clamping: milliseconds))
    }
}
