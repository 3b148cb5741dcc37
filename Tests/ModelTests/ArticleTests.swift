import Foundation
import Model
import Testing

@Suite struct ArticleTests {
    @Test func anArticleSurvivesItsLine() throws {
        let article = try sample()
        #expect(try JSONDecoder().decode(Article.self, from: Data(article.line)) == article)
    }

    @Test func aLineEndsWithOneLineFeedAndHasNoOther() throws {
        let line = try sample().line
        #expect(line.filter { $0 == 0x0A }.count == 1)
        #expect(line.last == 0x0A)
    }

    private func sample() throws -> Article {
        var content = ArticleContent()
        content.title = "泉州\n双拥"
        content.authors = [Author(name: "甲乙", role: .reporter)]
        content.publisher = Publisher(name: "某网", url: nil)
        content.published = Timestamp(rfc3339: "2023-12-22T10:45:15+08:00")
        content.blocks = [Block(type: .heading, level: 2, text: "标题"), Block(type: .paragraph, text: "正文。")]
        content.integrity = Integrity(findings: [
            .init(
                kind: "injected_phrase", phrase: "x", count: 2, spans: [[0, 1], [5, 6]], candidates: ["y"],
                confidence: 0.5, places: [.init(zone: "body", context: "a x b", candidate: nil)])
        ])
        content.evidence = ["title": Evidence(from: "h1", confidence: 0.9)]
        return Article(
            id: "0011", url: "http://a/", canonicalURL: "http://a/", host: "a", sourceID: SourceID(rawValue: "s"),
            version: 1,
            content: content, contentHash: try #require(ContentHash(bytes: Array(repeating: 7, count: 32))),
            simhash: .max - 1, nearDuplicateOf: nil,
            capture: CaptureReference(
                reel: "pages", offset: Offset(rawValue: 12), fetched: "2024-01-01T00:00:00Z", status: 200,
                charset: "gb18030"),
            extractor: "newsreel 0.1.0")
    }

    @Test func aFindingOfAnOlderRecordHasNoPlaces() throws {
        let line = #"{"kind":"hidden_links","phrase":null,"count":3,"spans":[],"candidates":["a"],"confidence":0.8}"#
        #expect(try JSONDecoder().decode(Integrity.Finding.self, from: Data(line.utf8)).places.isEmpty)
    }
}
