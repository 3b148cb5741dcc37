// The parts of a URL. Each is a copy of a piece of the href, percent-encoded as it stands there.
extension WebURL {
    /// In lower case, without the colon.
    package var scheme: String { text(layout.scheme) }

    /// Empty where there is none.
    package var username: String { text(layout.username) }

    /// Empty where there is none.
    package var password: String { text(layout.password) }

    /// A domain in ASCII, an IPv4 address, or an IPv6 address in brackets; nil where the URL has no authority.
    package var host: String? { layout.hasAuthority ? text(layout.host) : nil }

    /// The port that is written; nil for the scheme's own.
    package var port: Int? { layout.port.isEmpty ? nil : Int(text(layout.port)) }

    /// The port that is written, or the scheme's own.
    package var effectivePort: Int? { port ?? specialScheme.defaultPort }

    /// Starts with a slash, except where it is opaque (`mailto:`, `data:`).
    package var path: String { text(layout.path) }

    /// Without the question mark; nil where there is none.
    package var query: String? { layout.query.map(text) }

    /// Without the number sign; nil where there is none.
    package var fragment: String? {
        let start = Int(layout.fragmentStart)
        return start < href.utf8.count ? text(start + 1..<href.utf8.count) : nil
    }

    /// Path and query, as a request line and a robots rule have them.
    package var pathAndQuery: String { text(Int(layout.pathStart)..<Int(layout.fragmentStart)) }

    /// `scheme://host[:port]` of an HTTP, WebSocket or FTP URL; `null` for every other (URL Standard, 4.7).
    package var origin: String {
        switch specialScheme {
        case .file, .other: "null"
        default: text(layout.scheme) + "://" + text(Int(layout.hostStart)..<Int(layout.pathStart))
        }
    }

    /// Whether the scheme is `http` or `https`.
    package var isHTTP: Bool {
        let scheme = specialScheme
        return scheme == .http || scheme == .https
    }

    /// Whether the path has no hierarchy, so that nothing can be resolved against it.
    package var hasOpaquePath: Bool {
        guard !layout.hasAuthority else { return false }
        return withBytes { layout.path.isEmpty || $0[layout.path.lowerBound] != UInt8(ascii: "/") }
    }

    /// The name that was registered, below a public suffix; nil for addresses and for public suffixes themselves.
    package var registrableDomain: String? { host.flatMap(RegistrableDomain.of(asciiHost:)) }

    /// The same URL without its fragment.
    package var withoutFragment: WebURL {
        let end = Int(layout.fragmentStart)
        return end < href.utf8.count ? WebURL(href: text(0..<end), layout: layout) : self
    }
}
