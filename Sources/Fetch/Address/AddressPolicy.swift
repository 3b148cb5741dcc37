/// Which addresses a request may connect to, so that no page can make the daemon speak to its own network (SSRF).
///
/// Asked with the bytes of each address after name resolution, before a socket is opened, and again before a request goes out
/// on a connection that is already open.
package struct AddressPolicy: Hashable, Sendable {
    /// What the policy says of one address.
    package enum Verdict: Hashable, Sendable {
        case allowed
        /// The reason is the kind of address, such as `loopback`.
        case denied(reason: String)
    }

    /// Opens loopback, RFC 1918, carrier-grade NAT, link-local, unique local, NAT64 and 6to4.
    ///
    /// Cloud metadata, multicast, documentation and reserved addresses stay closed.
    package let allowsPrivate: Bool
    /// Networks that are open whatever they are.
    package let allowedNetworks: [IPNetwork]

    package init(allowsPrivate: Bool = false, allowedNetworks: [IPNetwork] = []) {
        self.allowsPrivate = allowsPrivate
        self.allowedNetworks = allowedNetworks
    }

    /// Whether a connection to the address may be made or used.
    package func verdict(for address: IPAddress) -> Verdict {
        if allowedNetworks.contains(where: { $0.contains(address) }) { return .allowed }
        guard let special = SpecialNetwork.all.first(where: { $0.network.contains(address) }) else { return .allowed }
        guard allowsPrivate, special.opening == .asPrivate else { return .denied(reason: special.reason) }
        guard let position = special.embedded else { return .allowed }
        // A gateway would carry the request on to the IPv4 address inside.
        guard let inner = IPAddress(bytes: address.bytes[position..<position + 4]) else {
            return .denied(reason: special.reason)
        }
        return verdict(for: inner)
    }

    /// The same for the bytes of an address; anything but 4 or 16 bytes is denied.
    package func verdict(forBytes bytes: some Sequence<UInt8>) -> Verdict {
        IPAddress(bytes: bytes).map { verdict(for: $0) } ?? .denied(reason: "unknown kind of")
    }
}
