import Discover
import HTML
import Model
import Testing

@Suite struct ListPageTests {
    private func links(_ html: String, url: String = "https://www.jianghe.example/", pattern: String? = nil) throws
        -> [String]
    {
        try articles(html, url: url, pattern: pattern).map(\.url.href)
    }

    private func articles(_ html: String, url: String, pattern: String? = nil) throws -> [DiscoveredLink] {
        ListPage.articleLinks(
            in: Document.parse(Array(html.utf8)), base: try WebURL(url),
            pattern: try pattern.map { try LinkPattern($0) })
    }

    /// A portal as Chinese papers lay it out: a bar of sections, a head story, rows with dates, a foot of licences.
    private let portal = """
        <html><head><title>江河新闻网</title></head><body>
        <div class="top-nav"><a href="/">首页</a><a href="/china/">国内</a><a href="/world/">国际</a><a href="/sports/">体育</a></div>
        <div class="focus"><a href="/n/2024-05/17/content_900100.shtml"><img src="p.jpg"></a>
        <h2><a href="/n/2024-05/17/content_900100.shtml">跨江大桥今晨合龙 两岸居民冒雨庆祝</a></h2></div>
        <ul class="list">
        <li><a href="/n/2024-05/17/content_900101.shtml" title="稻田里的新农人：返乡青年的第三个春天">稻田里的新农人：返乡青年的…</a><span>05-17</span></li>
        <li><a href="/n/2024-05/17/content_900102.shtml">旧城改造听取居民意见</a><span>05-17</span></li>
        <li><a href="http://life.jianghe.example/n/2024-05/16/content_900103.shtml">夜市回来了</a><span>05-16</span></li>
        <li><a href="/n/2024-05/16/content_900104.shtml#comments">渡口百年：最后一班轮渡的船长</a><span>05-16</span></li>
        <li class="more"><a href="/n/index_2.shtml">更多</a></li></ul>
        <div class="page"><a href="/n/index_2.shtml">下一页</a></div>
        <div class="footer"><a href="/about/index.html">关于我们</a><a href="/about/contact_10001.html">联系方式</a>
        <a href="https://beian.example/20240517">备案编号甲乙丙丁第一二三四五号</a></div></body></html>
        """

