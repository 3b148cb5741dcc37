import Model
import Testing

@testable import Extract

@Suite struct ClaimedDomainsTests {
    private func kinds(head: String, footer: String) throws -> [Integrity.Finding] {
        let page = Prose.page(head: head).replacing("<footer>", with: "<footer><p>\(footer)</p>")
        return try article(page).integrity.findings
    }

    private let canonical = #"<link rel="canonical" href="https://original.test/story">"#

    @Test func mailAndAddressOfAnotherSiteAreReportedWithTheirWords() throws {
        let finding = try #require(try kinds(head: canonical, footer: "Mail: desk@original.test").first)
        #expect(finding.kind == "foreign_canonical")
        #expect(finding.phrase == "https://original.test/story")
        #expect(finding.candidates == ["original.test"])
        #expect(finding.places.map(\.zone) == ["canonical", "mail"])
        #expect(finding.places.last?.context == "desk@original.test")
    }

    @Test func theLineOfRightsSpeaksForAnotherSite() throws {
        let head = #"<meta property="og:url" content="https://www.original.test/story">"#
        let finding = try #require(try kinds(head: head, footer: "© 2024 www.original.test All rights reserved").first)
        #expect(finding.kind == "foreign_domain")
        #expect(finding.places.map(\.zone) == ["og:url", "rights"])
    }

    @Test func onePlaceAloneIsNoFinding() throws {
        #expect(try kinds(head: canonical, footer: "Mail us").isEmpty)
        #expect(try kinds(head: "", footer: "Mail: desk@original.test").isEmpty)
    }

    @Test func metadataAloneAgreesWithItself() throws {
        let head = canonical + #"<meta property="og:url" content="https://original.test/story">"#
        #expect(try kinds(head: head, footer: "").isEmpty)
    }

    @Test func aPageThatNamesItsOwnSiteIsClean() throws {
        #expect(try kinds(head: canonical, footer: "desk@original.test, desk@news.example").isEmpty)
        #expect(try kinds(head: canonical, footer: "desk@original.test © news.example").isEmpty)
    }

    @Test func theSameNameUnderAnotherEndingIsTheSameHouse() throws {
        let head = #"<link rel="canonical" href="https://news.test/story">"#
        #expect(try kinds(head: head, footer: "desk@news.test").isEmpty)
    }

    @Test func claimsOfSeveralOtherSitesAgreeOnNone() throws {
        #expect(try kinds(head: canonical, footer: "desk@third.test © www.fourth.test").isEmpty)
    }
}

@Suite struct HiddenLinksTests {
    private func findings(_ farm: String, head: String = "") throws -> [Integrity.Finding] {
        try article(Prose.page(head: head).replacing("<footer>", with: farm + "<footer>")).integrity.findings
    }

    private let links = (1...5).map { "<a href=\"https://casino\($0).test/\">win</a> " }.joined()

    @Test(arguments: [
        "position:absolute;left:-9999px", "top: -1000px; position: fixed", "POSITION:ABSOLUTE;TOP:0;LEFT:-5000PX",
    ])
    func anElementOffTheScreenHidesItsLinks(style: String) throws {
        let finding = try #require(try findings("<div style=\"\(style)\"><p>\(links)</p></div>").first)
        #expect(finding.kind == "hidden_links")
        #expect(finding.count == 5)
    }

    @Test(arguments: [".far", "#far", ".other, .far"])
    func aRuleOfTheStyleElementHidesThem(selector: String) throws {
        let head = "<style>p{color:red} \(selector) { position: absolute; left: -9999px } b{top:0}</style>"
        #expect(try findings("<div id=far class=\"x far\">\(links)</div>", head: head).map(\.count) == [5])
    }

    @Test(arguments: [
        "left:-9999px", "position:absolute;left:-10px", "position:absolute;margin:-9999px", "position:relative;left:0",
    ])
    func whatMayBeSeenIsNoFarm(style: String) throws {
        #expect(try findings("<div style=\"\(style)\">\(links)</div>").isEmpty)
    }

    @Test func aRuleForSomethingElseHidesNothing() throws {
        let head = "<style>.far .deep, a.far, {left:-9999px;position:absolute} } .x{</style>"
        #expect(try findings("<div class=far>\(links)</div>", head: head).isEmpty)
    }

    @Test func twoSitesAreNoFarm() throws {
        let two =
            "<div style=\"position:absolute;left:-9999px\"><a href=\"https://a.test/\">a</a><a href=\"https://b.test/\">b</a></div>"
        #expect(try findings(two).isEmpty)
    }

    @Test func linksBesideTheHiddenElementAreSeen() throws {
        let page =
            "<div><div style=\"position:absolute;left:-9999px\"><a href=\"https://a.test/\">a</a></div>\(links)</div>"
        #expect(try findings(page).isEmpty)
    }
}
