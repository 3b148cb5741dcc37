package import Glibc

/// The address of a Unix socket: a path, or with a leading `@` a name in Linux' abstract space (unix(7)).
package struct SocketName {
    private var address = sockaddr_un()
    private let length: socklen_t

    /// ENAMETOOLONG where the path has more than 107 bytes.
    package init(_ path: String) throws(SystemError) {
        var bytes = Array(path.utf8)
        let isAbstract = bytes.first == UInt8(ascii: "@")
        if isAbstract { bytes[0] = 0 }
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard bytes.count < room else { throw SystemError("socket address", path, code: ENAMETOOLONG) }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count + (isAbstract ? 0 : 1))
    }

    /// Calls with the address as bind(2), connect(2) and sendto(2) take it.
    package mutating func withSocketAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        let length = length
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }
}
