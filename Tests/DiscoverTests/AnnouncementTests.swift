import Discover
import HTML
import Model
import Testing

@Suite struct AnnouncementTests {
    private func feeds(_ html: String, url: String = "https://paper.example/") throws -> [String] {
        ListPage.announcedFeeds(in: Document.parse(Array(html.utf8)), base: try WebURL(url)).map(\.href)
    }

    private func next(_ html: String) throws -> String? {
        ListPage.nextPage(in: Document.parse(Array(html.utf8)), base: try WebURL("https://paper.example/news/"))?.href
    }

    private let wordpress = """
        <head><link rel="alternate" type="application/rss+xml" title="Paper" href="/feed/">
        <link rel="alternate" type="application/rss+xml" title="Paper » Comments" href="/comments/feed/">
        <link rel="alternate" type="application/rss+xml" title="News" href="/news/feed/">
        <link rel="alternate" hreflang="zh" href="/zh/"><link rel="alternate" type="application/json" href="/wp-json/1">
        <link rel="stylesheet" type="text/css" href="/x.css"></head>
        """

    @Test func feedsAreNamedInOrderWithoutComments() throws {
        #expect(try feeds(wordpress) == ["https://paper.example/feed/", "https://paper.example/news/feed/"])
    }

    @Test func aSectionsOwnFeedComesFirst() throws {
        #expect(
            try feeds(wordpress, url: "https://paper.example/news/") == [
                "https://paper.example/news/feed/", "https://paper.example/feed/",
            ])
    }

    @Test func atomAndJSONFeedAreFeedsToo() throws {
        let html = """
            <link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="a"><link rel=alternate type=application/feed+json href="j">
            <link rel=alternate type=application/rss+xml href="a"><link rel=alternate type=application/rss+xml>
            """
        #expect(try feeds(html) == ["https://paper.example/a", "https://paper.example/j"])
    }

    @Test func aLinkThatSaysNextIsTheNextPage() throws {
        #expect(
            try next("<a href=\"/news/3\">下一页</a><link rel=\"next\" href=\"/news/2\">")
                == "https://paper.example/news/2")
        #expect(try next("<a href=\"?p=2\">\n 下一页 </a>") == "https://paper.example/news/?p=2")
        #expect(try next("<a href=\"/news/page/2\">Older posts</a>") == "https://paper.example/news/page/2")
    }

    @Test func theSamePageAndOtherHostsAreNoNextPage() throws {
        #expect(
            try next(
                "<a href=\"#\">Next</a><a href=\"https://else.example/2\">Next</a><a href=\"/x\">Next story: rain</a>")
                == nil)
    }
}
