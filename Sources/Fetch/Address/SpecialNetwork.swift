/// A range of addresses that is no public web server's, and why (IANA's special-purpose registries, RFC 6890).
struct SpecialNetwork: Sendable {
    /// Who may open the range.
    enum Opening: Sendable {
        /// A request that allows private addresses, or one that names the network.
        case asPrivate
        /// Only a request that names the network.
        case byName
    }

    let network: IPNetwork
    /// A noun phrase for messages: "it is a … address".
    let reason: String
    let opening: Opening
    /// Where in the address an IPv4 address is carried (a byte position), which must then pass as well.
    let embedded: Int?

    /// The first row that holds the address decides, so the single machines stand before their networks.
    static let all: [SpecialNetwork] = metadata + version4 + version6

    /// The services that hand out credentials to whoever asks from inside a cloud.
    private static let metadata: [SpecialNetwork] = [
        v4(169, 254, 169, 254, 32, "cloud metadata", .byName),
        v4(169, 254, 170, 2, 32, "cloud metadata", .byName),
        v4(100, 100, 100, 200, 32, "cloud metadata", .byName),
        v4(168, 63, 129, 16, 32, "cloud metadata", .byName),
        v4(192, 0, 0, 192, 32, "cloud metadata", .byName),
        v6([0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x254], 128, "cloud metadata", .byName),
        v6([0xfd20, 0xce, 0, 0, 0, 0, 0, 0x254], 128, "cloud metadata", .byName),
    ]

    private static let version4: [SpecialNetwork] = [
        v4(0, 0, 0, 0, 8, "\"this network\"", .byName),
        v4(10, 0, 0, 0, 8, "private", .asPrivate),
        v4(100, 64, 0, 0, 10, "carrier-grade NAT", .asPrivate),
        v4(127, 0, 0, 0, 8, "loopback", .asPrivate),
        v4(169, 254, 0, 0, 16, "link-local", .asPrivate),
        v4(172, 16, 0, 0, 12, "private", .asPrivate),
        v4(192, 0, 0, 0, 24, "protocol assignment", .byName),
        v4(192, 0, 2, 0, 24, "documentation", .byName),
        v4(192, 88, 99, 0, 24, "6to4 relay", .byName),
        v4(192, 168, 0, 0, 16, "private", .asPrivate),
        v4(198, 18, 0, 0, 15, "benchmark", .byName),
        v4(198, 51, 100, 0, 24, "documentation", .byName),
        v4(203, 0, 113, 0, 24, "documentation", .byName),
        v4(224, 0, 0, 0, 4, "multicast", .byName),
        v4(240, 0, 0, 0, 4, "reserved", .byName),
    ]

    private static let version6: [SpecialNetwork] = [
        v6([], 128, "unspecified", .byName),
        v6([0, 0, 0, 0, 0, 0, 0, 1], 128, "loopback", .asPrivate),
        v6([0, 0, 0, 0, 0, 0xffff], 96, "IPv4-mapped", .byName),
        v6([], 96, "IPv4-compatible", .byName),
        v6([0x64, 0xff9b], 96, "NAT64", .asPrivate, embedded: 12),
        v6([0x64, 0xff9b, 1], 48, "local NAT64", .asPrivate, embedded: 12),
        v6([0x2001, 0], 32, "Teredo", .byName),
        v6([0x2001, 0xdb8], 32, "documentation", .byName),
        v6([0x2001, 0], 23, "protocol assignment", .byName),
        v6([0x2002], 16, "6to4", .asPrivate, embedded: 2),
        v6([0x3fff], 20, "documentation", .byName),
        v6([0xfc00], 7, "unique local", .asPrivate),
        v6([0xfe80], 10, "link-local", .asPrivate),
        v6([0xfec0], 10, "site-local", .asPrivate),
        v6([0xff00], 8, "multicast", .byName),
        // What is left below and above 2000::/3 is given to nobody (RFC 4291 §2.4).
        v6([0], 3, "reserved", .byName),
        v6([0x4000], 2, "reserved", .byName),
        v6([0x8000], 1, "reserved", .byName),
    ]

    private static func v4(
        _ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8, _ length: Int, _ reason: String, _ opening: Opening
    ) -> SpecialNetwork {
        let network = IPNetwork(IPAddress(a, b, c, d), prefixLength: length)
        return SpecialNetwork(network: network, reason: reason, opening: opening, embedded: nil)
    }

    /// The leading groups of 16 bits; the rest is zero.
    private static func v6(
        _ groups: [UInt64], _ length: Int, _ reason: String, _ opening: Opening, embedded: Int? = nil
    ) -> SpecialNetwork {
        let padded = groups + Array(repeating: 0, count: 8 - groups.count)
        let address = IPAddress(
            family: .v6, high: padded[..<4].reduce(0) { $0 << 16 | $1 }, low: padded[4...].reduce(0) { $0 << 16 | $1 })
        let network = IPNetwork(address, prefixLength: length)
        return SpecialNetwork(network: network, reason: reason, opening: opening, embedded: embedded)
    }
}
