import Model
import Testing

@testable import Extract

@Suite struct HomeLinksTests {
    private let title = "Ferry pier of Marrow Bay closes for repairs"

    @Test(arguments: [
        #"<h1><a href="/">The Harbour Papers</a></h1>"#,
        #"<h1><a href="https://news.example/">The Harbour Papers</a></h1>"#,
        #"<a href="//news.example"><h1>The Harbour Papers</h1></a>"#,
        #"<h1><a rel="home" href="/blog">The Harbour Papers</a></h1>"#,
    ])
    func aHeadingThatLeadsToTheFrontPageIsNoTitle(heading: String) throws {
        let page = Prose.page().replacing("<nav>", with: heading + "<nav>")
            .replacing("\(title) | The Marrow Post</title>", with: "The Harbour Papers: \(title)</title>")
        #expect(try article(page).title == title)
    }

    @Test func aHeadingThatLeadsToTheStoryItselfIsOne() throws {
        let page = Prose.page().replacing(
            "<h1>\(title)</h1>", with: #"<h1><a href="/2024/05/01/story.html">\#(title)</a></h1>"#)
        #expect(try article(page).title == title)
    }

    @Test func whatTheMastheadSaysIsCutFromTheTitle() throws {
        let page = Prose.page().replacing("<h1>\(title)</h1>", with: "")
            .replacing("<nav>", with: #"<div><a href="/">Papers of the Harbour</a></div><nav>"#)
            .replacing("The Marrow Post</title>", with: "Papers of the Harbour</title>")
        #expect(try article(page).title == title)
    }

    @Test func theHeadingAtTheBeginningOfTheDocumentsTitleWinsOverLinkedData() throws {
        let head =
            #"<script type="application/ld+json">{"@type":"Article","headline":"A part of the town on the northern shore"}</script>"#
        let page = Prose.page(title: "Marrow Bay", head: head)
            .replacing(
                "Marrow Bay | The Marrow Post</title>",
                with: "Marrow Bay - Harbour Encyclopedia, which everybody may edit</title>")
        #expect(try article(page).title == "Marrow Bay")
    }
}
