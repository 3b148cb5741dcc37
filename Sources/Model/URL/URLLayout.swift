/// Where the parts of a serialised URL lie: byte offsets into its href.
///
///     https://user:pass@example.org:8080/a/b?c=d#e
///          |      |     |          |    |   |   fragmentStart
///          |      |     |          |    |   queryStart
///          |      |     |          |    pathStart
///          |      |     |          hostEnd
///          |      |     hostStart
///          |      usernameEnd
///          schemeEnd
///
/// Without a query, `queryStart` is `fragmentStart`; without a fragment, `fragmentStart` is the length. Without an
/// authority, `usernameEnd`, `hostStart` and `hostEnd` are the byte after the scheme's colon.
struct URLLayout: Hashable, Sendable {
    var schemeEnd: UInt32 = 0
    var usernameEnd: UInt32 = 0
    var hostStart: UInt32 = 0
    var hostEnd: UInt32 = 0
    var pathStart: UInt32 = 0
    var queryStart: UInt32 = 0
    var fragmentStart: UInt32 = 0

    var hasAuthority: Bool { hostStart > schemeEnd + 1 }

    var scheme: Range<Int> { 0..<Int(schemeEnd) }
    /// After `//`; only where there is an authority.
    var authorityStart: Int { Int(schemeEnd) + 3 }
    var username: Range<Int> { hasAuthority ? authorityStart..<Int(usernameEnd) : 0..<0 }
    var host: Range<Int> { Int(hostStart)..<Int(hostEnd) }
    var path: Range<Int> { Int(pathStart)..<Int(queryStart) }

    /// Between the colon and the `@`.
    var password: Range<Int> {
        hasAuthority && usernameEnd + 1 < hostStart ? Int(usernameEnd) + 1..<Int(hostStart) - 1 : 0..<0
    }

    /// Without its question mark; nil where there is none.
    var query: Range<Int>? { queryStart < fragmentStart ? Int(queryStart) + 1..<Int(fragmentStart) : nil }

    /// The digits after the host's colon; empty where there are none.
    var port: Range<Int> { hasAuthority && hostEnd < pathStart ? Int(hostEnd) + 1..<Int(pathStart) : 0..<0 }
}
