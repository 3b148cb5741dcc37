import Model
import Testing

@testable import Extract

@Suite struct DateStageTests {
    private let shown = #"<p class="meta">Published May 1, 2024 10:30</p>"#

    @Test func linkedDataGivesTheTimeAndItsZone() throws {
        let head =
            #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2024-05-01T10:30:00-04:00","dateModified":"2024-05-02T08:00:00-04:00"}</script>"#
        let content = try article(Prose.page(head: head))
        #expect(content.published?.rfc3339 == "2024-05-01T10:30:00-04:00")
        #expect(content.modified?.rfc3339 == "2024-05-02T08:00:00-04:00")
        #expect(content.evidence["published"]?.from == "json-ld")
    }

    @Test func pagesThatDescribeThemselvesToSearchEnginesWithoutATypeGiveTheTime() throws {
        let head = """
            <script type="application/ld+json">{"title":"旧渡口码头关闭维修","pubDate":"2024-05-01T10:30:00",
            "upDate":"2024-05-02T08:00:00"}</script>
            """
        let content = try article(Prose.page(head: head, language: "zh", body: Prose.chinese))
        #expect(content.published?.rfc3339 == "2024-05-01T10:30:00+08:00")
        #expect(content.modified?.rfc3339 == "2024-05-02T08:00:00+08:00")
    }

    @Test func metaElementsGiveTheTime() throws {
        let head = #"<meta property="article:published_time" content="2024-05-01T10:30:00+02:00">"#
        #expect(try article(Prose.page(head: head)).published?.rfc3339 == "2024-05-01T10:30:00+02:00")
    }

    @Test func aTimeElementNearTheHeadlineCounts() throws {
        let before = #"<time datetime="2024-05-01T10:30:00Z">yesterday</time>"#
        #expect(try article(Prose.page(before: before)).published?.rfc3339 == "2024-05-01T10:30:00Z")
    }

    @Test func theVisibleDateCounts() throws {
        #expect(try article(Prose.page(before: shown)).published?.rfc3339.hasPrefix("2024-05-01T10:30:00") == true)
    }

    @Test func thePagesLocaleSaysWhetherTheDayIsFirst() throws {
        let line = "<p>01/05/2024</p>"
        #expect(try article(Prose.page(before: line)).published?.rfc3339.hasPrefix("2024-01-05") == true)
        let head = #"<meta property="og:locale" content="en_GB">"#
        #expect(try article(Prose.page(head: head, before: line)).published?.rfc3339.hasPrefix("2024-05-01") == true)
    }

    @Test func aTimeWithoutZoneIsInTheSitesZone() throws {
        let content = try article(Prose.page(before: shown), siteOffset: -18_000)
        #expect(content.published?.rfc3339 == "2024-05-01T10:30:00-05:00")
    }

    @Test func aTimeWithoutZoneOnAChinesePageIsEastEight() throws {
        let page = Prose.page(
            title: "旧渡口码头关闭维修", before: "<div>2024-05-01 10:30 来源：海湾网</div>", language: "zh", body: Prose.chinese)
        #expect(try article(page).published?.rfc3339 == "2024-05-01T10:30:00+08:00")
    }

    @Test func anUpdateIsNotThePublication() throws {
        let before = "<p>Updated May 3, 2024 09:00</p><p>Published May 1, 2024 10:30</p>"
        let content = try article(Prose.page(before: before))
        #expect(content.published?.localDate.day == 1)
        #expect(content.modified?.localDate.day == 3)
    }

    @Test func aDateInTheCommentsNeverWins() throws {
        let after = #"<div class="comments"><p>Great news, said a reader. May 9, 2024 11:00</p></div>"#
        let content = try article(Prose.page(after: after), url: "https://news.example/story")
        #expect(content.published == nil)
    }

    @Test func aDateInAListOfOtherStoriesNeverWins() throws {
        let after =
            #"<ul class="related"><li><a href="/x">Another story of the bay</a> <time datetime="2023-01-01">2023</time></li></ul>"#
        #expect(try article(Prose.page(after: after), url: "https://news.example/story").published == nil)
    }

    @Test func theAddressIsTheLastResort() throws {
        let content = try article(Prose.page())
        #expect(content.published?.rfc3339.prefix(10) == "2024-05-01")
        #expect(content.evidence["published"]?.from == "url")
    }

    @Test func anInstantInUTCIsShownAtTheHourReadersSee() throws {
        let head = #"<meta property="article:published_time" content="2024-05-02T02:25:54Z">"#
        let content = try article(Prose.page(head: head, before: "<p>May 1, 2024 | 9:25pm</p>"))
        #expect(content.published?.rfc3339 == "2024-05-01T21:25:54-05:00")
    }

    @Test func theDayOfAPageInBritishEnglishComesFirst() throws {
        let page = Prose.page(before: "<p>02/10/2020</p>", language: "en-GB")
        #expect(try article(page, url: "https://news.example/a").published?.rfc3339.prefix(10) == "2020-10-02")
    }

    @Test func losersAreKeptForTheExplanation() throws {
        let head = #"<meta name="date" content="2024-05-01">"#
        let explanation = try draft(Prose.page(head: head, before: shown)).explanation
        let candidates = try #require(explanation.first { $0.field == "published" }?.candidates)
        #expect(candidates.count >= 3)
        #expect(candidates.map(\.confidence) == candidates.map(\.confidence).sorted(by: >))
    }
}
