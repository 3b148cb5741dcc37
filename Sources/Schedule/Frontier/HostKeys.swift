internal import Model

/// The name under which a URL's host is queued: its registrable domain, or the host itself.
struct HostKeys: Sendable {
    let byDomain: Bool
    private var known: [String: String] = [:]

    /// Names kept; with more of them all are looked up again.
    private static let maximumKept = 50_000

    init(byDomain: Bool) { self.byDomain = byDomain }

    /// An address, and a host that is a public suffix, stand for themselves.
    mutating func key(of url: CanonicalURL) -> String {
        let host = url.host
        guard byDomain else { return host }
        if let key = known[host] { return key }
        if known.count >= HostKeys.maximumKept { known.removeAll(keepingCapacity: true) }
        let key = RegistrableDomain.of(host) ?? host
        known[host] = key
        return key
    }
}
