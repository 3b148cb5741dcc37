import Decode
package import Model

/// Reads sitemaps and sitemap indexes, with the news extension; plain lists of URLs; and feeds that stand in for one.
///
/// A body that is still gzip is inflated first, within a limit. Bounded and linear; a file that was cut gives the URLs before
/// the cut.
package enum SitemapReader {
    /// The protocol allows 50,000 URLs a file; what comes after these is left out.
    package static let maximumURLs = 100_000

    /// The sitemap in a body; a location that begins with a slash is taken against `url`.
    ///
    /// Throws `notASitemap` for anything else, `empty` for nothing.
    package static func read(
        _ bytes: [UInt8], contentType: String?, url: WebURL?
    ) throws(DiscoverError) -> Sitemap {
        let bytes = try GzipBody.unpacked(bytes, url: url)
        let form = PageSniffer.form(of: bytes)
        switch form {
        case .empty: throw DiscoverError(.empty, url: url, found: "nothing")
        case .json: throw DiscoverError(.notASitemap, url: url, found: "JSON")
        case .text:
            let page = PageDecoder.decode(bytes, contentType: contentType, kind: .text)
            guard let sitemap = TextSitemap.read(page.utf8) else {
                throw DiscoverError(.notASitemap, url: url, found: "neither XML nor a list of URLs")
            }
            return sitemap
        case .markup(let root):
            let page = PageDecoder.decode(bytes, contentType: contentType, kind: .xml)
            guard let sitemap = read(XMLReader.read(page.utf8), url: url) else {
                throw DiscoverError(.notASitemap, url: url, found: "a document <\(root)>")
            }
            return sitemap
        }
    }

    /// The sitemap in a tree; nil where there is none.
    static func read(_ tree: XMLTree, url: WebURL?) -> Sitemap? {
        guard let root = tree.root else { return nil }
        switch tree.name(of: root) {
        case "urlset": return SitemapTree(tree: tree, url: url).read(.urlset, entry: "url")
        case "sitemapindex": return SitemapTree(tree: tree, url: url).read(.index, entry: "sitemap")
        default: return FeedReader.read(tree, url: url).map(sitemap)
        }
    }

    private static func sitemap(of feed: Feed) -> Sitemap {
        var sitemap = Sitemap(kind: .urlset, isDamaged: feed.isDamaged)
        for item in feed.items {
            guard let location = item.url else { continue }
            sitemap.urls.append(SitemapURL(location: location, lastModified: item.updated ?? item.published))
        }
        return sitemap
    }
}
