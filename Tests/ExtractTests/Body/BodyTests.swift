import Model
import Testing

@testable import Extract

@Suite struct BodyTests {
    private func text(_ html: String) throws -> String { try article(html).text }

    private let whole = Prose.english.joined(separator: "\n\n")

    @Test func theParagraphsAndNothingElse() throws {
        #expect(try text(Prose.page()) == whole)
    }

    @Test(arguments: [
        #"<div class="related"><h3>Related</h3><p>Another story of the bay, with a long teaser that reads like a sentence.</p></div>"#,
        #"<div class="comments"><p>I do not agree with this at all, and neither do my neighbours, said a reader.</p></div>"#,
        #"<aside><p>Our newsletter brings you the news of the bay every morning, free of charge, in your inbox.</p></aside>"#,
        #"<div class="newsletter-signup"><p>Sign up for our newsletter, and never miss a story from Marrow Bay again.</p></div>"#,
        #"<ul class="share-bar"><li>Share on Chirper</li><li>Copy link</li></ul>"#,
        #"<div style="display:none"><p>A hidden paragraph, which no reader of this page has ever seen on the screen.</p></div>"#,
        #"<div class="cookie-consent"><p>We use cookies, and so do our partners, to improve what you see on this page.</p></div>"#,
    ])
    func whatIsNotTheArticlesIsLeftOut(junk: String) throws {
        #expect(try text(Prose.page(after: junk)) == whole)
        #expect(try text(Prose.page(inside: junk)) == whole)
    }

    @Test(arguments: [
        "Related articles", "You may also like", "More from Marrow Bay", "相关阅读", "推荐阅读：", "Lesen Sie auch",
        "À lire aussi", "関連記事",
    ])
    func whatFollowsSuchAHeadingIsLeftOut(heading: String) throws {
        let tail =
            "<h3>\(heading)</h3><p>Eel prices have fallen again, the auction house says, for the third week in a row.</p>"
        #expect(try text(Prose.page(inside: tail)) == whole)
    }

    @Test func aBoxOfRelatedStoriesInTheMiddleDoesNotEndTheArticle() throws {
        let middle =
            #"<div class="box"><h3>Related articles</h3><ul><li><a href="/a">Eel prices have fallen again this week</a></li></ul></div>"#
        let more =
            "<p>The north quay was built in 1931, and it has never been closed for more than a week since then.</p>"
        #expect(try text(Prose.page(inside: middle + more)).hasSuffix("since then."))
    }

    @Test func cardsOfOtherStoriesAreLeftOut() throws {
        let card =
            #"<div class="item"><h2><a href="/eel">Eel prices have fallen</a></h2><p>A teaser of the other story, and no more.</p></div>"#
        let more =
            "<p>The north quay was built in 1931, and it has never been closed for more than a week since then.</p>"
        #expect(try !text(Prose.page(inside: card + more)).contains("Eel"))
    }

    @Test func otherArticlesOnThePageAreLeftOut() throws {
        let own = "<article><h1>Ferry pier of Marrow Bay closes</h1>\(Prose.paragraphs())</article>"
        let other =
            "<article><h2>Eel prices fall</h2><p>\(String(repeating: "Eels are cheap, they say. ", count: 40))</p></article>"
        let page =
            "<html><head><title>Ferry pier of Marrow Bay closes</title></head><body><main>\(own)\(other)\(other)</main>"
        #expect(try text(page) == whole)
    }

