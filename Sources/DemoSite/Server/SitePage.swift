/// What the site answers at a path.
struct SitePage: Sendable {
    var status = 200
    var contentType: String
    var body: [UInt8]
    /// RFC 9110 HTTP date of the last change.
    var lastModified: String?

    /// A tag that changes with the body: 64-bit FNV-1a.
    var entityTag: String {
        let hash = body.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return "\"\(String(hash, radix: 16))\""
    }

    static func html(_ text: String) -> SitePage {
        SitePage(contentType: "text/html; charset=utf-8", body: Array(text.utf8))
    }

    static func xml(_ text: String, type: String) -> SitePage {
        SitePage(contentType: type, body: Array(text.utf8))
    }

    static func plain(_ text: String, status: Int = 200) -> SitePage {
        SitePage(status: status, contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
    }
}

/// One of the site's outlets: an address on loopback and what it serves.
protocol Outlet: Sendable {
    var address: String { get }
    /// The page at a path; nil where there is none.
    func page(at path: String) -> SitePage?
}
