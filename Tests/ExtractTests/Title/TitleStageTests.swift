import Model
import Testing

@testable import Extract

@Suite struct TitleStageTests {
    private let title = "Ferry pier of Marrow Bay closes for repairs"

    private func title(_ html: String) throws -> String? { try article(html).title }

    @Test func theHeadingIsTheTitle() throws {
        #expect(try title(Prose.page()) == title)
    }

    @Test func theWordsOfAHeadingInItsAnchorSayNothing() throws {
        let title = "Related comments share the sidebar"
        let page = Prose.page(title: title).replacing("<h1>", with: #"<h1 id="related-comments-share-the-sidebar">"#)
        #expect(try article(page).evidence["title"]?.from == "h1")
    }

    @Test func theSitesNameIsCutOff() throws {
        let head =
            #"<meta property="og:title" content="\#(title) - The Marrow Post"><meta property="og:site_name" content="The Marrow Post">"#
        let page = Prose.page(head: head).replacing("<h1>\(title)</h1>", with: "")
        #expect(try title(page) == title)
    }

    @Test func aHeadingThatIsTheSitesNameIsNot() throws {
        let page = Prose.page().replacing("<nav>", with: "<h1>The Marrow Post</h1><nav>")
        #expect(try title(page) == title)
    }

    @Test func withoutAHeadingThePageShowsHowLongTheTitleIs() throws {
        let page = Prose.page().replacing("<h1>\(title)</h1>", with: #"<div id="t">\#(title)</div>"#)
            .replacing(" | The Marrow Post</title>", with: " Some Unknown Outlet</title>")
        #expect(try title(page) == title)
    }

    @Test func theSitesNameMayStandBeforeTheHeadline() throws {
        let page = Prose.page().replacing("<h1>\(title)</h1>", with: #"<div id="t">\#(title)</div>"#)
            .replacing("<title>\(title) | The Marrow Post", with: "<title>Some Unknown Outlet - \(title)")
        #expect(try title(page) == title)
    }

    @Test(arguments: ["<h2>旧渡口码头六月起关闭维修</h2>", "<div><b>旧渡口码头六月起关闭维修</b></div>"], ["海湾新闻网", ""])
    func whereEveryPageHasTheSitesTitleTheHeadlineStandsAboveTheDate(headline: String, document: String) throws {
        let before = headline + "<div>2024-05-01 10:30 来源：海湾日报</div>"
        let page = Prose.page(title: "x", before: before, language: "zh", body: Prose.chinese)
            .replacing("<h1>x</h1>", with: "").replacing("<title>x | The Marrow Post", with: "<title>\(document)")
        #expect(try title(page) == "旧渡口码头六月起关闭维修")
    }

    @Test func aLinkAboveTheDateIsNoHeadline() throws {
        let before = #"<div><a href="/other">北港渔民新村二期工程顺利完工</a></div><div>2024-05-01 10:30 来源：海湾日报</div>"#
        let page = Prose.page(title: "x", before: before, language: "zh", body: Prose.chinese)
            .replacing("<h1>x</h1>", with: "").replacing("<title>x | The Marrow Post", with: "<title>海湾新闻网")
        #expect(try title(page) == "海湾新闻网")
    }

    @Test func aButtonInsideTheHeadingIsNoPartOfTheTitle() throws {
        let head = #"<meta property="og:title" content="\#(title)">"#
        let page = Prose.page(head: head).replacing(
            "<h1>\(title)</h1>", with: "<h1>\(title) <span>Listen to this story</span></h1>")
        #expect(try title(page) == title)
    }

    @Test func linkedDataGivesTheHeadline() throws {
        let head =
            #"<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"The Marrow Post"},{"@type":["Article"],"headline":"\#(title)"}]}</script>"#
        let page = Prose.page(head: head).replacing("<h1>\(title)</h1>", with: "").replacing(
            "<title>\(title) | The Marrow Post</title>", with: "<title>News</title>")
        let content = try article(page)
        #expect(content.title == title)
        #expect(content.evidence["title"]?.from == "json-ld")
    }

    @Test func whereNothingAgreesAClassNamesTheTitle() throws {
        let page = Prose.page().replacing(
            "<title>\(title) | The Marrow Post</title>", with: "<title>Marrow-Articles</title>"
        )
        .replacing("<h1>\(title)</h1>", with: #"<div class="story-title">\#(title)</div>"#)
        #expect(try title(page) == title)
    }

    @Test func theOriginalTitleWinsOverAnAdvertisementInBrackets() throws {
        let page = Prose.page(
            title: "[蓝鲸牌化妆品]旧渡口码头关闭维修九周", before: "<p>原标题：旧渡口码头关闭维修九周</p>", language: "zh", body: Prose.chinese)
        #expect(try title(page) == "旧渡口码头关闭维修九周")
    }

    @Test func theChineseSiteBehindAnUnderscoreIsCutOff() throws {
        let page = Prose.page(title: "旧渡口码头关闭维修九周", language: "zh", body: Prose.chinese)
            .replacing(" | The Marrow Post</title>", with: "_新闻频道_海湾网</title>")
        #expect(try title(page) == "旧渡口码头关闭维修九周")
    }

    @Test func aPageWithoutAnyTitleHasNone() throws {
        let page = "<body><div class=\"article-body\">\(Prose.paragraphs())</div>"
        #expect(try article(page).title == nil)
    }
}

@Suite struct TitleKeyTests {
    @Test(arguments: [
        ("Ferry Pier!", "ferry pier"), ("“Ferry” – Pier", "Ferry Pier"), ("ＡＢ１", "ab1"), ("旧渡口：码头", "旧渡口码头"),
        ("ÉTÉ", "été"),
    ])
    func marksSpacesAndCaseDoNotCount(left: String, right: String) {
        #expect(TitleKey(left) == TitleKey(right))
    }

    @Test func partsAreLessThanEqual() {
        let whole = TitleKey("Ferry pier closes for repairs")
        #expect(TitleKey("Ferry pier closes for repairs").likeness(to: whole) == 1)
        let part = TitleKey("Ferry pier closes").likeness(to: whole)
        #expect(part > 0.5 && part < 1)
        #expect(TitleKey("Cooking with eels").likeness(to: whole) < 0.3)
        #expect(TitleKey("").likeness(to: whole) == 0)
    }

    @Test func pairsOfLettersCountAsOftenAsBothTitlesHaveThem() {
        // Of nine pairs on each side: xa three times, ax, a1 and 12 once.
        #expect(TitleKey("xaxaxaxa12").likeness(to: TitleKey("xaxa12xa21")) == 12.0 / 18.0)
    }

    @Test func likenessIsTheSameBothWays() {
        let pairs = [("Ferry pier closes", "Ferry pier opens"), ("ab", "ba"), ("海湾码头关闭", "海湾码头开放")]
        for (left, right) in pairs {
            #expect(TitleKey(left).likeness(to: TitleKey(right)) == TitleKey(right).likeness(to: TitleKey(left)))
        }
    }
}
