import Model
import Testing

@testable import Extract

/// Pages whose class names say nothing: what is not the article's is known by its place and its words.
@Suite struct UnnamedPartsTests {
    private let title = "Ferry pier of Marrow Bay closes for repairs"

    private func text(inside: String = "", after: String = "", body: [String] = Prose.english + Prose.english2) throws
        -> String
    {
        try article(
            """
            <title>\(title) | The Marrow Post</title><body><div class="k1"><h1>\(title)</h1>
            <div class="k2">\(Prose.paragraphs(body))\(inside)</div></div>\(after)
            """
        ).text
    }

    private let whole = (Prose.english + Prose.english2).joined(separator: "\n\n")

    private func remarks(_ count: Int) -> String {
        (0..<count).map {
            "<div class=\"k7\"><p class=\"k8\">I have said so for years, number \($0), and nobody in the whole town would listen to me, not one of them.</p></div>"
        }.joined()
    }

    @Test(arguments: ["12 Comments", "[ 167 comments ]", "Top Rated Comments", "Comments (4)", "View all comments"])
    func readersCommentsAreLeftOut(heading: String) throws {
        #expect(try text(after: "<div class=\"k6\"><h3>\(heading)</h3>\(remarks(8))</div>") == whole)
    }

    @Test func aSeriesOfRemarksInPlacesOfTheirOwnIsLeftOut() throws {
        #expect(try text(after: "<div class=\"k6\"><h3>Voices</h3>\(remarks(8))</div>") == whole)
    }

    @Test func paragraphsBesideTheArticlesOwnStay() throws {
        let box =
            "<ul><li>The pier was built in 1931 by the same company, which is long gone, the archive says.</li></ul>"
        let more =
            "<p>The council meets again in the autumn, when the first bills for the work are due, the mayor said.</p>"
        #expect(try text(inside: box + more).hasSuffix("the mayor said."))
    }

    @Test func partsOfOneSeriesStay() throws {
        let parts = (1...3).map {
            "<section class=\"k3\"><h2>Part \($0)</h2>\(Prose.paragraphs($0 == 2 ? Prose.english2 : Prose.english))</section>"
        }
        let page = "<title>\(title)</title><body><div><h1>\(title)</h1>\(parts.joined())</div>"
        #expect(try article(page).text.ranges(of: "The harbour council").count == 2)
    }

    @Test(arguments: [
        "Our Standards: the principles that this paper holds to", "© 2024 Marrow Post Company. All rights reserved.",
        "Privacy Preference Center",
    ])
    func nothingFollowsALineThatEndsThePage(line: String) throws {
        let notice = "<div><h4>\(line)</h4><div>\(remarks(3))</div></div>"
        #expect(try text(after: notice).contains("in the whole town") == false)
    }

    @Test func aShortArticleAboveALongerOneIsFound() throws {
        let flash = [
            "海湾市议会周二投票决定，关闭旧渡口码头进行维修，市长在会后对媒体作了说明，并感谢居民的理解与支持，工程将于六月开工，预计持续九周，燃油费用由市里承担，渔民将改用北岸。"
        ]
        let other = (0..<8).map { "<p>\(Prose.chinese[$0 % 3])另一篇第\($0)段，写的是别的事情，与渡口没有任何关系。</p>" }
        let page =
            "<title>渡口码头将关闭维修</title><body><div><h1>渡口码头将关闭维修</h1><div>\(Prose.paragraphs(flash))</div>"
            + "<div>以上内容由用户上传并发布</div><div class=\"k4\"><div class=\"k5\">\(other.joined())</div></div></div>"
        #expect(try article(page).text == flash[0])
    }

    @Test(arguments: ["k3", "share_area", "breadcrumb", "modal-enabled"])
    func aLongerArticleBehindALinkedHeadlineIsAnother(className: String) throws {
        let next = (0..<4).map { _ in Prose.paragraphs(Prose.english) }.joined()
        let page = """
            <title>\(title)</title><body><div class="\(className)"><h1>\(title)</h1>
            <div>\(Prose.paragraphs(Prose.english + Prose.english2))</div></div>
            <div class="k5"><h2><a href="/eels">Eel prices have fallen again, says the auction house</a></h2>\(next)</div>
            """
        #expect(try article(page).text == whole)
    }

    @Test func linkedSubheadingsOfTheArticleEndNothing() throws {
        let parts = (1...3).map {
            "<h2><a href=\"/pier/\($0)\">The pier that was built in the year 193\($0)</a></h2>\(Prose.paragraphs($0 == 2 ? Prose.english2 : Prose.english))"
        }
        #expect(try text(inside: parts.joined()).ranges(of: "The harbour council").count == 3)
    }

    @Test func aColumnNamedCommentsOpensNothing() throws {
        let table =
            "<table><tr><th>Pillar</th><th>State</th><th>Comments</th></tr><tr><td>Seven</td><td>cracked</td><td>below the water</td></tr></table>"
        let more =
            "<p>The council meets again in the autumn, when the first bills for the work are due, the mayor said.</p>"
        let read = try text(inside: table + more)
        #expect(read.contains("below the water") && read.hasSuffix("the mayor said."))
    }

    @Test func postsOfOtherServicesAreLeftOut() throws {
        let post =
            "<blockquote><p>Ten years we have waited, and now it is nine weeks more, they say.</p>— Harbour Watch (@harbourwatch) March 3, 2024</blockquote>"
        let quotation =
            "<blockquote><p>Ten years we have waited, and now it is nine weeks more, they say.</p></blockquote>"
        let more =
            "<p>The council meets again in the autumn, when the first bills for the work are due, the mayor said.</p>"
        #expect(try text(inside: post + more).contains("Ten years we have waited") == false)
        #expect(try text(inside: quotation + more).contains("Ten years we have waited"))
    }

    @Test(arguments: [
        "Subscribe now to read the latest news of your bay and of all the coast beyond it.",
        "The old pier in the evening light, seen from the north (Image: Marrow Pictures)", "2 / 11",
        "I would like to be emailed about offers, events and updates.", "Tags: ferry, harbour, council",
    ])
    func linesThatArePartOfThePageAreLeftOut(line: String) throws {
        let more =
            "<p>The council meets again in the autumn, when the first bills for the work are due, the mayor said.</p>"
        #expect(try text(inside: "<p>\(line)</p>\(more)").contains(line) == false)
    }

    @Test(arguments: [
        "The council asked for comments from all who live near the pier, and 12 came.",
        "He showed the letter to the mayor (and to nobody else).",
        "2 of 11 pillars will be replaced before the winter.",
    ])
    func linesOfTheArticleThatResembleThemStay(line: String) throws {
        let more =
            "<p>The council meets again in the autumn, when the first bills for the work are due, the mayor said.</p>"
        #expect(try text(inside: "<p>\(line)</p>\(more)").contains(line))
    }
}

@Suite struct CommentMarkersTests {
    @Test(arguments: ["全部评论（12）", "网友评论", "评论 3", "共有12条评论", "Comments", "38 Kommentare", "Read the comments"])
    func opensComments(text: String) {
        #expect(reading(text) { CommentMarkers.opensComments($0) })
    }

    @Test(arguments: [
        "评论：渡口为什么要关", "新华社评论员", "No comment, says the mayor", "Comment is free", "The comment that cost a job", "",
    ])
    func isTextOfAnArticle(text: String) {
        #expect(!reading(text) { CommentMarkers.opensComments($0) })
    }
}
