package import Model

/// Which kept pages are to be read again, and their articles appended as new versions: the body of `POST /v1/replay`.
package struct RewriteOrder: WireValue, Equatable {
    /// So many pages one request may name.
    package static let maximumPages = 256

    /// Where the pages lie in the pages reel.
    package var pages: [Offset]

    package init(pages: [Offset]) { self.pages = pages }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.key("pages")
        writer.beginArray()
        for page in pages { writer.value(page.rawValue) }
        writer.endArray()
    }
}

/// What became of one page: a line of the answer.
package struct RewrittenLine: WireValue, Equatable {
    package var page: Offset
    package var url: String?
    /// An ``Outcome``'s name, `updated` where a new version was appended; `superseded` where a newer page of the address counts;
    /// `not_kept` where no page lies there.
    package var outcome: String
    package var articleID: String?
    package var version: Int?
    /// The id of the version before.
    package var supersedes: String?
    package var message: String?

    package init(
        page: Offset, url: String?, outcome: String, articleID: String? = nil, version: Int? = nil,
        supersedes: String? = nil, message: String? = nil
    ) {
        self.page = page
        self.url = url
        self.outcome = outcome
        self.articleID = articleID
        self.version = version
        self.supersedes = supersedes
        self.message = message
    }

    private enum CodingKeys: String, CodingKey {
        case url, outcome, version, supersedes, message
        case page = "page_offset"
        case articleID = "article_id"
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("page_offset", page.rawValue)
        writer.optional("url", url)
        writer.member("outcome", outcome)
        writer.optional("article_id", articleID)
        if let version { writer.member("version", version) }
        writer.optional("supersedes", supersedes)
        writer.optional("message", message)
    }
}
