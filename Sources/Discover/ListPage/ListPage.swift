package import HTML
package import Model

/// Reads a page that lists articles: a portal's front page, a section, an archive.
package enum ListPage {
    /// The links beyond which a page's rest is left out.
    package static let maximumLinks = 2000

    /// The links to articles, in the page's order, each page once.
    ///
    /// With a pattern: every link that matches it, wherever it stands and wherever it leads. Without one: the links of
    /// the same site that look like articles (see ``LinkScorer``). `rel=nofollow` changes nothing: it speaks of
    /// ranking, and sites set it on their own news; robots rules decide what is fetched.
    package static func articleLinks(
        in document: Document, base: WebURL, pattern: LinkPattern?
    ) -> [DiscoveredLink] {
        let links = PageLinkCollector(document: document, base: base).links()
        let chosen: [PageLink]
        if let pattern {
            chosen = links.filter { pattern.matches($0.url) }.folded()
        } else {
            chosen = LinkScorer(base: base).articles(among: links.folded())
        }
        return chosen.prefix(maximumLinks).map { DiscoveredLink(url: $0.url, title: $0.text) }
    }

    /// The document's title.
    static func title(of document: Document) -> String? {
        guard let head = document.head else { return nil }
        return document.children(of: head).first { document.isElement($0, .title) }.flatMap {
            document.text(of: $0).collapsed
        }
    }
}

extension Document {
    /// The base of the document's links: its first `base` element against its URL (HTML section 4.2.3).
    func base(_ url: WebURL) -> WebURL {
        for node in descendants(of: head ?? root) where isElement(node, .base) {
            if let href = attributeString(.href, of: node) { return WebLink.resolve(href, base: url) ?? url }
        }
        return url
    }
}
