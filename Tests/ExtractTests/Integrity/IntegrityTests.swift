import HTML
import Model
import Testing

@testable import Extract

@Suite struct IntegrityTests {
    private let phrase = "77博吧直看:"

    /// A page on which a phrase stands in place of the province's name.
    private func spoiled(_ name: String) -> String {
        let body = [
            "海湾网12月22日报道(本网记者 陈小雨)全力推动码头维修工作，获评\(name)省先进单位，市里对此表示祝贺，居民们也十分高兴。",
            "平时在那里卸货的渔民将改用北岸，燃油费用由市里承担。多位渔民入选“\(name)好人榜”，他们为此等待了十年。",
        ]
        return Prose.page(
            title: "旧渡口码头关闭维修九周", before: "<ul><li>时评</li><li>\(name)</li><li>北港</li></ul>", language: "zh", body: body
        )
        .replacing(
            "<footer>",
            with: "<footer><p>闽ICP备01234567号</p><p>\(name)日报报业集团拥有海湾网采编人员所创作作品之版权</p><p>\(name)省新闻道德委</p>")
    }

    @Test func aPhraseInPlaceOfANameIsReported() throws {
        let content = try article(spoiled(phrase))
        let finding = try #require(content.integrity.findings.first)
        #expect(content.integrity.verdict == .suspect)
        #expect(finding.kind == "injected_phrase")
        #expect(finding.phrase == phrase)
        #expect(finding.count == 5)
        #expect(finding.candidates == ["福建"])
        #expect(finding.confidence > 0.7)
    }

    @Test func theSpansAreBytesOfTheText() throws {
        let content = try article(spoiled(phrase))
        let finding = try #require(content.integrity.findings.first)
        #expect(finding.spans.count == 2)
        let bytes = Array(content.text.utf8)
        for span in finding.spans { #expect(String(decoding: bytes[span[0]..<span[1]], as: UTF8.self) == phrase) }
    }

    @Test func nothingInTheTextIsRewritten() throws {
        #expect(try article(spoiled(phrase)).text.contains("获评\(phrase)省先进单位"))
    }

    @Test func theRightsHolderIsTheOneThePhraseStandsFor() throws {
        let content = try article(spoiled(phrase))
        #expect(content.rightsHolder == "福建日报报业集团")
        #expect(content.evidence["rights_holder"]?.from == "footer:restored")
    }

    @Test func theSamePageWithTheNameIsClean() throws {
        #expect(try article(spoiled("福建")).integrity == Integrity())
    }

    @Test(arguments: ["5G手机", "2024年", "A股市场", "3名渔民", "100万元", "第12届"])
    func figuresThatNewsRepeatsAreNoInjection(words: String) throws {
        let body = (1...8).map { "\(words)在第\($0)个月里再次成为大家谈论的话题，专家表示\(words)省心，也有人认为\(words)日报道过多。" }
        let page = Prose.page(
            title: "\(words)成为话题", before: "<ul><li>\(words)</li></ul>", language: "zh", body: body)
        #expect(try article(page).integrity == Integrity())
    }

    @Test func ordinaryPagesAreClean() throws {
        #expect(try article(Prose.page()).integrity == Integrity())
    }

    @Test func linksNobodyCanSeeAreReported() throws {
        let farm = (1...6).map {
            "<a href=\"https://casino\($0).test/\" style=\"position:absolute;left:-9999px\">win</a>"
        }.joined()
        let findings = try article(Prose.page().replacing("<footer>", with: farm + "<footer>")).integrity.findings
        #expect(findings.map(\.kind) == ["hidden_links"])
        #expect(findings.first?.count == 6)
    }

    @Test func aHiddenLinkOfTheOwnSiteIsNoFinding() throws {
        let skip = "<a href=\"#main\" style=\"left:-9999px\">Skip</a><a href=\"/a\" style=\"left:-9999px\">Menu</a>"
        #expect(try article(Prose.page().replacing("<nav>", with: skip + "<nav>")).integrity == Integrity())
    }

    @Test func aCopyOfAnotherSitesPageIsReported() throws {
        let head = #"<link rel="canonical" href="https://original.test/story">"#
        let page = Prose.page(head: head).replacing("<footer>", with: "<footer>Mail: desk@original.test ")
        #expect(try article(page).integrity.findings.map(\.kind) == ["foreign_canonical"])
        let own = Prose.page(head: head).replacing("<footer>", with: "<footer>Mail: desk@news.example ")
        #expect(try article(own).integrity == Integrity())
    }
}

@Suite struct PageVerdictTests {
    private func reason(_ html: String) throws -> String? {
        if case .notAnArticle(let reason) = try extraction(html) { return reason }
        return nil
    }

