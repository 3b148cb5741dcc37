internal import Glibc

/// The addresses of this machine's interfaces, as they are at the moment.
enum LocalAddresses {
    /// Whether an address, of 4 or 16 bytes in network order, is one of them; the whole of 127.0.0.0/8 and the unspecified ones are.
    static func contain(_ bytes: [UInt8]) -> Bool {
        if bytes.count == 4, bytes[0] == 127 { return true }
        if bytes.allSatisfy({ $0 == 0 }) { return true }
        var first: UnsafeMutablePointer<ifaddrs>?
        // Where nobody can say, it is better not to go there.
        guard getifaddrs(&first) == 0 else { return true }
        defer { freeifaddrs(first) }
        var next = first
        while let interface = next {
            if let address = interface.pointee.ifa_addr, SocketAddress.bytes(of: address) == bytes { return true }
            next = interface.pointee.ifa_next
        }
        return false
    }
}
