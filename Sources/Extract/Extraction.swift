package import Model

/// What extraction comes to.
package enum Extraction: Sendable {
    case article(ArticleDraft)
    /// `reason` is one word in snake case, a raw value of `NotAnArticle`.
    case notAnArticle(reason: String)
}

/// Why a page is no article.
package enum NotAnArticle: String, Sendable, CaseIterable {
    case empty
    case tooShort = "too_short"
    case listPage = "list_page"
    case soft404 = "soft_404"
    case verificationWall = "verification_wall"
}

/// An article as the page gives it, before it is numbered, compared and kept.
package struct ArticleDraft: Sendable {
    /// What the page says, with the evidence of each field.
    package var content: ArticleContent
    /// All candidates of every field, the winner first.
    package var explanation: [FieldExplanation]
    /// The page's own canonical address, where it is one of the same site.
    package var canonicalURL: WebURL?
}

/// The candidates of one field.
package struct FieldExplanation: Sendable, Equatable {
    /// The field's JSON name.
    package var field: String
    /// Best first; the first is the one that was taken.
    package var candidates: [FieldCandidate]
}

/// A value that some rule offers for a field.
package struct FieldCandidate: Sendable, Equatable {
    /// The value as text; dates in RFC 3339, names joined by commas.
    package var value: String
    /// The rule, such as `og:title`, `json-ld`, `byline`.
    package var rule: String
    /// 0 to 1.
    package var confidence: Double
}
