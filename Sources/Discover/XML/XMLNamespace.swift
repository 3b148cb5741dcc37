/// The namespaces that feeds and sitemaps use, each under one name for all its spellings.
///
/// A URI that is not in the table becomes ``other(_:)``, numbered by the document. Elements without a namespace, and
/// those of the RSS family that differ by version only, are told apart by the reader, which knows the root element.
enum XMLNamespace: Hashable, Sendable {
    case none, xml, rss, atom, rdf, dublinCore, dublinCoreTerms, content, syndication, itunes, media, xhtml
    case sitemap, news, newsreel
    case other(Int)

    /// The namespace of a URI, if it is one of the table.
    init?(uri: String) {
        let lower = uri.lowercased()
        guard let found = XMLNamespace.byURI[lower.hasSuffix("/") ? String(lower.dropLast()) : lower] else {
            return nil
        }
        self = found
    }

    /// What a prefix that the document does not declare most likely stands for; nil for one that nobody knows.
    init?(undeclaredPrefix prefix: String) {
        guard let found = XMLNamespace.byPrefix[prefix.lowercased()] else { return nil }
        self = found
    }

    private static let byPrefix: [String: XMLNamespace] = [
        "xml": .xml, "atom": .atom, "rdf": .rdf, "dc": .dublinCore, "dcterms": .dublinCoreTerms, "content": .content,
        "sy": .syndication, "itunes": .itunes, "media": .media, "news": .news, "rss": .rss, "n": .news,
    ]

    /// Lower case, without a slash at the end: feeds in the wild vary both.
    private static let byURI: [String: XMLNamespace] = [
        "http://www.w3.org/xml/1998/namespace": .xml,
        "http://www.w3.org/1999/xhtml": .xhtml,
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": .rdf,
        "http://purl.org/rss/1.0": .rss,
        "http://my.netscape.com/rdf/simple/0.9": .rss,
        "http://channel.netscape.com/rdf/simple/0.9": .rss,
        "http://backend.userland.com/rss": .rss,
        "http://backend.userland.com/rss2": .rss,
        "http://blogs.law.harvard.edu/tech/rss": .rss,
        "http://cyber.law.harvard.edu/rss": .rss,
        "http://www.w3.org/2005/atom": .atom,
        "http://purl.org/atom/ns#": .atom,
        "http://purl.org/dc/elements/1.1": .dublinCore,
        "http://purl.org/dc/elements/1.0": .dublinCore,
        "http://purl.org/dc/terms": .dublinCoreTerms,
        "http://purl.org/rss/1.0/modules/content": .content,
        "http://purl.org/rss/1.0/modules/syndication": .syndication,
        "http://www.itunes.com/dtds/podcast-1.0.dtd": .itunes,
        "http://search.yahoo.com/mrss": .media,
        "http://www.sitemaps.org/schemas/sitemap/0.9": .sitemap,
        "https://www.sitemaps.org/schemas/sitemap/0.9": .sitemap,
        "http://www.google.com/schemas/sitemap/0.84": .sitemap,
        "http://www.google.com/schemas/sitemap/0.9": .sitemap,
        "http://www.google.com/schemas/sitemap-news/0.9": .news,
        "https://www.google.com/schemas/sitemap-news/0.9": .news,
        "urn:newsreel:opml": .newsreel,
    ]
}
