internal import Foundation
internal import Glibc
internal import Synchronization

/// A server on 127.0.0.1 that treats each connection as a test says, on a thread of its own.
package final class LoopbackServer: Sendable {
    package let port: UInt16
    private let listener: CInt
    private let behaviour: @Sendable (Peer) -> Void
    private let peers = Mutex<[Peer]?>([])
    private let accepted = Atomic<Int>(0)

    package init(address name: String = "127.0.0.1", _ behaviour: @escaping @Sendable (Peer) -> Void) throws {
        self.behaviour = behaviour
        listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr(name)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 1024) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { self.acceptAll() }
    }

    /// How many connections were made.
    package var connectionCount: Int { accepted.load(ordering: .relaxed) }

    package func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    /// Ends the listener and every connection; their threads go by themselves.
    package func stop() {
        let open = peers.withLock { peers in
            defer { peers = nil }
            return peers ?? []
        }
        shutdown(listener, CInt(SHUT_RDWR))
        for peer in open { peer.interrupt() }
    }

    private func acceptAll() {
        while true {
            let descriptor = accept(listener, nil, nil)
            guard descriptor >= 0 else { break }
            accepted.wrappingAdd(1, ordering: .relaxed)
            let peer = Peer(descriptor)
            let isRunning = peers.withLock { peers in
                peers?.append(peer)
                return peers != nil
            }
            guard isRunning else { break }
            Thread.detachNewThread {
                self.behaviour(peer)
                peer.hangUp()
                self.peers.withLock { $0?.removeAll { $0 === peer } }
            }
        }
        close(listener)
    }
}
