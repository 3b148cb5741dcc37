import Model
import Testing

@testable import Extract

@Suite struct SiteNamesTests {
    private func cut(
        _ title: String, site: String = "The Marrow Post", url: String? = "https://www.marrowpost.example/a"
    ) throws -> String {
        try withPage("<meta property=\"og:site_name\" content=\"\(site)\">", url: url) { page in
            SiteNames(page: page, meta: MetaTags(page), linked: LinkedData(page)).cut(title)
        }
    }

    @Test(arguments: [
        "Pier closes | The Marrow Post", "Pier closes - The Marrow Post", "Pier closes — The Marrow Post",
        "The Marrow Post: Pier closes",
        "The Marrow Post | Pier closes", "Pier closes | marrowpost", "Pier closes :: The Marrow Post",
    ])
    func theSiteIsCutOffAtEitherEnd(title: String) throws {
        #expect(try cut(title) == "Pier closes")
    }

    @Test(arguments: [
        "Pier closes - and opens again", "Pier | bridge | quay", "A: B: C", "The Marrow Poster", "Pier closes",
    ])
    func partsThatAreNotTheSiteStay(title: String) throws {
        #expect(try cut(title) == title)
    }

    @Test func chineseMarksSeparateToo() throws {
        #expect(try cut("旧渡口关闭_海湾网", site: "海湾网") == "旧渡口关闭")
        #expect(try cut("旧渡口关闭-海湾网", site: "海湾网") == "旧渡口关闭")
    }

    @Test func aTitleIsNeverCutToNothing() throws {
        #expect(try cut("The Marrow Post") == "The Marrow Post")
        #expect(try cut("a | The Marrow Post") == "a | The Marrow Post")
    }
}

@Suite struct TitleAnchorTests {
    private func anchor(_ body: String, title: String = "Ferry pier closes for repairs") throws -> String? {
        try withPage("<body>\(body)") { page in
            TitleAnchor(page: page, title: title).block.map { page.text(of: page.scan.blocks[$0]).string }
        }
    }

    @Test func theHeadingIsTakenBeforeOtherLines() throws {
        let body = "<p>Ferry pier closes for repairs</p><p>x</p><h1>Ferry pier closes for repairs!</h1>"
        #expect(try anchor(body) == "Ferry pier closes for repairs!")
    }

    @Test func aTeaserOfTheSameTitleIsNotTaken() throws {
        let body =
            #"<div class="related"><h3>Ferry pier closes for repairs</h3></div><div>Ferry pier closes for repairs.</div>"#
        #expect(try anchor(body) == "Ferry pier closes for repairs.")
    }

    @Test func withoutTheTitleThereIsNoAnchor() throws {
        #expect(try anchor("<h1>Something else</h1>") == nil)
        #expect(try anchor("<h1>x</h1>", title: "x") == nil)
    }
}

@Suite struct PageTitleCutTests {
    private func headline(_ title: String, shown: String) throws -> String? {
        try withPage("<body><div>\(shown)</div>") { PageTitleCut(page: $0).headline(title) }
    }

    @Test func theLongestShownBeginningIsTheHeadline() throws {
        #expect(
            try headline("Ferry pier closes - Bay - Post", shown: "Ferry pier closes - Bay")
                == "Ferry pier closes - Bay")
        #expect(try headline("Ferry pier closes - Bay - Post", shown: "Ferry pier closes") == "Ferry pier closes")
    }

    @Test func aFirstWordThatAMenuShowsIsNone() throws {
        #expect(try headline("Johannesville has failed its traders, and knows it", shown: "Johannesville") == nil)
    }

    @Test func linksShowNoHeadline() throws {
        #expect(try headline("Ferry pier closes - Post", shown: "<a href=x>Ferry pier closes</a>") == nil)
    }
}
