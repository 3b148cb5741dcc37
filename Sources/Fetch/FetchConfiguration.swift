/// How the fetcher behaves towards every host.
package struct FetchConfiguration: Sendable {
    /// The product and its contact, such as `newsreel/0.1 (+https://example.org/bot)`.
    package var userAgent = "newsreel/0.1"
    /// A mail address for the From header (RFC 9110 §10.1.2); nil sends none.
    package var from: String?
    package var accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    /// The Accept-Language header; nil sends none.
    package var acceptLanguage: String?
    /// Transfers at once; further requests wait their turn in the order they came.
    package var maximumConcurrency = 64
    /// Bytes of all bodies that were received and are still held, by transfers and by captures; beyond them nothing begins.
    package var maximumBytesInFlight = 256 << 20
    /// Ports of this machine that nothing may be fetched from: the daemon's own.
    package var ownPorts: [Int] = []
    /// Redirects of one request that are followed.
    package var maximumRedirects = 20
    package var headLimits = HeadLimits()
    package var timeouts = FetchTimeouts()
    /// Networks that are open to every request, whatever they are.
    package var allowedNetworks: [IPNetwork] = []
    /// A proxy as libcurl writes it (`http://host:port`, `socks5h://…`); nil means none, and the environment is never asked.
    ///
    /// The proxy then resolves names and guards its own network: the address policy sees only addresses written in URLs.
    package var proxy: String?
    /// A PEM file of certificate authorities in place of the system's.
    package var authorityFile: String?

    package init() {}
}

/// The bounds on a response's head.
package struct HeadLimits: Hashable, Sendable {
    /// Bytes of all heads and trailers of one response.
    package var bytes: Int
    /// Lines of all heads and trailers of one response.
    package var fields: Int

    package init(bytes: Int = 128 * 1024, fields: Int = 500) {
        self.bytes = bytes
        self.fields = fields
    }
}

/// How long a host may take; the limit for the whole is the request's own.
package struct FetchTimeouts: Hashable, Sendable {
    /// From the start to an open connection: name resolution, TCP and TLS.
    package var connect: Duration = .seconds(10)
    /// From the start until the response's head is whole, so that a head that trickles does not count as life.
    package var firstByte: Duration = .seconds(20)
    /// A body slower than this for `lowSpeedTime` is given up; 0 turns the check off.
    package var lowSpeedBytesPerSecond = 100
    /// Whole seconds, at least one.
    package var lowSpeedTime: Duration = .seconds(15)

    package init() {}
}
