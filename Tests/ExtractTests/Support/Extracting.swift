import HTML
import Model
import Testing

@testable import Extract

/// Extracts a page written in a test.
func extraction(
    _ html: String, url: String? = "https://news.example/2024/05/01/story.html", siteOffset: Int? = nil
) throws -> Extraction {
    let address = try url.map { try WebURL($0) }
    return Extractor.extract(
        ExtractionInput(document: Document.parse(Array(html.utf8)), url: address, siteOffsetSeconds: siteOffset))
}

func draft(
    _ html: String, url: String? = "https://news.example/2024/05/01/story.html", siteOffset: Int? = nil
) throws -> ArticleDraft {
    switch try extraction(html, url: url, siteOffset: siteOffset) {
    case .article(let draft): return draft
    case .notAnArticle(let reason): throw Unexpected(description: "turned away: \(reason)")
    }
}

func article(
    _ html: String, url: String? = "https://news.example/2024/05/01/story.html", siteOffset: Int? = nil
) throws -> ArticleContent {
    try draft(html, url: url, siteOffset: siteOffset).content
}

struct Unexpected: Error, CustomStringConvertible {
    var description: String
}

/// Runs a reader over the bytes of a text.
func reading<Result>(_ text: String, _ body: (Bytes) -> Result) -> Result {
    var text = text
    return text.withUTF8 { body($0) }
}

/// Paragraphs of invented news, long enough to be an article.
enum Prose {
    static let english = [
        "The harbour council of Marrow Bay voted on Tuesday to close the old ferry pier for repairs, the mayor said.",
        "Work will begin in June and take nine weeks, according to the engineers, who found cracks in eleven pillars.",
        "Fishermen who land their catch there will use the north quay instead, and the council will pay for the fuel.",
        "“We have waited for this for ten years,” said one of them, who did not want to give her name to reporters.",
    ]

    static let english2 = [
        "The pier was last repaired in 1987, when a storm took away the roof of its hall and two of the landing stages.",
        "A temporary bridge for walkers will stay open all summer, and the ferry to the island will run twice an hour.",
    ]

    static let chinese = [
        "海湾市议会周二投票决定，关闭旧渡口码头进行维修，市长在会后对媒体作了说明，并感谢居民的理解与支持。",
        "工程将于六月开工，预计持续九周。工程师此前在检查中发现，十一根桩柱出现了裂缝，必须尽快加固处理。",
        "平时在那里卸货的渔民将改用北岸，燃油费用由市里承担。多位渔民表示，他们已经为此等待了整整十年时间。",
    ]

    static func paragraphs(_ texts: [String] = english) -> String {
        texts.map { "<p>\($0)</p>" }.joined(separator: "\n")
    }

    static func page(
        title: String = "Ferry pier of Marrow Bay closes for repairs", head: String = "", before: String = "",
        inside: String = "", after: String = "", language: String = "en", body: [String] = english
    ) -> String {
        """
        <!doctype html><html lang="\(language)"><head><meta charset="utf-8"><title>\(title) | The Marrow Post</title>\(head)</head>
        <body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
        <main><h1>\(title)</h1>\(before)<div class="article-body">\(paragraphs(body))\(inside)</div>\(after)</main>
        <footer>© 2024 Marrow Post Company. All rights reserved.</footer></body></html>
        """
    }
}