    @Test func captionsAreNoParagraphs() throws {
        let figure =
            #"<figure><img src="/pier.jpg"><figcaption>The old pier, seen from the north, in spring.</figcaption></figure>"#
        let content = try article(
            Prose.page(inside: figure + "<p>The north quay was built in 1931, and it still stands today.</p>"))
        #expect(!content.text.contains("seen from the north"))
        #expect(
            content.images == [
                Image(url: "https://news.example/pier.jpg", caption: "The old pier, seen from the north, in spring.")
            ])
        #expect(content.blocks.contains { $0.type == .image })
    }

    @Test func postsOfOtherServicesAreLeftOut() throws {
        let post =
            #"<blockquote class="chirp-tweet"><p>The pier is closed, and I am sad about it.</p>— Ann (@ann) May 1, 2024</blockquote>"#
        #expect(try text(Prose.page(inside: post)) == whole)
    }

    @Test func quotationsStay() throws {
        let quote = "<blockquote><p>The pier was my grandfather's, and it will stand when I am gone.</p></blockquote>"
        let blocks = try article(Prose.page(inside: quote)).blocks
        #expect(blocks.last?.type == .quote)
    }

    @Test func headingsListsTablesAndCodeKeepTheirKind() throws {
        let inside = """
            <h2>What will happen</h2><p>Three things, the council says, will happen in the first week of June.</p>
            <ul><li>The pier is closed.</li><li>The pillars are bound.</li></ul>
            <table><tr><th>Week</th><th>Work</th></tr><tr><td>1</td><td>Pillars</td></tr></table><pre>a = 1
            b = 2</pre><p>Nothing else was decided at the meeting, which ended shortly before midnight.</p>
            """
        let blocks = try article(Prose.page(inside: inside)).blocks.suffix(6)
        #expect(blocks.map(\.type) == [.heading, .paragraph, .list, .table, .code, .paragraph])
        #expect(blocks.first?.level == 2)
        #expect(blocks.map(\.text)[2] == "The pier is closed.\nThe pillars are bound.")
        #expect(blocks.map(\.text)[3] == "Week\tWork\n1\tPillars")
        #expect(blocks.map(\.text)[4] == "a = 1\n b = 2" || blocks.map(\.text)[4] == "a = 1\nb = 2")
    }

    @Test func aShortLineInBoldIsAHeading() throws {
        let inside =
            "<p><b>What will happen</b></p><p>Three things, the council says, will happen in the first week of June.</p>"
        let block = try article(Prose.page(inside: inside)).blocks.dropLast().last
        #expect(block?.type == .heading)
        #expect(block?.text == "What will happen")
    }

    @Test func aHeadingThatNothingFollowsIsLeftOut() throws {
        #expect(try text(Prose.page(inside: "<h2>What will happen</h2>")) == whole)
    }

    @Test func theStandfirstComesFirst() throws {
        let before =
            #"<p class="standfirst">Nine weeks without the ferry: what the repairs mean for the people of the bay.</p>"#
        let content = try article(Prose.page(before: before))
        #expect(content.text.hasPrefix("Nine weeks without"))
        #expect(content.subtitle?.hasPrefix("Nine weeks") == true)
    }

    @Test func aShortArticleIsNotTheWholePage() throws {
        let menu = (0..<40).map { "<li><a href=\"/\($0)\">Another headline of the day, number \($0)</a></li>" }.joined()
        let page = """
            <html><head><title>Pier closed</title><meta property="og:type" content="article"></head><body><ul>\(menu)</ul>
            <h1>Pier closed today</h1><div class="article-content"><p>The old ferry pier is closed until July.</p></div><ul>\(menu)</ul>
            """
        #expect(try text(page) == "The old ferry pier is closed until July.")
    }

    @Test func theHiddenPagesOfAGalleryAreRead() throws {
        let slides = (1...4).map { number in
            #"<div class="slide\#(number > 1 ? " hidden" : "")"><p>Picture \#(number) shows the pier from the north, as the engineers saw it.</p></div>"#
        }
        let page =
            "<title>Pier in pictures</title><article><h1>Pier in pictures</h1><div class=\"gallery\">\(slides.joined())</div></article>"
        #expect(try text(page).contains("Picture 4"))
    }

    @Test func aLiveBlogIsReadWhole() throws {
        let posts = (1...12).map {
            "<article class=\"post\"><h3>Update \($0)</h3><p>At hour \($0) the engineers lowered another pillar, and the crowd cheered.</p></article>"
        }
        let page =
            "<title>Pier repairs live</title><main><article><h1>Pier repairs live</h1>\(Prose.paragraphs())<div>\(posts.joined())</div></article></main>"
        let text = try text(page)
        #expect(text.contains("At hour 1 ") && text.contains("At hour 12 "))
    }

    @Test func aBodyInSeveralPartsIsReadWhole() throws {
        let parts = Prose.english.map { "<div class=\"part\"><p>\($0)</p></div><div class=\"ad\">Advertisement</div>" }
            .joined()
        #expect(try text("<title>t</title><h1>Ferry pier closes</h1><div>\(parts)</div>") == whole)
    }

    @Test func paragraphsInACellOfALayoutTableStayParagraphs() throws {
        let text = Prose.chinese.joined(separator: "<br><br>")
        let page = """
            <title>旧渡口码头关闭维修</title><table><tr><td><h1>旧渡口码头关闭维修</h1></td></tr>
            <tr><td>2024-05-01 10:30 来源：海湾日报</td></tr><tr><td>\(text)</td></tr></table>
            """
        let blocks = try article(page).blocks
        #expect(blocks.map(\.type) == [.paragraph, .paragraph, .paragraph])
        #expect(blocks.map(\.text) == Prose.chinese)
    }

    @Test func cellsWithOneParagraphEachAreATable() throws {
        let rows = "<tr><td>码头</td><td>工期</td></tr><tr><td>旧渡口</td><td>九周</td></tr>"
        let blocks = try article(Prose.page(inside: "<table>\(rows)</table>")).blocks
        #expect(blocks.last?.type == .table)
        #expect(blocks.last?.text == "码头\t工期\n旧渡口\t九周")
    }

    @Test func aBylineOfSeveralNamesIsNoStandfirst() throws {
        let byline = "<p>By ANN LEE, BO EK and CY TWILL, Marrow Press</p>"
        #expect(try text(Prose.page(before: byline)) == whole)
        let standfirst = "By closing the pier now, the council of Marrow Bay hopes to save money in the years to come."
        #expect(try text(Prose.page(before: "<p>\(standfirst)</p>")).hasPrefix(standfirst))
    }

    @Test func aLineOfDateAndSourceAboveTheTextIsNotOfIt() throws {
        let page = Prose.page(language: "zh", body: ["2024-05-01 10:30 来源：海湾日报 编辑：林大海"] + Prose.chinese)
        let content = try article(page)
        #expect(content.blocks.map(\.text) == Prose.chinese)
        #expect(content.published?.rfc3339 == "2024-05-01T10:30:00+08:00")
        #expect(content.publisher?.name == "海湾日报")
    }

    @Test func layoutClassesThatLieAreSeenThrough() throws {
        let parts = Prose.english.map { "<div class=\"sidebar-grid\"><p>\($0)</p></div>" }.joined()
        #expect(try text("<title>t</title><h1>Ferry pier closes</h1><div>\(parts)</div>") == whole)
    }

    @Test func linesThatOnlySayWhereTheStoryIsFromAreLeftOut() throws {
        let lines = "<p>（原标题：旧渡口关闭）</p><p>责任编辑：林大海</p><p>特别声明：以上内容为用户上传。</p>"
        let page = Prose.page(title: "旧渡口码头关闭维修", inside: lines, language: "zh", body: Prose.chinese)
        #expect(try text(page) == Prose.chinese.joined(separator: "\n\n"))
    }

    @Test func aFarmOfWordsIsNoBody() throws {
        let farm = "<div>\(String(repeating: "eel pier bay boat ", count: 4000))</div>"
        #expect(try text(Prose.page().replacing("<footer>", with: farm + "<footer>")) == whole)
    }

    @Test func textIsInNormalFormC() throws {
        let text = try text(
            Prose.page(
                body: Prose.english + ["The cafe\u{301} on the pier stays open, its owner said on Tuesday evening."]))
        #expect(text.unicodeScalars.contains("é"))
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            String(repeating: "<div class=\"a related\"><p>text, and text.", count: 4000),
            String(repeating: "<p>Related</p><p>text, and more text here.</p>", count: 3000),
            String(repeating: "<h2><a href=x>head</a></h2>", count: 4000),
            String(repeating: "<article><p>Some text, in an article.</p></article>", count: 3000),
        ])
    func hostilePagesTakeLinearTime(markup: String) throws {
        _ = try extraction("<title>Some text in an article</title><h1>Some text in an article</h1>" + markup)
    }

    @Test func whatReadersWithoutASubscriptionSeeIsTheArticle() throws {
        let menus = (0..<8).map { "<p>The council of ward \($0) met on Monday, it said, and the pier is closed.</p>" }
            .joined()
        let page =
            "<meta property=\"og:type\" content=\"article\"><nav>\(menus)</nav><main><h1>Old ferry pier closes</h1><div class=\"teaser-body\"><div class=\"body-content\">"
            + "\(Prose.paragraphs())</div></div></main>"
        #expect(try article(page).text == Prose.english.joined(separator: "\n\n"))
    }
}
