internal import Glibc

/// An IPv4 or IPv6 address, as its bytes in network order.
///
/// An IPv4-mapped IPv6 address stays an IPv6 address.
package struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    /// Which of the two kinds of address it is.
    package enum Family: Hashable, Sendable { case v4, v6 }

    package let family: Family
    /// The first 64 bits; an IPv4 address fills the upper half.
    let high: UInt64
    /// The last 64 bits; zero for IPv4.
    let low: UInt64

    /// An IPv4 address of four bytes.
    package init(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) {
        self.init(family: .v4, high: UInt64(a) << 56 | UInt64(b) << 48 | UInt64(c) << 40 | UInt64(d) << 32, low: 0)
    }

    /// The address in 4 or 16 bytes; nil for any other count.
    package init?(bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        func number(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
        switch bytes.count {
        case 4: self.init(family: .v4, high: number(0..<4) << 32, low: 0)
        case 16: self.init(family: .v6, high: number(0..<8), low: number(8..<16))
        default: return nil
        }
    }

    /// Reads dotted IPv4 or IPv6 text (RFC 4291 §2.2), without brackets and without a zone; nil for anything else.
    package init?(_ text: some StringProtocol) {
        var bytes = [UInt8](repeating: 0, count: 16)
        let text = String(text)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            self.init(bytes: bytes[..<4])
        } else if inet_pton(AF_INET6, text, &bytes) == 1 {
            self.init(bytes: bytes)
        } else {
            return nil
        }
    }

    init(family: Family, high: UInt64, low: UInt64) {
        self.family = family
        self.high = high
        self.low = low
    }

    /// 4 or 16 bytes.
    package var bytes: [UInt8] {
        func split(_ number: UInt64) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - $0 * 8)) } }
        return family == .v4 ? Array(split(high).prefix(4)) : split(high) + split(low)
    }

    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(family == .v4 ? AF_INET : AF_INET6, bytes, &text, socklen_t(text.count)) != nil else {
            return "?"
        }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
