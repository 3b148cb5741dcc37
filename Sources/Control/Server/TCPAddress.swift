internal import Glibc
internal import Posix

/// An address and a port to listen on.
struct TCPAddress {
    let host: String
    let port: Int

    private var name: String { "\(host) port \(port)" }

    /// Binds a socket of the host's family and listens.
    func listen(_ number: CInt) throws(SystemError) {
        var one: CInt = 1
        setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<CInt>.size))
        let result = host.contains(":") ? bindVersion6(number) : bindVersion4(number)
        guard result == 0 else { throw SystemError("bind", name) }
        guard Glibc.listen(number, 64) == 0 else { throw SystemError("listen", name) }
    }

    private func bindVersion4(_ number: CInt) -> CInt {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(truncatingIfNeeded: port).bigEndian
        guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else { return -1 }
        return bind(number, &address)
    }

    private func bindVersion6(_ number: CInt) -> CInt {
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = in_port_t(truncatingIfNeeded: port).bigEndian
        guard inet_pton(AF_INET6, host, &address.sin6_addr) == 1 else { return -1 }
        return bind(number, &address)
    }

    private func bind<Address>(_ number: CInt, _ address: inout Address) -> CInt {
        let length = socklen_t(MemoryLayout<Address>.size)
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.bind(number, $0, length) }
        }
    }
}
