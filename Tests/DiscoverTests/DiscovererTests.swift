import Discover
import Model
import Testing

@Suite struct DiscovererTests {
    private func discover(
        _ text: String, type: String? = nil, kind: SourceKind = .auto, pattern: String? = nil
    ) throws -> Discovery {
        let page = PageInput(bytes: Array(text.utf8), contentType: type, url: try WebURL("https://news.example/list/"))
        return try Discoverer.discover(page, kind: kind, pattern: try pattern.map { try LinkPattern($0) })
    }

    private let html = """
        <!DOCTYPE html><html><head><title>List of\n news</title><link rel="alternate" type="application/rss+xml" href="/rss"></head>
        <body><a href="/2024/05/17/1234567.html">A headline that is long enough</a><a href="?page=2">Next</a></body></html>
        """

    @Test(arguments: [
        (Fixture.numberedItems(1), Discovery.Kind.feed), (Fixture.atom("<entry><id>1</id></entry>"), .feed),
        ("{\"items\":[]}", .feed), ("\u{FEFF}  <?xml version='1.0'?><!-- c --><rss><channel/></rss>", .feed),
        ("<!DOCTYPE rss [<!ENTITY a \"<b>\">]><rss><channel/></rss>", .feed), ("<urlset></urlset>", .sitemap),
        ("<s:sitemapindex xmlns:s='x'></s:sitemapindex>", .sitemapIndex), ("<html><body>x</body></html>", .list),
        ("<!doctype html>\n<p>x", .list), ("<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x' 'y'><html/>", .list),
        ("<p>rss</p>", .list),
    ])
    func autoTellsPagesApartByTheirBytes(_ text: String, _ kind: Discovery.Kind) throws {
        #expect(try discover(text, type: "text/html").kind == kind)
    }

    @Test func aListGivesLinksFeedsNextPageAndTitle() throws {
        let discovery = try discover(html)
        #expect(discovery.articles.map(\.url.href) == ["https://news.example/2024/05/17/1234567.html"])
        #expect(discovery.announcedFeeds.map(\.href) == ["https://news.example/rss"])
        #expect(discovery.next?.href == "https://news.example/list/?page=2" && discovery.title == "List of news")
    }

    @Test func aFeedGivesItsItemsOnceWithTheirHints() throws {
        let feed = Fixture.rss(
            """
            <item><title>One</title><link>https://news.example/1?utm_source=rss</link><pubDate>Tue, 05 Mar 2024 08:30:00 GMT</pubDate></item>
            <item><title>One again</title><link>https://news.example/1</link></item><item><title>Nowhere</title></item>
            """, channel: "<ttl>10</ttl>")
        let discovery = try discover(feed)
        #expect(discovery.articles.map(\.title) == ["One"] && discovery.title == "River Post")
        #expect(discovery.articles.first?.published == Timestamp(rfc3339: "2024-03-05T08:30:00Z"))
        #expect(discovery.refresh.interval == .seconds(600))
    }

    @Test func aPatternNarrowsAFeed() throws {
        #expect(try discover(Fixture.numberedItems(12), pattern: "/story/1$").articles.map(\.title) == ["Story 1"])
    }

    @Test func anIndexNamesItsSitemapsLatestFirst() throws {
        let index = """
            <sitemapindex><sitemap><loc>https://news.example/a.xml</loc></sitemap>
            <sitemap><loc>https://news.example/b.xml</loc><lastmod>2024-01-01</lastmod></sitemap>
            <sitemap><loc>https://news.example/c.xml</loc><lastmod>2024-02-01</lastmod></sitemap>
            <sitemap><loc>https://news.example/d.xml</loc></sitemap></sitemapindex>
            """
        let discovery = try discover(index, kind: .sitemap)
        #expect(
            discovery.sitemaps.map(\.path) == ["/c.xml", "/b.xml", "/a.xml", "/d.xml"] && discovery.articles.isEmpty)
    }

    @Test func aSitemapsNewsAreHints() throws {
        let discovery = try discover(
            """
            <urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://news.example/1</loc>
            <lastmod>2024-01-02</lastmod><news:news><news:title>Rain</news:title></news:news></url></urlset>
            """)
        #expect(discovery.articles.first?.title == "Rain")
        #expect(discovery.articles.first?.lastModified == Timestamp(rfc3339: "2024-01-02T00:00:00Z"))
    }

    @Test func aPlainListIsASitemapOnlyWhereItIsCalledText() throws {
        #expect(try discover("https://news.example/1\n", type: "text/plain; charset=utf-8").kind == .sitemap)
        #expect(try discover("https://news.example/1\n", type: "text/html").kind == .list)
    }

    @Test func aPageIsItsOwnArticle() throws {
        let discovery = try discover(html, kind: .page)
        #expect(discovery.kind == .page && discovery.articles.map(\.url.href) == ["https://news.example/list/"])
    }

    @Test(arguments: [SourceKind.feed, .sitemap])
    func aPageThatIsNotWhatItsSourceSaysIsAnError(_ kind: SourceKind) {
        let error = #expect(throws: DiscoverError.self) { try discover(html, kind: kind) }
        #expect(error?.description.contains("check the source's kind") == true)
    }

    @Test(arguments: SourceKind.allCases.filter { $0 != .page })
    func anEmptyBodyIsAnError(_ kind: SourceKind) {
        let error = #expect(throws: DiscoverError.self) { try discover(" \n", kind: kind) }
        #expect(error?.code == .empty)
    }

    @Test func utf16FeedsAreSeen() throws {
        let text = "<?xml version=\"1.0\" encoding=\"utf-16\"?>" + "<rss><channel><title>Wide</title></channel></rss>"
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { bytes += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
        let page = PageInput(bytes: bytes, contentType: nil, url: try WebURL("https://news.example/"))
        #expect(try Discoverer.discover(page, kind: .auto).title == "Wide")
    }
}
