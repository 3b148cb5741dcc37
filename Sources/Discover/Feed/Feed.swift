package import Model

/// A news feed: what RSS, Atom and JSON Feed have in common.
package struct Feed: Sendable {
    /// The family a feed was written in.
    package enum Kind: String, Sendable {
        /// RSS 0.9x and 2.0, and Microsoft's older CDF.
        case rss
        /// RSS 0.9 and 1.0, which are RDF.
        case rdf
        /// Atom 0.3 and 1.0 (RFC 4287).
        case atom
        /// JSON Feed 1.x.
        case json
    }

    package var kind: Kind
    /// Plain text.
    package var title: String?
    /// The site's page.
    package var link: WebURL?
    /// In the feed's order; at most ``FeedReader/maximumItems``.
    package var items: [FeedItem] = []
    package var refresh = FeedRefresh()
    /// The next page of a paged feed (RFC 5005, JSON Feed's `next_url`).
    package var next: WebURL?
    /// Whether the document was cut or not well-formed: items may be missing.
    package var isDamaged = false
}

/// One entry of a feed.
package struct FeedItem: Sendable {
    /// Plain text.
    package var title: String?
    /// The article's page, absolute, http or https.
    package var url: WebURL?
    /// What the feed calls the item: a guid, an atom:id; not always a URL.
    package var id: String?
    package var published: Timestamp?
    package var updated: Timestamp?
    /// Names; an e-mail address where the feed gives no name.
    package var authors: [String] = []
    /// The item's own summary; where it has none, its content.
    package var summary: FeedText?
    package var content: FeedText?
    /// Labels and terms, in the feed's order.
    package var categories: [String] = []
}

/// What a feed asks of those who poll it.
package struct FeedRefresh: Hashable, Sendable {
    /// RSS `ttl`: how long the feed may be kept.
    package var timeToLive: Duration?
    /// `sy:updatePeriod` divided by `sy:updateFrequency`.
    package var updateInterval: Duration?
    /// Hours of the day (GMT, 0 to 23) when nothing new appears.
    package var skipHours: Set<Int> = []
    /// Days of the week (0 is Sunday) when nothing new appears.
    package var skipDays: Set<Int> = []

    package init() {}

    /// The longer of what the feed asks for; a hint, and often a wrong one.
    package var interval: Duration? {
        guard let timeToLive, let updateInterval else { return timeToLive ?? updateInterval }
        return max(timeToLive, updateInterval)
    }
}
