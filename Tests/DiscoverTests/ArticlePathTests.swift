import Model
import Testing

@testable import Discover

@Suite struct ArticlePathTests {
    private func points(_ text: String) throws -> Int? { ArticlePath.points(try WebURL(text)) }

    @Test(arguments: [
        "https://n.example/2024/05/17/rain-in-the-hills.html", "https://n.example/n/2024-05/17/content_123456.shtml",
        "https://n.example/gn/202405/t20240517_123456.htm", "https://n.example/20240517/123456.html",
        "https://n.example/a/202405170012345.html", "https://n.example/world/how-a-choir-won-over-the-city",
        "https://n.example/article/J22CN60P0514R9KQ.html", "https://n.example/2024/0517/c1001-40123456.html",
        "https://n.example/story?id=771234", "https://n.example/world-asia-12345678",
        "https://n.example/news/%E6%B1%9F%E6%B2%B3%E5%A4%A7%E6%A1%A5%E5%90%88%E9%BE%99",
    ])
    func articlesHavePoints(_ url: String) throws {
        #expect(try points(url) ?? -9 >= 2)
    }

    @Test(arguments: [
        "https://n.example/", "https://n.example/china/", "https://n.example/index.html",
        "https://n.example/n/index_2.shtml",
        "https://n.example/tag/long-distance-railway", "https://n.example/author/ada-field",
        "https://n.example/search?q=12345",
        "https://n.example/about/contact_10001.html", "https://n.example/list-12.html",
        "https://n.example/category/a-b-c-d",
        "https://comment.n.example/x/12345678.html", "https://n.example/?page=12345",
    ])
    func sectionsHaveNone(_ url: String) throws {
        #expect(try points(url) ?? -9 <= 1)
    }

    @Test(arguments: [
        "/a/p20240517.jpg", "/2024/05/17/report.pdf", "/app/12345678.apk", "/feed/20240517.xml", "/x.css",
    ])
    func filesAreNoPages(_ path: String) throws {
        #expect(try points("https://n.example" + path) == nil)
    }

    @Test(arguments: [
        ("/2024/05/17/", true), ("/2024-05/17/", true), ("/20240517/", true), ("/202405/", true),
        ("/t20240517_1", true),
        ("/2024/0517/", true), ("/2024/13/", false), ("/20241345/", false), ("/1234/05/", false), ("/123456/", false),
        ("/99999999999999/", false), ("/news/", false),
    ])
    func datesAreSeen(_ path: String, _ expected: Bool) {
        let segments = path.utf8.split(separator: UInt8(ascii: "/")).map { [UInt8]($0) }
        #expect(ArticlePath.hasDate(segments) == expected)
    }

    @Test func articlesOfOneSiteHaveOneShape() throws {
        let shape = ArticlePath.shape(try WebURL("https://n.example/n/2024-05/17/content_123.shtml"))
        #expect(ArticlePath.shape(try WebURL("https://n.example/n/2023-12/01/content_98765.shtml")) == shape)
        #expect(ArticlePath.shape(try WebURL("https://n.example/n/index.shtml")) != shape)
        #expect(ArticlePath.shape(try WebURL("https://m.example/n/2024-05/17/content_123.shtml")) != shape)
    }

    @Test(arguments: [
        ("稻田里的新农人：返乡青年的第三个春天", 2), ("跨江大桥今晨合龙", 2), ("夜市回来了", 0), ("体育", -1), ("更多", -3), ("Read more", -3),
        ("Business", -1), ("A headline long enough to be one", 2),
    ])
    func headlinesAreToldFromLabels(_ text: String, _ points: Int) {
        #expect(
            AnchorText.points(text) == points
                || (points == 0 && AnchorText.points(text) >= 0 && AnchorText.points(text) < 2))
    }

    @Test func randomURLsAreJudgedWithoutHarm() throws {
        var generator = SeededGenerator(for: "randomURLsAreJudgedWithoutHarm")
        for _ in 0..<500 {
            let path = generator.text(
                of: ["/", "2024", "05", "-", "_", ".html", "a", "999999999", "%", "?id=", "&", "index", "."], upTo: 20)
            guard let url = try? WebURL("https://n.example/" + path) else { continue }
            #expect((ArticlePath.points(url) ?? 0) < 100 && !ArticlePath.shape(url).isEmpty)
        }
    }
}
