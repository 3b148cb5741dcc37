package import HTML
package import Model

extension ListPage {
    /// The feeds that a page announces with `link rel=alternate`, the best first; feeds of comments are left out.
    ///
    /// A feed below the page's own path comes before the site's; else the page's order stands.
    package static func announcedFeeds(in document: Document, base: WebURL) -> [WebURL] {
        let resolver = document.base(base)
        var feeds: [WebURL] = []
        for node in document.descendants(of: document.root) where document.isElement(node, .link) {
            guard feeds.count < 50 else { break }
            guard isFeed(node, in: document), let href = document.attributeString(.href, of: node),
                let url = WebLink.resolve(href, base: resolver), !feeds.contains(url),
                !isAboutComments(url, title: document.attributeString(.title, of: node))
            else { continue }
            feeds.append(url)
        }
        let path = base.path
        guard path.utf8.count > 1 else { return feeds }
        return feeds.filter { $0.path.hasPrefix(path) } + feeds.filter { !$0.path.hasPrefix(path) }
    }

    private static func isFeed(_ link: NodeID, in document: Document) -> Bool {
        let words = (document.attributeString(.rel, of: link) ?? "").lowercased().split(separator: " ")
        let type = (document.attributeString(.type, of: link) ?? "").lowercased().split(separator: ";").first?.collapsed
        return words.contains("alternate") && !words.contains("stylesheet") && feedTypes.contains(type ?? "")
    }

    private static let feedTypes: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/xml",
        "application/rss", "application/atom", "text/rss+xml",
    ]

    private static func isAboutComments(_ url: WebURL, title: String?) -> Bool {
        let place = url.pathAndQuery.lowercased()
        let title = title?.lowercased() ?? ""
        return place.contains("comment")
            || ["comment", "评论", "kommentar", "commentaire", "コメント"].contains { title.contains($0) }
    }
}
