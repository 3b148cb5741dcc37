import Decode
package import Model

/// Reads RSS, Atom and JSON Feed from the bytes of a body.
///
/// Pure and bounded: time is linear in the body, and a body that was cut gives the items before the cut, with
/// ``Feed/isDamaged`` set.
package enum FeedReader {
    /// The items of a feed beyond which the rest is left out.
    package static let maximumItems = 10_000
    /// The authors, and the categories, that one item keeps.
    static let maximumNames = 100

    /// The feed in a body; relative links are taken against `url`.
    ///
    /// Throws `notAFeed` for anything that has neither a channel nor items, `empty` for nothing.
    package static func read(
        _ bytes: [UInt8], contentType: String?, url: WebURL?
    ) throws(DiscoverError) -> Feed {
        let bytes = try GzipBody.unpacked(bytes, url: url)
        let form = PageSniffer.form(of: bytes)
        if form == .empty { throw DiscoverError(.empty, url: url, found: "nothing") }
        let page = PageDecoder.decode(bytes, contentType: contentType, kind: .xml)
        if form == .json {
            guard let feed = JSONFeedReader(url: url).read(page.utf8) else {
                throw DiscoverError(.notAFeed, url: url, found: "JSON without items")
            }
            return feed
        }
        let tree = XMLReader.read(page.utf8)
        guard let feed = read(tree, url: url) else {
            throw DiscoverError(.notAFeed, url: url, found: description(of: form, tree: tree))
        }
        return feed
    }

    /// The feed in a tree; nil where there is none.
    static func read(_ tree: XMLTree, url: WebURL?) -> Feed? {
        guard let root = tree.root else { return nil }
        let namespace = tree.namespace(of: root)
        switch tree.name(of: root) {
        case "feed", "entry":
            return AtomReader(document: FeedDocument(tree: tree, url: url, core: namespace)).read(root: root)
        case "rdf": return RSSReader(document: FeedDocument(tree: tree, url: url, core: .rss)).read(kind: .rdf)
        case "rss", "channel":
            return RSSReader(document: FeedDocument(tree: tree, url: url, core: namespace)).read(kind: .rss)
        case "html", "urlset", "sitemapindex": return nil
        default: return RSSReader(document: FeedDocument(tree: tree, url: url, core: .rss)).read(kind: .rss)
        }
    }

    private static func description(of form: PageForm, tree: XMLTree) -> String {
        if let root = tree.root { return "an XML document <\(tree.name(of: root))> without items" }
        if case .markup(let root) = form { return "markup beginning with <\(root)>" }
        return "neither XML nor JSON"
    }
}
