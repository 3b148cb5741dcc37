import Model
import Schedule
import Testing

@testable import Ingest

@Suite struct PageTwinTests {
    private func original(_ address: String, _ canonical: String) throws -> String? {
        let url = try WebURL(address)
        let body = "<html><head><link rel=\"canonical\" href=\"\(canonical)\"></head><body>text</body></html>"
        let page = Page(
            url: CanonicalURL(url), source: "s", purpose: .article, finalURL: url, status: 200,
            contentType: "text/html",
            body: Array(body.utf8), offset: .zero, fetched: Timestamp(secondsSinceEpoch: 0))
        return PageTwin.original(of: page)?.href
    }

    @Test(arguments: [
        ("https://m.paper.example/news/1", "https://www.paper.example/news/1"),
        ("https://www.paper.example/amp/news/1", "/news/1"),
        ("https://www.paper.example/news/1.amp.html", "1.html"),
        ("https://www.paper.example/news/1?amp=1", "https://www.paper.example/news/1"),
        ("https://wap.paper.example/n?id=1", "https://www.paper.example/n?id=1&amp;x=2"),
    ])
    func aTwinNamesTheArticlesOwnPage(address: String, canonical: String) throws {
        let found = try #require(try original(address, canonical))
        #expect(found == (try WebURL(canonical.replacing("&amp;", with: "&"), base: WebURL(address))).href)
    }

    @Test(arguments: [
        ("https://m.paper.example/news/1", "https://other.example/news/1"),
        ("https://m.paper.example/news/1", "https://www.paper.example/"),
        ("https://m.paper.example/news/1", "https://m.paper.example/news/1"),
        ("https://m.paper.example/news/1", "https://mobile.paper.example/news/1"),
        ("https://m.paper.example/news/1", "javascript:alert(1)"), ("https://m.paper.example/news/1", "http://["),
        ("https://www.paper.example/news/1", "https://www.paper.example/news/"),
        ("https://m.one.co.uk/a/1", "https://www.two.co.uk/a/1"),
    ])
    func whatIsNoTwinsWordIsNotBelieved(address: String, canonical: String) throws {
        #expect(try original(address, canonical) == nil)
    }

    @Test func aPageThatNamesTwoIsNotBelieved() throws {
        let url = try WebURL("https://m.paper.example/1")
        let link = "<link rel=canonical href=https://www.paper.example/"
        let page = Page(
            url: CanonicalURL(url), source: "s", purpose: .article, finalURL: url, status: 200, contentType: nil,
            body: Array("\(link)1>\(link)2>".utf8), offset: .zero, fetched: Timestamp(secondsSinceEpoch: 0))
        #expect(PageTwin.original(of: page) == nil)
    }
}
