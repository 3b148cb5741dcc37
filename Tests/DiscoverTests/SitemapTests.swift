import Discover
import Model
import Testing

@Suite struct SitemapTests {
    @Test func aURLSetGivesItsURLsWithTheNewsExtension() throws {
        let sitemap = try Fixture.sitemap(
            """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
             xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            <url><loc> https://news.example/a?x=1&amp;y=2 </loc><lastmod>2024-02-03</lastmod>
            <image:image><image:loc>https://news.example/p.jpg</image:loc></image:image>
            <n:news><n:publication><n:name>River Post</n:name><n:language>en</n:language></n:publication>
            <n:publication_date>2024-02-03T10:00:00+08:00</n:publication_date><n:title>Rain &amp; wind</n:title></n:news></url>
            <url><loc>https://news.example/b</loc></url></urlset>
            """)
        #expect(sitemap.kind == .urlset && !sitemap.isDamaged)
        #expect(sitemap.urls.map(\.location.href) == ["https://news.example/a?x=1&y=2", "https://news.example/b"])
        #expect(sitemap.urls[0].lastModified == Timestamp(rfc3339: "2024-02-03T00:00:00Z"))
        let news = try #require(sitemap.urls[0].news)
        #expect(news.title == "Rain & wind" && news.publication == "River Post" && news.language == "en")
        #expect(news.published == Timestamp(rfc3339: "2024-02-03T02:00:00Z") && sitemap.urls[1].news == nil)
    }

    @Test func anIndexGivesItsSitemaps() throws {
        let sitemap = try Fixture.sitemap(
            "<sitemapindex><sitemap><loc>https://news.example/1.xml.gz</loc><lastmod>2024-01-01T00:00:00Z</lastmod></sitemap></sitemapindex>"
        )
        #expect(sitemap.kind == .index && sitemap.urls.map(\.location.href) == ["https://news.example/1.xml.gz"])
    }

    @Test func missingEndTagsBetweenEntriesDoNotMixTheirDates() throws {
        let sitemap = try Fixture.sitemap(
            """
            <urlset><url><loc>https://n.example/1</loc><lastmod>2024-01-01</lastmod><loc>https://n.example/2</loc>
            <loc>https://n.example/3</loc><lastmod>2024-01-03</lastmod></url></urlset>
            """)
        #expect(
            sitemap.urls.map { $0.lastModified?.description } == ["2024-01-01T00:00:00Z", nil, "2024-01-03T00:00:00Z"])
    }

    @Test func aCutSitemapGivesTheURLsBeforeTheCut() throws {
        let whole = "<urlset>" + (0..<50).map { "<url><loc>https://n.example/\($0)</loc></url>" }.joined() + "</urlset>"
        var generator = SeededGenerator(for: "aCutSitemapGivesTheURLsBeforeTheCut")
        for _ in 0..<100 {
            let length = Int.random(in: 40..<(whole.count - 10), using: &generator)
            let sitemap = try Fixture.sitemap(String(whole.prefix(length)))
            #expect(sitemap.isDamaged)
            #expect(sitemap.urls.enumerated().allSatisfy { $1.location.href == "https://n.example/\($0)" })
        }
    }

    @Test func aListOfURLsIsASitemap() throws {
        let sitemap = try Fixture.sitemap(
            "\u{FEFF}https://n.example/1\r\n\r\n  https://n.example/2\nnonsense\n", contentType: "text/plain")
        #expect(
            sitemap.kind == .urlset
                && sitemap.urls.map(\.location.href) == ["https://n.example/1", "https://n.example/2"])
    }

    @Test func aFeedStandsInForASitemap() throws {
        let sitemap = try Fixture.sitemap(Fixture.numberedItems(3))
        #expect(sitemap.kind == .urlset && sitemap.urls.count == 3)
    }

    @Test(arguments: ["", "words only", "<html></html>", "{\"a\":1}", "<x><y/></x>"])
    func whatIsNoSitemapIsAnError(_ text: String) {
        #expect(throws: DiscoverError.self) { try Fixture.sitemap(text) }
    }

    @Test func locationsThatAreNoWebAddressesAreLeftOut() throws {
        let sitemap = try Fixture.sitemap(
            "<urlset><url><loc>ftp://n.example/1</loc></url><url><loc>words</loc></url><url><loc>/ok</loc></url></urlset>"
        )
        #expect(sitemap.urls.map(\.location.href) == ["https://news.example/ok"])
    }

    @Test func theJSONFormHasEveryURL() throws {
        var writer = JSONWriter()
        try Fixture.sitemap("<urlset><url><loc>https://n.example/1</loc></url></urlset>").write(to: &writer)
        #expect(
            writer.string
                == #"{"schema":1,"kind":"urlset","damaged":false,"urls":[{"loc":"https://n.example/1","lastmod":null,"news":null}]}"#
        )
    }
}
