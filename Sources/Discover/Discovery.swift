package import Model

/// A captured page that is to be read for links.
package struct PageInput: Sendable {
    /// The body, without its content coding.
    package var bytes: [UInt8]
    package var contentType: String?
    /// Where it came from after redirects: the base of its links.
    package var url: WebURL

    package init(bytes: [UInt8], contentType: String?, url: WebURL) {
        self.bytes = bytes
        self.contentType = contentType
        self.url = url
    }
}

/// What a source's URL is said to be.
package enum SourceKind: String, Sendable, CaseIterable {
    case feed, sitemap, list, page
    /// Whatever it turns out to be.
    case auto
}

/// What a page links to.
package struct Discovery: Sendable {
    /// What the page turned out to be.
    package enum Kind: String, Sendable {
        case feed, sitemap, sitemapIndex, list, page
    }

    package var kind: Kind
    /// In the page's order, each URL once.
    package var articles: [DiscoveredLink] = []
    /// An index's sitemaps, the latest changed first, and those without a date in the index's order after them.
    package var sitemaps: [WebURL] = []
    /// When each of ``sitemaps`` changed last, where the index says so.
    package var sitemapChanges: [WebURL: Timestamp] = [:]
    /// A page's feeds, the best first; none of its comments.
    package var announcedFeeds: [WebURL] = []
    /// The next page of a list or of a paged feed.
    package var next: WebURL?
    /// Plain text.
    package var title: String?
    /// How often a feed wants to be asked.
    package var refresh = FeedRefresh()
    /// Whether the document was cut or not well-formed: links may be missing.
    package var isDamaged = false
}
