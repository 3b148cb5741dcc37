internal import CCurl
internal import Glibc

/// The IP address in a socket address of the operating system.
enum SocketAddress {
    /// 4 or 16 bytes; none for a family that is not IP.
    static func bytes(of address: UnsafePointer<sockaddr>, length: Int) -> [UInt8] {
        let raw = UnsafeRawBufferPointer(start: address, count: length)
        switch CInt(address.pointee.sa_family) {
        case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
            return Array(raw.dropFirst(MemoryLayout<sockaddr_in>.offset(of: \.sin_addr) ?? 4).prefix(4))
        case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
            return Array(raw.dropFirst(MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr) ?? 8).prefix(16))
        default: return []
        }
    }
}

extension SocketAddress {
    /// The same for an address whose length its family tells.
    static func bytes(of address: UnsafePointer<sockaddr>) -> [UInt8] {
        switch CInt(address.pointee.sa_family) {
        case AF_INET: bytes(of: address, length: MemoryLayout<sockaddr_in>.size)
        case AF_INET6: bytes(of: address, length: MemoryLayout<sockaddr_in6>.size)
        default: []
        }
    }

    /// The port; 0 for a family that is not IP. It stands at the same place in both.
    static func port(of address: UnsafePointer<sockaddr>) -> Int {
        guard [AF_INET, AF_INET6].contains(CInt(address.pointee.sa_family)) else { return 0 }
        let raw = UnsafeRawPointer(address)
        let offset = MemoryLayout<sockaddr_in>.offset(of: \.sin_port) ?? 2
        return Int(UInt16(bigEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
    }
}
