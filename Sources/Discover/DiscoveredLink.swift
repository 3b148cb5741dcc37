package import Model

/// A link to what is probably an article, with what the page that carries it says about it.
///
/// The times and the title are hints: the article's own page decides.
package struct DiscoveredLink: Hashable, Sendable {
    /// Absolute, http or https.
    package var url: WebURL
    /// Plain text.
    package var title: String?
    package var published: Timestamp?
    package var updated: Timestamp?
    /// A sitemap's `lastmod`.
    package var lastModified: Timestamp?

    package init(
        url: WebURL, title: String? = nil, published: Timestamp? = nil, updated: Timestamp? = nil,
        lastModified: Timestamp? = nil
    ) {
        self.url = url
        self.title = title
        self.published = published
        self.updated = updated
        self.lastModified = lastModified
    }
}
