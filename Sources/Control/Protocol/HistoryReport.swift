package import Model

/// What became of a URL's article: the first line of the answer of `GET /v1/history`; each version's article follows, oldest first.
package struct HistoryReport: WireValue, Equatable {
    /// The canonical URL.
    package var url: String
    package var versions: Int
    /// When the page was last there.
    package var lastSeen: WireTime?
    /// When its server first said that it is gone, where it has not been back since: the article was withdrawn between the two.
    package var gone: WireTime?
    /// Why a page that answers with success tells that it is gone: `soft_404`, `front_page`; nil where the server says so.
    package var reason: String?

    package init(url: String, versions: Int, lastSeen: Timestamp?, gone: Timestamp?, reason: String? = nil) {
        self.url = url
        self.versions = versions
        self.lastSeen = lastSeen.map { WireTime($0) }
        self.gone = gone.map { WireTime($0) }
        self.reason = reason
    }

    private enum CodingKeys: String, CodingKey {
        case url, versions, gone, reason
        case lastSeen = "last_seen"
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("url", url)
        writer.member("versions", versions)
        writer.optional("last_seen", lastSeen)
        writer.optional("gone", gone)
        writer.optional("reason", reason)
    }
}
