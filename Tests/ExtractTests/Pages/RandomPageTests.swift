import HTML
import Model
import Testing

@testable import Extract

/// Pages made at random: nothing may crash, and what every article promises must hold.
@Suite struct RandomPageTests {
    private static let pieces = [
        "<p>", "</p>", "<div class=\"related\">", "</div>", "<h1>", "</h1>", "<h2>", "<ul><li>", "<li>", "</ul>",
        "<table><tr><td>", "<td>", "</table>",
        "<a href=\"/x\">", "</a>", "<br>", "<br><br>", "<b>", "</b>", "<img src=a.jpg>", "<figure>", "<figcaption>",
        "</figure>", "<article>",
        "</article>", "<time datetime=2024-05-01>", "<span class=\"author\">", "<div class=\"comments\">",
        "<title>Pier closes</title>", "<blockquote>",
        "<pre>", "</pre>", "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"Pier\"",
        "</script>", "<meta name=author content=\"Ann Lee\">",
        "The harbour council voted on Tuesday, the mayor said, to close the pier. ", "By Ann Lee and Bo Ek",
        "May 1, 2024 10:30", "来源：海湾网 记者 陈小雨 ",
        "市议会周二投票决定，关闭旧渡口码头进行维修。", "Related", "责任编辑：林大海", "2024年5月1日", "e\u{301}", "77博吧直看:省", "闽ICP备01234567号", "©",
        "（记者 ", "）", "http://", "\u{3000}", " ", "\n", "&amp;", "&#0;", "<", ">",
    ]

    private func page(seed: UInt64) -> String {
        var random = Random(state: seed)
        var page = ""
        for _ in 0..<Int.random(in: 1...400, using: &random) {
            page += RandomPageTests.pieces.randomElement(using: &random) ?? ""
        }
        return page
    }

    @Test(arguments: 0..<80) func everyArticleKeepsItsPromises(number: Int) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        let result = try extraction(page(seed: seed))
        guard case .article(let draft) = result else { return }
        let content = draft.content
        #expect(!content.text.isEmpty, "seed \(seed)")
        #expect(content.blocks.allSatisfy { $0.type == .image || !$0.text.isEmpty }, "seed \(seed)")
        #expect(content.authors.allSatisfy { !$0.name.isEmpty && $0.name.utf8.count < 100 }, "seed \(seed)")
        #expect(Set(content.authors.map(\.name)).count == content.authors.count, "seed \(seed)")
        let length = content.text.utf8.count
        for span in content.integrity.findings.flatMap(\.spans) {
            #expect(span.count == 2 && span[0] < span[1] && span[1] <= length, "seed \(seed)")
        }
        for evidence in content.evidence.values { #expect((0...1).contains(evidence.confidence), "seed \(seed)") }
        for field in draft.explanation { #expect(!field.candidates.isEmpty, "seed \(seed)") }
    }

    @Test(arguments: 0..<40) func everyTextIsReadWithoutHarm(number: Int) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        let text = page(seed: seed)
        if case .article(let draft) = Extractor.extractText(utf8: Array(text.utf8), url: nil) {
            #expect(!draft.content.text.isEmpty, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<40) func readersStayInsideTheirText(number: Int) {
        let seed = UInt64.random(in: 0...UInt64.max)
        reading(page(seed: seed)) { text in
            for date in DateScanner(text: text).all() {
                #expect(date.range.lowerBound >= 0 && date.range.upperBound <= text.count, "seed \(seed)")
            }
            for credit in CreditReader(text: text).credits() { #expect(!credit.name.isEmpty, "seed \(seed)") }
            for name in EnglishByline.names(text) { #expect(!name.isEmpty, "seed \(seed)") }
            _ = JSONReader.read(text)
            _ = LanguageGuess.guess(text)
            _ = DatelineReader(text: text, year: 2024).read()
        }
    }
}