    @Test(arguments: ["", "<html></html>", "<body><script>x()</script></body>", "<body><img src=a.jpg></body>"])
    func aPageWithoutTextIsEmpty(html: String) throws {
        #expect(try reason(html) == "empty")
    }

    @Test(arguments: ["Please verify you are human to continue, it takes a moment.", "为了您的账号安全，请完成验证后继续访问。"])
    func aWallIsNoArticle(text: String) throws {
        #expect(try reason("<title>Just a moment</title><body><div><p>\(text)</p></div>") == "verification_wall")
    }

    @Test(arguments: ["404 - Page not found", "页面不存在"])
    func aMissingPageIsNoArticle(title: String) throws {
        #expect(
            try reason(
                "<title>\(title)</title><body><h1>\(title)</h1><p>Sorry, we looked everywhere, but it is gone. 很抱歉，没有。</p>"
            ) == "soft_404")
    }

    @Test(arguments: [
        "<div class=\"g-captcha-box\"><p>请拖动下方的拼图</p></div>",
        "<form action=\"/challenge/submit\"><p>One more step, please wait a moment.</p></form>",
    ])
    func aPageThatAsksForProofIsAWall(html: String) throws {
        #expect(try reason("<title>Welcome</title><body>\(html)") == "verification_wall")
    }

    @Test func anArticleWithACaptchaBelowIsOne() throws {
        let form = "<form action=\"/comment\"><div class=captcha>2 + 2</div></form>"
        #expect(try reason(Prose.page(after: form)) == nil)
    }

    @Test(arguments: [
        "<body class=\"error404 wide\"><p>Nothing was found at this place, so sorry about that.</p>",
        "<body><h1>404 - Oh no</h1><p>Nothing was found at this place, so sorry about that.</p>",
        "<meta property=\"og:url\" content=\"https://news.example/404.html\"><body><p>Nothing was found at this place, sorry.</p>",
    ])
    func aPageThatIsCalledMissingIsNoArticle(html: String) throws {
        #expect(try reason("<title>The Marrow Post</title>" + html) == "soft_404")
    }

    @Test func aSitesFrontPageIsAListWhereNothingSaysThatItIsAnArticle() throws {
        let teasers = (0..<10).map { "<li><a href=\"/\($0)\">A headline of the day, with the number \($0)</a></li>" }
        let page = Prose.page(after: "<ul>\(teasers.joined())</ul>")
        func reason(_ html: String, _ url: String) throws -> String? {
            if case .notAnArticle(let reason) = try extraction(html, url: url) { return reason }
            return nil
        }
        #expect(try reason(page, "https://news.example/") == "list_page")
        #expect(try reason(page, "https://news.example/2024/05/01/story.html") == nil)
        #expect(try reason(page, "https://news.example/?p=77") == nil)
        let typed = page.replacing("<title>", with: #"<meta property="og:type" content="article"><title>"#)
        #expect(try reason(typed, "https://news.example/") == nil)
    }

    @Test func aListOfHeadlinesIsNoArticle() throws {
        let items = (0..<60).map { "<li><a href=\"/\($0)\">Another headline of the day, with number \($0)</a></li>" }
            .joined()
        #expect(
            try reason(
                "<title>The Marrow Post</title><body><ul>\(items)</ul><p>All the news of the bay, every day of the week.</p>"
            ) == "list_page")
    }

    @Test func aWordOrTwoAreTooShort() throws {
        #expect(try reason("<title>x</title><body><p>Nothing, so far.</p>") == "too_short")
    }

    @Test func anArticleAboutMissingPagesIsOne() throws {
        #expect(try reason(Prose.page(title: "Archive finds 404 missing ferry tickets")) == nil)
    }

    @Test func reasonsAreWordsInSnakeCase() {
        for reason in NotAnArticle.allCases {
            #expect(reason.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" })
        }
    }
}
