import Fetch
import Testing

struct AddressPolicyTests {
    /// What is closed by default, the reason that is given, and whether allowing private addresses opens it.
    static let closed: [(address: String, reason: String, isPrivate: Bool)] = [
        ("0.0.0.0", "\"this network\"", false), ("0.1.2.3", "\"this network\"", false),
        ("10.0.0.1", "private", true), ("10.255.255.255", "private", true),
        ("100.64.0.1", "carrier-grade NAT", true), ("100.127.255.255", "carrier-grade NAT", true),
        ("100.100.100.200", "cloud metadata", false),
        ("127.0.0.1", "loopback", true), ("127.255.255.254", "loopback", true),
        ("168.63.129.16", "cloud metadata", false),
        ("169.254.0.1", "link-local", true), ("169.254.169.254", "cloud metadata", false),
        ("169.254.170.2", "cloud metadata", false),
        ("172.16.0.1", "private", true), ("172.31.255.255", "private", true),
        ("192.0.0.1", "protocol assignment", false), ("192.0.2.1", "documentation", false),
        ("192.88.99.1", "6to4 relay", false), ("192.168.0.1", "private", true), ("192.168.255.255", "private", true),
        ("198.18.0.1", "benchmark", false), ("198.19.255.255", "benchmark", false),
        ("198.51.100.7", "documentation", false), ("203.0.113.7", "documentation", false),
        ("224.0.0.1", "multicast", false), ("239.255.255.255", "multicast", false),
        ("240.0.0.1", "reserved", false), ("255.255.255.255", "reserved", false),
        ("::", "unspecified", false), ("::1", "loopback", true),
        ("::ffff:127.0.0.1", "IPv4-mapped", false), ("::ffff:8.8.8.8", "IPv4-mapped", false),
        ("::127.0.0.1", "IPv4-compatible", false),
        ("64:ff9b::8.8.8.8", "NAT64", true), ("64:ff9b:1::8.8.8.8", "local NAT64", true),
        ("64:ff9b::169.254.169.254", "NAT64", false), ("64:ff9b::10.0.0.1", "NAT64", true),
        ("100::1", "reserved", false), ("2001::1", "Teredo", false), ("2001:2::1", "protocol assignment", false),
        ("2001:db8::1", "documentation", false), ("2002:808:808::1", "6to4", true),
        ("2002:a9fe:a9fe::1", "6to4", false), ("3fff::1", "documentation", false), ("4000::1", "reserved", false),
        ("fc00::1", "unique local", true), ("fdff::1", "unique local", true),
        ("fd00:ec2::254", "cloud metadata", false),
        ("fe80::1", "link-local", true), ("febf::1", "link-local", true), ("fec0::1", "site-local", true),
        ("ff02::1", "multicast", false),
    ]

    @Test(arguments: closed)
    func anAddressOfNoPublicServerIsDenied(_ row: (address: String, reason: String, isPrivate: Bool)) throws {
        let address = try #require(IPAddress(row.address))
        #expect(AddressPolicy().verdict(for: address) == .denied(reason: row.reason))
        #expect(AddressPolicy().verdict(forBytes: address.bytes) == .denied(reason: row.reason))
        let open = AddressPolicy(allowsPrivate: true).verdict(for: address)
        #expect((open == .allowed) == row.isPrivate, "\(open)")
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "191.255.255.255", "192.0.1.0", "192.167.0.1",
        "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2000::1", "2001:200::1", "2001:4860::8888",
        "2003::1", "2606:4700::1", "3ffe::1",
    ])
    func aPublicAddressIsAllowed(_ text: String) throws {
        #expect(AddressPolicy().verdict(for: try #require(IPAddress(text))) == .allowed)
    }

    @Test func aNamedNetworkIsOpenAndItsNeighboursAreNot() throws {
        let network = try #require(IPNetwork("10.20.0.0/16"))
        let policy = AddressPolicy(allowedNetworks: [network])
        #expect(policy.verdict(for: IPAddress(10, 20, 255, 1)) == .allowed)
        #expect(policy.verdict(for: IPAddress(10, 21, 0, 0)) == .denied(reason: "private"))
        #expect(policy.verdict(for: IPAddress(127, 0, 0, 1)) == .denied(reason: "loopback"))
    }

    @Test func evenMetadataCanBeNamed() throws {
        let policy = AddressPolicy(allowedNetworks: [try #require(IPNetwork("169.254.169.254"))])
        #expect(policy.verdict(for: IPAddress(169, 254, 169, 254)) == .allowed)
    }

    @Test(arguments: [0, 3, 5, 15, 17])
    func bytesThatAreNoAddressAreDenied(_ count: Int) {
        let policy = AddressPolicy(allowsPrivate: true)
        #expect(policy.verdict(forBytes: [UInt8](repeating: 1, count: count)) == .denied(reason: "unknown kind of"))
    }
}

struct IPNetworkTests {
    @Test(arguments: ["10.0.0.0/8", "0.0.0.0/0", "192.0.2.1/32", "::/0", "2001:db8::/32", "fe80::1/128"])
    func aNetworkIsWrittenAsItWasRead(_ text: String) throws {
        #expect(try #require(IPNetwork(text)).description == text)
    }

    @Test(arguments: [
        "", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8", "10.0.0/8", "10.0.0.256/8",
        "::/129", "fe80::1%eth0/64", "localhost/8", "010.0.0.1.2",
    ])
    func whatIsNoNetworkIsRefused(_ text: String) {
        #expect(IPNetwork(text) == nil)
    }

    @Test func theBitsBehindThePrefixDoNotCount() throws {
        #expect(try #require(IPNetwork("10.1.2.3/8")).description == "10.0.0.0/8")
        #expect(try #require(IPNetwork("2001:db8:1:2:3::/33")).description == "2001:db8::/33")
    }

    @Test func theBordersOfANetworkBelongToIt() throws {
        let network = try #require(IPNetwork("2001:db8::/65"))
        #expect(network.contains(try #require(IPAddress("2001:db8::7fff:ffff:ffff:ffff"))))
        #expect(!network.contains(try #require(IPAddress("2001:db8::8000:0:0:0"))))
    }

    @Test func theFamiliesAreKeptApart() throws {
        let everything = try #require(IPNetwork("0.0.0.0/0"))
        #expect(everything.contains(IPAddress(255, 255, 255, 255)))
        #expect(!everything.contains(try #require(IPAddress("::ffff:1.2.3.4"))))
    }

    @Test func addressesAreWrittenAsTheyAreRead() throws {
        for text in ["1.2.3.4", "::1", "2001:db8::1:0:0:1", "::ffff:1.2.3.4"] {
            let address = try #require(IPAddress(text))
            #expect(address.description == text)
            #expect(IPAddress(bytes: address.bytes) == address)
        }
    }
}