    @Test func aPortalsStoriesAreFoundAndItsSectionsAreNot() throws {
        #expect(
            try links(portal) == [
                "https://www.jianghe.example/n/2024-05/17/content_900100.shtml",
                "https://www.jianghe.example/n/2024-05/17/content_900101.shtml",
                "https://www.jianghe.example/n/2024-05/17/content_900102.shtml",
                "http://life.jianghe.example/n/2024-05/16/content_900103.shtml",
                "https://www.jianghe.example/n/2024-05/16/content_900104.shtml",
            ])
    }

    @Test func aPictureAndAHeadlineAreOneLinkWithTheHeadline() throws {
        let first = try #require(try articles(portal, url: "https://www.jianghe.example/").first)
        #expect(first.title == "跨江大桥今晨合龙 两岸居民冒雨庆祝")
    }

    @Test func aHeadlineThatWasCutIsCompletedFromItsTitle() throws {
        let second = try articles(portal, url: "https://www.jianghe.example/")[1]
        #expect(second.title == "稻田里的新农人：返乡青年的第三个春天")
    }

    /// An English paper: slugs without dates, cards that are links as a whole, section pages that look alike.
    private let paper = """
        <html><body><header><nav><a href="/">Home</a><a href="/world-and-regional-news-overview/">World and regional</a>
        <a href="/business/">Business</a></nav></header><main>
        <article><a href="/world/ferry-returns-to-the-old-harbour-after-ten-years"><h3>Ferry returns to the old harbour</h3><p>By our
        own reporter, a long text about the ferry.</p></a></article>
        <article><header><h3><a href="/business/2024/may/17/tin-prices-climb">Tin prices climb to a record</a></h3></header>
        <a href="/business/2024/may/17/tin-prices-climb">Read more</a></article>
        <article><h3><a href="/culture/how-a-choir-of-bakers-won-over-the-city?utm_source=home">How a choir of bakers won over the city</a></h3></article>
        <article><h3><a href="/story?id=771234">Night train to the coast is back in service</a></h3></article>
        <p><a href="/author/ada-field-and-her-friends">Ada Field and her many good friends</a>
        <a href="/tag/long-distance-railway-journeys">Long distance railway journeys</a></p></main>
        <footer><a href="/help/how-to-read-this-paper-every-day">How to read this paper every day</a>
        <a href="/files/annual-report-of-the-year-2024.pdf">Annual report of the year 2024</a></footer></body></html>
        """

    @Test func aPapersStoriesAreFoundAndItsAuthorsAndTagsAreNot() throws {
        #expect(
            try links(paper, url: "https://paper.example/") == [
                "https://paper.example/world/ferry-returns-to-the-old-harbour-after-ten-years",
                "https://paper.example/business/2024/may/17/tin-prices-climb",
                "https://paper.example/culture/how-a-choir-of-bakers-won-over-the-city?utm_source=home",
                "https://paper.example/story?id=771234",
            ])
    }

    @Test func aCardsTitleIsItsHeading() throws {
        let titles = try articles(paper, url: "https://paper.example/").map(\.title)
        #expect(titles.prefix(2) == ["Ferry returns to the old harbour", "Tin prices climb to a record"])
    }

    @Test func otherSitesAreLeftOut() throws {
        let html = """
            <ul><li><a href="https://other.example/n/2024-05/17/content_1234567.shtml">A long headline of another paper's story</a></li>
            <li><a href="https://co-op.other2.example/n/2024-05/17/content_1234567.shtml">One more long headline elsewhere</a></li></ul>
            """
        #expect(try links(html).isEmpty)
    }

    @Test func aHostWithoutADomainStaysWithItself() throws {
        let html =
            "<a href=\"/2024/05/17/a-story-about-rain.html\">A story about rain and wind today</a><a href=\"http://127.0.0.2/2024/05/17/b.html\">Another machine's story about rain</a>"
        #expect(
            try links(html, url: "http://127.0.0.1:8080/") == [
                "http://127.0.0.1:8080/2024/05/17/a-story-about-rain.html"
            ])
    }

    @Test func aPatternChoosesWhateverItMatches() throws {
        let html = """
            <nav><a href="/x/1">a</a></nav><a href="https://other.example/x/2#top">b</a><a href="/y/3">A very long headline, not matched</a>
            <a href="/x/1?utm_source=z">again</a>
            """
        #expect(
            try links(html, pattern: #"/x/\d+"#) == ["https://www.jianghe.example/x/1", "https://other.example/x/2"])
    }

    @Test func aPatternThatIsNoneIsAnError() {
        let error = #expect(throws: DiscoverError.self) { try LinkPattern("content_(\\d+") }
        #expect(error?.code == .badPattern && error?.description.contains("content_(") == true)
    }

    @Test func theBaseElementMovesLinks() throws {
        let html =
            "<head><base href=\"https://m.jianghe.example/n/\"></head><a href=\"2024/05/17/t1234567.html\">渡口百年：最后一班轮渡的船长</a>"
        #expect(try links(html) == ["https://m.jianghe.example/n/2024/05/17/t1234567.html"])
    }

    @Test func nofollowIsNoReasonToSkip() throws {
        let html = "<a rel=\"nofollow\" href=\"/2024/05/17/t1234567.html\">渡口百年：最后一班轮渡的船长</a>"
        #expect(try links(html).count == 1)
    }

    @Test func thePageItselfAndScriptsAreNoArticles() throws {
        let html = """
            <a href="/n/2024-05/17/content_1234567.shtml#c">这一页自己的标题写得很长很长</a><a href="javascript:open('/n/2024-05/17/1.html')">打开一条很长很长的新闻标题</a>
            <a href="mailto:desk@jianghe.example">给编辑部写一封很长很长的信</a><a>没有去处的一条很长很长的标题</a>
            """
        #expect(try links(html, url: "https://www.jianghe.example/n/2024-05/17/content_1234567.shtml").isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func manyAnchorsAndDeepNestingAreBounded() throws {
        let anchors = (0..<30_000).map { "<a href=\"/2024/05/17/\($0).html\">A headline of number \($0)</a>" }.joined()
        #expect(try links(anchors).count == ListPage.maximumLinks)
        let deep =
            String(repeating: "<div class=\"a b c\">", count: 20_000)
            + "<a href=\"/2024/05/17/1234567.html\">A headline in the depths</a>"
        #expect(try links(deep).count == 1)
    }
}
