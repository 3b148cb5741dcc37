package import Model

/// Which rule gave each field of an article, and what the others offered: `GET /v1/explain`.
package struct ExplainReport: WireValue, Equatable {
    package var articleID: String
    package var url: String
    package var fields: [ExplainedField]

    package init(articleID: String, url: String, fields: [ExplainedField]) {
        self.articleID = articleID
        self.url = url
        self.fields = fields
    }

    private enum CodingKeys: String, CodingKey {
        case url, fields
        case articleID = "article_id"
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("article_id", articleID)
        writer.member("url", url)
        writer.array("fields", fields) { $0.writeMembers(to: &$1) }
    }
}

/// The candidates of one field, the chosen one first.
package struct ExplainedField: Sendable, Equatable, Decodable {
    package struct Candidate: Sendable, Equatable, Decodable {
        package var value: String
        /// The rule, such as `og:title`.
        package var from: String
        /// 0 to 1.
        package var confidence: Double
        package var isChosen: Bool

        package init(value: String, from: String, confidence: Double, isChosen: Bool) {
            self.value = value
            self.from = from
            self.confidence = confidence
            self.isChosen = isChosen
        }

        private enum CodingKeys: String, CodingKey {
            case value, from, confidence
            case isChosen = "chosen"
        }
    }

    /// The field's JSON name.
    package var field: String
    package var candidates: [Candidate]

    package init(field: String, candidates: [Candidate]) {
        self.field = field
        self.candidates = candidates
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("field", field)
        writer.array("candidates", candidates) { candidate, writer in
            writer.member("value", candidate.value)
            writer.member("from", candidate.from)
            writer.member("confidence", candidate.confidence)
            writer.member("chosen", candidate.isChosen)
        }
    }
}
