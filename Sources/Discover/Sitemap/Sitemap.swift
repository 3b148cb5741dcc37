package import Model

/// A sitemap (sitemaps.org), or an index of sitemaps.
package struct Sitemap: Sendable {
    /// Whether the URLs are pages or further sitemaps.
    package enum Kind: String, Sendable {
        case urlset, index
    }

    package var kind: Kind
    /// In the file's order; at most ``SitemapReader/maximumURLs``.
    package var urls: [SitemapURL] = []
    /// Whether the document was cut or not well-formed: URLs may be missing.
    package var isDamaged = false
}

/// One URL of a sitemap.
package struct SitemapURL: Sendable {
    /// Absolute, http or https.
    package var location: WebURL
    package var lastModified: Timestamp?
    /// What Google's news extension says about the page.
    package var news: SitemapNews?

    package init(location: WebURL, lastModified: Timestamp? = nil, news: SitemapNews? = nil) {
        self.location = location
        self.lastModified = lastModified
        self.news = news
    }
}

/// The news extension of a sitemap's URL.
package struct SitemapNews: Hashable, Sendable {
    package var title: String?
    package var published: Timestamp?
    /// The name of the publication.
    package var publication: String?
    /// As written, such as `zh-cn`.
    package var language: String?
}
