import Model

/// Reads the entries of a urlset or an index out of its tree.
struct SitemapTree {
    let tree: XMLTree
    let url: WebURL?

    /// All entries, in order.
    func read(_ kind: Sitemap.Kind, entry: String) -> Sitemap {
        var sitemap = Sitemap(kind: kind, isDamaged: tree.isDamaged)
        for index in tree.nodes.indices {
            let node = XMLTree.Index(index)
            guard sitemap.urls.count < SitemapReader.maximumURLs else { break }
            guard tree.isElement(node), tree.name(of: node) == entry, isCore(node) else { continue }
            sitemap.urls += urls(in: node)
        }
        return sitemap
    }

    /// The entry's locations: one, unless end tags are missing; what follows a location belongs to it.
    private func urls(in entry: XMLTree.Index) -> [SitemapURL] {
        var urls: [SitemapURL] = []
        var pending: (lastModified: Timestamp?, news: SitemapNews?)
        for child in tree.elements(of: entry) {
            switch tree.name(of: child) {
            case "loc" where isCore(child):
                guard let location = location(child) else { continue }
                urls.append(SitemapURL(location: location, lastModified: pending.lastModified, news: pending.news))
                pending = (nil, nil)
            case "lastmod" where isCore(child):
                let time = tree.trimmedText(of: child).flatMap { FeedDate.parse($0) }
                if urls.isEmpty { pending.lastModified = time } else { urls[urls.count - 1].lastModified = time }
            case "news" where tree.namespace(of: child) == .news:
                if urls.isEmpty { pending.news = news(child) } else { urls[urls.count - 1].news = news(child) }
            default: break
            }
        }
        return urls
    }

    /// Locations are absolute by the protocol; one that begins with a slash is taken against the sitemap's URL.
    private func location(_ node: XMLTree.Index) -> WebURL? {
        guard let text = tree.trimmedText(of: node) else { return nil }
        return WebLink.resolve(text, base: text.utf8.first == UInt8(ascii: "/") ? url : nil)
    }

    private func news(_ node: XMLTree.Index) -> SitemapNews {
        var news = SitemapNews()
        for child in tree.elements(of: node) where tree.namespace(of: child) == .news {
            switch tree.name(of: child) {
            case "title": news.title = TextConstruct(tree: tree).rss(child)?.plain
            case "publication_date": news.published = tree.trimmedText(of: child).flatMap { FeedDate.parse($0) }
            case "publication":
                news.publication = tree.text(ofChild: "name", .news, of: child)
                news.language = tree.text(ofChild: "language", .news, of: child)
            default: break
            }
        }
        return news
    }

    /// Whether an element is the sitemap's own, whatever namespace the file gives itself.
    private func isCore(_ node: XMLTree.Index) -> Bool {
        let namespace = tree.namespace(of: node)
        return namespace == .none || namespace == .sitemap || tree.root.map { tree.namespace(of: $0) } == namespace
    }
}
