package import Model

/// What became of one record of a web archive: a line of the answer of `POST /v1/import`.
package struct ImportedLine: WireValue, Equatable {
    /// Records' bytes that one request may have.
    package static let maximumBytes = 96 << 20

    /// The record's URL; nil where it has none.
    package var url: String?
    /// An ``Outcome``'s name; `known` for a record that an earlier import took in; else why it was passed over.
    package var outcome: String
    package var articleID: String?
    package var title: String?
    package var message: String?

    package init(
        url: String?, outcome: String, articleID: String? = nil, title: String? = nil, message: String? = nil
    ) {
        self.url = url
        self.outcome = outcome
        self.articleID = articleID
        self.title = title
        self.message = message
    }

    private enum CodingKeys: String, CodingKey {
        case url, outcome, title, message
        case articleID = "article_id"
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.optional("url", url)
        writer.member("outcome", outcome)
        writer.optional("article_id", articleID)
        writer.optional("title", title)
        writer.optional("message", message)
    }
}
