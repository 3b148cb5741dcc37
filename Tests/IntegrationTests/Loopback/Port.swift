import Foundation
import Glibc

/// Loopback ports.
enum Port {
    /// One that nobody listens on, on any address, and that no outgoing connection is given.
    static func free() throws -> UInt16 {
        for _ in 0..<200 {
            let port = UInt16.random(in: 12_000..<32_000)
            let probe = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
            defer { close(probe) }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            let isBound = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(probe, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
                }
            }
            if isBound { return port }
        }
        throw POSIXError(.EADDRINUSE)
    }
}
