package import Model

/// What one trial fetch of a source found; nothing of it is kept: `POST /v1/sources/{id}/check`.
package struct SourceCheck: WireValue, Equatable {
    /// A link the source offers.
    package struct Link: Sendable, Equatable, Decodable {
        package var url: String
        package var title: String?
        package var published: WireTime?

        package init(url: String, title: String?, published: Timestamp?) {
            self.url = url
            self.title = title
            self.published = published.map { WireTime($0) }
        }
    }

    package var id: String
    package var url: String
    package var outcome: Outcome
    /// The HTTP status, where a server answered.
    package var status: Int?
    /// What the source turned out to be: `feed`, `sitemap`, `sitemap_index`, `list`.
    package var kind: String?
    package var message: String?
    package var milliseconds: Int?
    /// Since when the source has given nothing new, where that is longer than it used to be.
    package var silentSince: WireTime?
    package var links: [Link]

    package init(
        id: String, url: String, outcome: Outcome, status: Int? = nil, kind: String? = nil, message: String? = nil,
        milliseconds: Int? = nil, silentSince: Timestamp? = nil, links: [Link] = []
    ) {
        self.id = id
        self.url = url
        self.outcome = outcome
        self.status = status
        self.kind = kind
        self.message = message
        self.milliseconds = milliseconds
        self.silentSince = silentSince.map { WireTime($0) }
        self.links = links
    }

    private enum CodingKeys: String, CodingKey {
        case id, url, outcome, status, kind, message, milliseconds, links
        case silentSince = "silent_since"
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("id", id)
        writer.member("url", url)
        writer.member("outcome", outcome.rawValue)
        writer.optional("status", status)
        writer.optional("kind", kind)
        writer.optional("message", message)
        writer.optional("milliseconds", milliseconds)
        writer.optional("silent_since", silentSince)
        writer.array("links", links) { link, writer in
            writer.member("url", link.url)
            writer.optional("title", link.title)
            writer.optional("published", link.published)
        }
    }
}
