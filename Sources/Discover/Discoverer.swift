import Decode
import HTML
import Model

/// Finds out what a captured page links to.
///
/// Pure: the same bytes give the same links. Feeds, sitemaps and pages are told apart by their first bytes, so a source
/// of kind `auto` may be any of them, and may change.
package enum Discoverer {
    /// The links of a page.
    ///
    /// `pattern` chooses among the links of a list; a feed's or a sitemap's items are articles by themselves, and are only
    /// narrowed by it. Throws `notAFeed`, `notASitemap`, `badCompression` or `empty` where the page is not what `kind` says.
    package static func discover(
        _ page: PageInput, kind: SourceKind, pattern: LinkPattern? = nil
    ) throws(DiscoverError) -> Discovery {
        switch kind {
        case .feed: return try feed(page, pattern: pattern)
        case .sitemap: return try sitemap(page, pattern: pattern)
        case .list: return try list(page, pattern: pattern)
        case .page: return Discovery(kind: .page, articles: [DiscoveredLink(url: page.url)])
        case .auto: break
        }
        var page = page
        page.bytes = try GzipBody.unpacked(page.bytes, url: page.url)
        switch PageSniffer.form(of: page.bytes) {
        case .json: return try feed(page, pattern: pattern)
        case let form where form.isFeed: return try feed(page, pattern: pattern)
        case let form where form.isSitemap: return try sitemap(page, pattern: pattern)
        case .text where page.contentType?.lowercased().hasPrefix("text/plain") ?? false:
            return try sitemap(page, pattern: pattern)
        default: return try list(page, pattern: pattern)
        }
    }

    private static func feed(_ page: PageInput, pattern: LinkPattern?) throws(DiscoverError) -> Discovery {
        let feed = try FeedReader.read(page.bytes, contentType: page.contentType, url: page.url)
        let links = feed.items.compactMap { item in
            item.url.map {
                DiscoveredLink(url: $0, title: item.title, published: item.published, updated: item.updated)
            }
        }
        return Discovery(
            kind: .feed, articles: unique(links, pattern: pattern), next: feed.next, title: feed.title,
            refresh: feed.refresh, isDamaged: feed.isDamaged)
    }

    private static func sitemap(_ page: PageInput, pattern: LinkPattern?) throws(DiscoverError) -> Discovery {
        let sitemap = try SitemapReader.read(page.bytes, contentType: page.contentType, url: page.url)
        if sitemap.kind == .index {
            var index = Discovery(
                kind: .sitemapIndex, sitemaps: latestFirst(sitemap.urls), isDamaged: sitemap.isDamaged)
            for url in sitemap.urls { index.sitemapChanges[url.location] = url.lastModified }
            return index
        }
        let links = sitemap.urls.map {
            DiscoveredLink(
                url: $0.location, title: $0.news?.title, published: $0.news?.published, lastModified: $0.lastModified)
        }
        return Discovery(kind: .sitemap, articles: unique(links, pattern: pattern), isDamaged: sitemap.isDamaged)
    }

    private static func list(_ page: PageInput, pattern: LinkPattern?) throws(DiscoverError) -> Discovery {
        let bytes = try GzipBody.unpacked(page.bytes, url: page.url)
        guard PageSniffer.form(of: bytes) != .empty else {
            throw DiscoverError(.empty, url: page.url, found: "nothing")
        }
        let document = Document.parse(PageDecoder.decode(bytes, contentType: page.contentType, kind: .html).utf8)
        return Discovery(
            kind: .list, articles: ListPage.articleLinks(in: document, base: page.url, pattern: pattern),
            announcedFeeds: ListPage.announcedFeeds(in: document, base: page.url),
            next: ListPage.nextPage(in: document, base: page.url), title: ListPage.title(of: document))
    }

    private static func latestFirst(_ urls: [SitemapURL]) -> [WebURL] {
        let dated = urls.enumerated().sorted { left, right in
            switch (left.element.lastModified, right.element.lastModified) {
            case (let first?, let second?): first == second ? left.offset < right.offset : first > second
            case (nil, nil): left.offset < right.offset
            case (let first, _): first != nil
            }
        }
        return dated.map(\.element.location)
    }

    private static func unique(_ links: [DiscoveredLink], pattern: LinkPattern?) -> [DiscoveredLink] {
        var seen: Set<CanonicalURL> = []
        return links.filter { link in
            (pattern?.matches(link.url) ?? true) && seen.insert(CanonicalURL(link.url)).inserted
        }
    }
}
