package import HTML
package import Model

/// What the extractor is given: a parsed page and what is known about it.
package struct ExtractionInput: Sendable {
    /// The parsed page; kept alive by the input.
    package var document: Document
    /// The page's address, after redirects.
    package var url: WebURL?
    /// What the feed or list called the page.
    package var hintedTitle: String?
    /// When the feed or list said it was published.
    package var hintedPublished: Timestamp?
    /// The zone of times that name none, in seconds east of Greenwich; nil where nobody configured one.
    package var siteOffsetSeconds: Int?

    /// Hints and zone may be left out.
    package init(
        document: Document, url: WebURL?, hintedTitle: String? = nil, hintedPublished: Timestamp? = nil,
        siteOffsetSeconds: Int? = nil
    ) {
        self.document = document
        self.url = url
        self.hintedTitle = hintedTitle
        self.hintedPublished = hintedPublished
        self.siteOffsetSeconds = siteOffsetSeconds
    }
}
