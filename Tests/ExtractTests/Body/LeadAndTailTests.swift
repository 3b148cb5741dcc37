import Model
import Testing

@testable import Extract

@Suite struct LeadFinderTests {
    private func text(_ before: String) throws -> String { try article(Prose.page(before: before)).text }

    @Test(arguments: [
        #"<p class="dek">Nine weeks without the ferry: what the repairs mean for the bay.</p>"#,
        #"<h2>Nine weeks without the ferry: what the repairs mean for the people.</h2>"#,
        #"<div class="intro"><p>Nine weeks without the ferry: what the repairs mean for the bay.</p></div>"#,
    ])
    func aSentenceAboveTheBodyIsTheLead(markup: String) throws {
        #expect(try text(markup).hasPrefix("Nine weeks without the ferry"))
    }

    @Test(arguments: [
        #"<p>By Ann Lee, our reporter in Marrow Bay, where the ferry has its pier</p>"#.replacing(
            "<p>", with: #"<p class="byline">"#),
        #"<p><a href="/a">Nine weeks without the ferry: what the repairs mean for the bay</a></p>"#,
        #"<figure><img src="/a.jpg"><figcaption>Nine weeks without the ferry: what the repairs mean for the bay.</figcaption></figure>"#,
        #"<p class="date">Published on Wednesday, May 1, 2024 at 10:30 in the morning, local time</p>"#,
        #"<div class="newsletter"><p>Sign up, and get the news of the bay every morning, free of charge.</p></div>"#,
        "<p>Marrow Bay</p>", "<p>By Ann Lee - The Marrow Post - Wednesday, May 1, 2024</p>",
    ])
    func otherLinesAboveTheBodyAreNot(markup: String) throws {
        #expect(try text(markup).hasPrefix("The harbour council"))
    }

    @Test func aLeadThatTheTextRepeatsIsNotReadTwice() throws {
        let lead = "<p class=\"dek\">\(Prose.english[0])</p>"
        #expect(try text(lead) == Prose.english.joined(separator: "\n\n"))
    }
}

@Suite struct TailCutterTests {
    private func text(_ inside: String) throws -> String { try article(Prose.page(inside: inside)).text }

    private let whole = Prose.english.joined(separator: "\n\n")
    private let more =
        "<p>The north quay was built in 1931, and it has never been closed for more than a week since then.</p>"

    @Test func aSectionInABoxGoesWithItsBox() throws {
        let box =
            "<section><h3>Related stories</h3><p>Eel prices have fallen again, the auction house says.</p><p>And so on, and so on, it goes.</p></section>"
        #expect(try text(box) == whole)
    }

    @Test func whatFollowsTheBoxStays() throws {
        let box = "<div><h3>Related stories</h3><ul><li><a href=/a>Eel prices have fallen again</a></li></ul></div>"
        #expect(try text(box + more).hasSuffix("since then."))
    }

    @Test func theRestOfTheArticleBehindALooseHeadingStays() throws {
        let loose = "<p><b>Read more</b></p><p><a href=/a>Eel prices have fallen again</a></p>"
        #expect(try text(loose + more).hasSuffix("since then."))
    }

    @Test func aHeadingOfTheArticleIsNoMarker() throws {
        #expect(try text("<h2>What comes next</h2>\(more)").contains("What comes next"))
    }

    @Test func linesOfLinksAtTheEndAreLeftOut() throws {
        #expect(try text("<p>Our rules: <a href=/r>the principles of this paper</a></p>") == whole)
    }

    @Test func aMarkerBeforeAnyTextCutsNothing() throws {
        let page = Prose.page().replacing(
            "<div class=\"article-body\">", with: "<div class=\"article-body\"><p>Most read</p>")
        #expect(try article(page).text.hasSuffix("to reporters."))
    }
}

@Suite struct BlockAssemblerTests {
    private func blocks(_ inside: String) throws -> [Block] {
        Array(try article(Prose.page(inside: inside)).blocks.dropFirst(Prose.english.count))
    }

    private let end = "<p>Nothing else was decided at the meeting, which ended shortly before midnight.</p>"

    @Test func nestedListsAreOneList() throws {
        let blocks = try blocks("<ul><li>The pier<ul><li>the pillars</li></ul></li><li>The quay</li></ul>\(end)")
        #expect(blocks.first?.type == .list)
        #expect(blocks.map(\.text).joined(separator: "\n").contains("the pillars"))
    }

    @Test func twoListsStayTwo() throws {
        let blocks = try blocks("<ul><li>The pier.</li></ul><ol><li>The quay.</li></ol>\(end)")
        #expect(blocks.map(\.type) == [.list, .list, .paragraph])
    }

    @Test func longCellsAreParagraphs() throws {
        let cell = String(repeating: "The pillars were measured again, and again they were weak. ", count: 10)
        #expect(try blocks("<table><tr><td>\(cell)</td></tr></table>\(end)").first?.type == .paragraph)
    }

    @Test func aTableOfOneColumnIsNoTable() throws {
        #expect(
            try blocks("<table><tr><td>The pier closes in June, they say.</td></tr></table>\(end)").first?.type
                == .paragraph)
    }

    @Test func aQuestionInBoldIsAHeading() throws {
        #expect(try blocks("<p><strong>What does it cost?</strong></p>\(end)").first?.type == .heading)
        #expect(try blocks("<p><strong>It costs two million.</strong></p>\(end)").first?.type == .paragraph)
    }

    @Test func headingsKeepTheirLevel() throws {
        let blocks = try blocks("<h2>The pier</h2><h4>The pillars</h4>\(end)")
        #expect(blocks.compactMap(\.level) == [2, 4])
    }

    @Test func linkedCellsStayInATableOfOtherText() throws {
        let rows =
            "<tr><td><a href=/p>The pier of the ferry</a></td><td>closed from June until August</td></tr>"
            + "<tr><td><a href=/q>The quay in the north</a></td><td>open for fishermen every day</td></tr>"
        let blocks = try blocks("<table>\(rows)</table>\(end)")
        #expect(blocks.first?.text.hasPrefix("The pier of the ferry\tclosed from June") == true)
    }

    @Test func linkedItemsStayInAListOfOtherText() throws {
        let list =
            "<ul><li><a href=/p>The pier of the ferry</a></li><li>Nothing else is closed, and nothing else will be, says the council.</li></ul>"
        #expect(try blocks(list + end).first?.text.hasPrefix("The pier of the ferry\n") == true)
    }

    @Test func termsAndTheirMeaningsAreAList() throws {
        let blocks = try blocks(
            "<dl><dt>Pier</dt><dd>What the ferry lands at, in most harbours of the bay.</dd></dl>\(end)")
        #expect(blocks.first?.text.hasPrefix("Pier") == true)
    }

    @Test func picturesStandWhereThePageHasThem() throws {
        let blocks = try blocks(
            "<p><img src=/a.jpg></p>\(end)<p><img src=/b.jpg></p><p>And that, the mayor said, was that for this year.</p>"
        )
        #expect(blocks.map(\.type) == [.image, .paragraph, .image, .paragraph])
    }
}
