import Model
import Testing

@testable import Schedule

struct RobotsRulesTests {
    private func rules(_ text: String) -> RobotsRules { RobotsRules.parse(Array(text.utf8)) }

    private func isAllowed(_ text: String, _ path: String, agent: String = "newsreel") throws -> Bool {
        rules(text).verdict(agent: agent, url: try WebURL("https://a.test" + path)).allowed
    }

    @Test func theLongestRuleDecidesAndAllowWinsATie() throws {
        let text =
            "User-agent: *\nDisallow: /news\nAllow: /news/open\nDisallow: /news/open/not\nAllow: /x\nDisallow: /x"
        #expect(try !isAllowed(text, "/news/a"))
        #expect(try isAllowed(text, "/news/open/a"))
        #expect(try !isAllowed(text, "/news/open/not/a"))
        #expect(try isAllowed(text, "/x"))
        #expect(try isAllowed(text, "/other"))
    }

    @Test func theVerdictNamesItsRule() throws {
        let rules = rules("User-agent: *\n disallow : /search*  # not for robots\n")
        let url = try WebURL("https://a.test/search?q=1")
        #expect(rules.verdict(agent: "newsreel", url: url) == RobotsVerdict(allowed: false, rule: "Disallow: /search*"))
        #expect(rules.verdict(agent: "newsreel", url: try WebURL("https://a.test/")).rule == nil)
    }

    @Test func groupsOfOneAgentAreMerged() throws {
        let text =
            "User-agent: newsreel\nDisallow: /a\n\nUser-agent: *\nDisallow: /\n\nUser-agent: NEWSREEL\nDisallow: /b"
        #expect(try !isAllowed(text, "/a") && !isAllowed(text, "/b") && isAllowed(text, "/c"))
    }

    @Test func anAgentWithAGroupOfItsOwnIsNotBoundByTheStar() throws {
        let text = "User-agent: *\nDisallow: /\n\nUser-agent: newsreel\nDisallow:\n"
        #expect(try isAllowed(text, "/x"))
        #expect(try !isAllowed(text, "/x", agent: "otherbot"))
    }

    @Test func agentsInARowShareTheRules() throws {
        let text =
            "User-agent: one\nSitemap: https://a.test/s.xml\nUser-agent: newsreel\n\nDisallow: /a\nUser-agent: two\nAllow: /"
        #expect(
            try !isAllowed(text, "/a") && !isAllowed(text, "/a", agent: "one") && isAllowed(text, "/a", agent: "two"))
    }

    @Test func theProductTokenOfAWholeUserAgentCounts() throws {
        let text = "User-agent: Newsreel/2.0\nDisallow: /a\nUser-agent: newsreel2\nDisallow: /b"
        #expect(try !isAllowed(text, "/a", agent: "newsreel/0.1 (+https://example.org/bot)"))
        #expect(try isAllowed(text, "/b", agent: "newsreel/0.1"))
        #expect(try isAllowed(text, "/a", agent: "") && isAllowed(text, "/a", agent: "*/1"))
    }

    @Test func severalAgentsOnALineAreAllMeant() throws {
        #expect(try !isAllowed("User-agent: one, newsreel\nDisallow: /", "/a"))
    }

    @Test func rulesAboveAllGroupsBelongToNobody() throws {
        #expect(try isAllowed("Disallow: /\nUser-agent: *\nAllow: /a", "/b"))
    }

    @Test func caseCountsInPathsAndNotInKeys() throws {
        #expect(try !isAllowed("USER-AGENT: *\nDISALLOW: /A", "/A") && isAllowed("user-agent: *\ndisallow: /A", "/a"))
    }

    @Test func misspeltProhibitionsAreHonoured() throws {
        #expect(try !isAllowed("useragent: *\ndissallow: /a", "/a"))
    }

    @Test func anyLineEndAndAByteOrderMarkWillDo() throws {
        #expect(try !isAllowed("\u{FEFF}User-agent: *\rDisallow: /a\r\n\nDisallow: /b", "/b"))
        #expect(try !isAllowed("\u{FEFF}User-agent: *\rDisallow: /a\r\n\nDisallow: /b", "/a"))
    }

    @Test func linesThatSayNothingKnownArePassedOver() throws {
        #expect(try isAllowed("<html><body>Not found</body></html>", "/a"))
        #expect(try isAllowed("User-agent *\nDisallow /\n:\n::\nDisallow\n", "/a"))
        #expect(try !isAllowed("User-agent: *\nHost: a.test\nClean-param: x /\nDisallow: /a", "/a"))
    }

    @Test func robotsTxtItselfIsAlwaysAllowed() throws {
        #expect(try isAllowed("User-agent: *\nDisallow: /", "/robots.txt"))
        #expect(try !isAllowed("User-agent: *\nDisallow: /", "/robots.txt2"))
    }

    @Test func onlyTheFirst500KiBCountAndNoTornLine() throws {
        let head = "User-agent: *\n" + String(repeating: "#\n", count: (RobotsRules.maximumBytes - 14 - 12) / 2)
        #expect(head.utf8.count == RobotsRules.maximumBytes - 12)
        #expect(try isAllowed(head + "Disallow: /a\n", "/a"), "the line's end is past the limit, so it may be torn")
        #expect(try isAllowed(head + "Disallow: /abc\n", "/a"))
        #expect(try isAllowed(head + "#\nDisallow: /\n", "/a"))
        #expect(try !isAllowed(String(head.dropLast(2)) + "Disallow: /a\n#", "/a"))
    }

    @Test func sitemapsAreGivenAsWritten() {
        let rules = rules("Sitemap: https://a.test/s.xml\nUser-agent: *\nSITEMAP:/news.xml # latest\nsitemap:\n")
        #expect(rules.sitemaps == ["https://a.test/s.xml", "/news.xml"])
    }

    @Test func theCrawlDelayIsForTheAgentsAboveIt() {
        let rules = rules(
            "User-agent: a\nCrawl-delay: 2.5\nUser-agent: *\nDisallow: /x\nCrawl-delay: 7\nCrawl-delay: 9")
        #expect(rules.crawlDelay(agent: "a") == .milliseconds(2500))
        #expect(rules.crawlDelay(agent: "newsreel") == .seconds(7))
        #expect(RobotsRules.allowingAll.crawlDelay(agent: "a") == nil)
    }

    @Test func aCrawlDelayThatIsNoneIsIgnoredAndAHugeOneIsADay() {
        for text in ["", "-1", "x", "1s", ".5", "1.2.3", "１"] {
            #expect(rules("User-agent: *\nCrawl-delay: \(text)").crawlDelay(agent: "a") == nil, "\(text)")
        }
        #expect(rules("User-agent: *\nCrawl-delay: 99999999999999999999").crawlDelay(agent: "a") == .seconds(86_400))
        #expect(rules("User-agent: *\nCrawl-delay: 0.0009999999999999999999").crawlDelay(agent: "a") == .zero)
    }

    @Test func theStatusDecidesBeforeTheBody() throws {
        let body = Array("User-agent: *\nDisallow: /a".utf8)
        let url = try WebURL("https://a.test/a")
        func allowed(_ status: Int?) -> Bool {
            RobotsRules.answer(status: status, body: body).verdict(agent: "newsreel", url: url).allowed
        }
        #expect(!allowed(200) && allowed(404) && allowed(403) && allowed(304))
        #expect(!allowed(429) && !allowed(503) && !allowed(nil))
        let rule = RobotsRules.answer(status: nil, body: []).verdict(agent: "newsreel", url: url).rule
        #expect(rule == "robots.txt is unreachable")
    }
}
