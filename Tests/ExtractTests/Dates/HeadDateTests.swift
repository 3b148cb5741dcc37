import Model
import Testing

@testable import Extract

/// Dates that readers see, on pages whose metadata has none.
@Suite struct HeadDateTests {
    private func day(
        _ before: String, after: String = "", inside: String = "", url: String = "https://news.example/a-story"
    ) throws -> String? {
        try article(Prose.page(before: before, inside: inside, after: after), url: url).published.map {
            String($0.rfc3339.prefix(10))
        }
    }

    @Test(arguments: [
        "<p>Updated: May 3, 2024. Published: May 1, 2024</p>",
        "<p>Published May 1, 2024 10:30 | Updated May 3, 2024</p>",
        "<p><time>Updated May 3, 2024</time>; <time>Posted May 1, 2024</time></p>",
        "<div>The pier on 12 March 2019. Photo: Cy Twill</div><div>By Ann Lee · 1 May 2024</div>",
        "<figure><img src='a.jpg'><figcaption>The pier on March 12, 2019</figcaption></figure><div>May 1, 2024</div>",
        "<div>\(String(repeating: "Nobody had expected this. ", count: 9))</div><div>May 1, 2024</div>",
    ])
    func theDateOfPublicationWins(before: String) throws {
        #expect(try day(before) == "2024-05-01")
    }

    @Test func anUpdateAloneIsNoPublication() throws {
        let content = try article(Prose.page(before: "<p>Updated May 3, 2024</p>"), url: "https://news.example/a-story")
        #expect(content.published == nil)
        #expect(content.modified?.rfc3339.hasPrefix("2024-05-03") == true)
    }

    @Test(arguments: ["3 hours ago", "yesterday", "May 1", "10:30"])
    func relativeDatesAreNone(line: String) throws {
        #expect(try day("<p>\(line)</p>") == nil)
    }

    @Test func aDateInASentenceOfTheTextIsNone() throws {
        #expect(
            try day("", inside: "<p>The pier opened on May 1, 1994, when the mayor's father was a fisherman there.</p>")
                == nil)
    }

    @Test func timesOfCommentsAreNone() throws {
        let after = #"<div><time datetime="2024-05-02">a</time></div><div><time datetime="2024-06-03">b</time></div>"#
        #expect(try day("", after: after) == nil)
        #expect(try day("", after: #"<div><time datetime="2024-05-01">1 May</time></div>"#) == "2024-05-01")
    }

    @Test func aDateInAListBelowIsNone() throws {
        #expect(try day("", after: "<ul><li>A reference, published May 1, 2014</li></ul>") == nil)
        #expect(try day("", after: "<div>Published May 1, 2024</div>") == "2024-05-01")
        #expect(try day("", after: "<div>1 May 2024 (updated 3 May 2024)</div>") == "2024-05-01")
    }

    @Test func aPropertyFarBelowGivesWayToTheLineAboveTheText() throws {
        let after = #"<div><span itemprop="datePublished" content="2024-06-07">x</span></div>"#
        #expect(
            try day("<div>May 1, 2024</div>", after: String(repeating: "<div>More</div>", count: 40) + after)
                == "2024-05-01")
    }

    @Test func theHostTellsWhetherTheDayComesFirst() throws {
        #expect(try day("<p>02/05/2024</p>", url: "https://news.example.co.uk/a-story") == "2024-05-02")
        #expect(try day("<p>02/05/2024</p>", url: "https://news.example.com/a-story") == "2024-02-05")
    }

    @Test func aDotBeforeTheDayIsNoPartOfIt() throws {
        #expect(
            reading("Текст: Анна Петрова·11 октября 2018") { DateScanner(text: $0).first()?.date }
                == CivilDate(year: 2018, month: 10, day: 11))
    }

    @Test func anArticlesNumberIsNoDay() {
        #expect(reading("https://news.example/2020/08/23646/") { URLDate.read($0) } == nil)
    }

    @Test(arguments: [
        ("Updated", DateLabels.Kind.modified), ("Posted on", .published), ("Published 1 May | Updated", .modified),
        ("更新时间：", .modified), ("发布时间：", .published), ("Güncelleme: 1 | Giriş:", .published), ("Stand:", nil),
    ])
    func theLastLabelCounts(text: String, expected: DateLabels.Kind?) {
        #expect(reading(text) { DateLabels.kind($0) } == expected)
    }

    @Test func theOnlyTimeOfAChinesePageIsThatOfRelease() throws {
        func content(_ line: String) throws -> ArticleContent {
            try article(
                Prose.page(title: "旧渡口码头关闭维修", before: "<div>\(line)</div>", language: "zh", body: Prose.chinese),
                url: "https://news.example/a")
        }
        #expect(try content("更新时间：2024-05-01 10:30").published?.rfc3339 == "2024-05-01T10:30:00+08:00")
        let both = try content("发布时间：2024-05-01 10:30 更新时间：2024-05-03 08:00")
        #expect(both.published?.rfc3339 == "2024-05-01T10:30:00+08:00")
        #expect(both.modified?.rfc3339 == "2024-05-03T08:00:00+08:00")
    }
}
