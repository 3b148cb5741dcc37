import Model
import Testing

@testable import Extract

@Suite struct FieldTests {
    private func chinese(
        before: String = "", inside: String = "", after: String = "", foot: String = "", head: String = ""
    ) -> String {
        Prose.page(
            title: "旧渡口码头关闭维修九周", head: head, before: before, inside: inside, after: after, language: "zh",
            body: Prose.chinese
        )
        .replacing("<footer>", with: "<footer><div>\(foot)</div>")
    }

    // MARK: Publisher

    @Test func theNamedSourceIsThePublisherNotTheHost() throws {
        let head = #"<meta property="og:site_name" content="北岸网">"#
        #expect(try article(chinese(before: "<p>来源：海湾晚报</p>", head: head)).publisher?.name == "海湾晚报")
    }

    @Test func theSourcesOwnAddressIsKept() throws {
        let line = #"<p>来源：<a href="http://wanbao.example/">海湾晚报</a></p>"#
        #expect(try article(chinese(before: line)).publisher == Publisher(name: "海湾晚报", url: "http://wanbao.example/"))
        let deep = #"<p>来源：<a href="http://wanbao.example/story/1">海湾晚报</a></p>"#
        #expect(try article(chinese(before: deep)).publisher == Publisher(name: "海湾晚报", url: nil))
    }

    @Test func withoutASourceTheSiteIsThePublisher() throws {
        let head = #"<meta property="og:site_name" content="The Marrow Post">"#
        let content = try article(Prose.page(head: head))
        #expect(content.publisher?.name == "The Marrow Post")
        #expect(content.evidence["publisher"]?.from == "meta")
    }

    @Test func anElementThatIsTheSourceNeedsNoLabel() throws {
        #expect(try article(chinese(before: #"<span class="source">海湾晚报</span>"#)).publisher?.name == "海湾晚报")
    }

    // MARK: Section

    @Test(arguments: [
        "<div>您所在的位置：<a href=\"/\">海湾网</a> &gt; <a href=\"/n\">新闻</a> &gt; 正文</div>",
        "<div class=\"crumbs\"><a href=\"/\">海湾网</a> <a href=\"/n\">新闻</a></div>",
        "<ol class=\"breadcrumb\"><li><a href=\"/\">首页</a></li><li><a href=\"/h\">海湾网</a></li><li><a href=\"/n\">新闻</a></li></ol>",
    ])
    func theBreadcrumbIsTheSection(crumbs: String) throws {
        let section = try article(chinese(before: crumbs)).section
        #expect(section.joined(separator: " ") == "海湾网 新闻")
    }

    @Test func theArticleItselfIsNoSection() throws {
        let crumbs =
            #"<div class="breadcrumb"><a href="/">Home</a> &gt; <a href="/b">Bay</a> &gt; Ferry pier of Marrow Bay closes for repairs</div>"#
        #expect(try article(Prose.page(before: crumbs)).section == ["Bay"])
    }

    @Test func linkedDataGivesTheSection() throws {
        let head =
            #"<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"name":"Home"},{"item":{"name":"Bay"}}]}</script>"#
        #expect(try article(Prose.page(head: head)).section == ["Bay"])
    }

    @Test func metaGivesTheSection() throws {
        #expect(try article(Prose.page(head: #"<meta property="article:section" content="Bay">"#)).section == ["Bay"])
    }

    // MARK: Licences and rights

    @Test func licenceNumbersAreFoundAtTheFoot() throws {
        let foot =
            "闽ICP备案号(闽ICP备01234567号-2) | 京公网安备 11010102000001号 | 互联网新闻信息服务许可证 编号:35120170009 | 增值电信业务经营许可证 闽B2-20100077"
        let licences = try article(chinese(foot: foot)).licences
        #expect(
            licences == [
                "闽ICP备01234567号-2", "京公网安备 11010102000001号", "互联网新闻信息服务许可证 编号:35120170009", "增值电信业务经营许可证 闽B2-20100077",
            ])
    }

    @Test func aPermitWithoutANumberIsNone() throws {
        #expect(try article(chinese(inside: "<p>市里说，这类许可证今年不再发放，渔民对此表示理解，也希望明年能够恢复。</p>")).licences.isEmpty)
    }

    @Test(arguments: [
        ("版权所有：海湾传媒集团有限公司", "海湾传媒集团有限公司"), ("海湾传媒集团 版权所有 Copyright © 2024", "海湾传媒集团"),
        ("海湾日报社拥有海湾网采编人员所创作作品之版权", "海湾日报社"), ("Copyright © 2000-2024 海湾网 All Rights Reserved", "海湾网"),
    ])
    func theRightsHolderIsFoundAtTheFoot(line: String, holder: String) throws {
        #expect(try article(chinese(foot: line)).rightsHolder == holder)
    }

    @Test func theRightsHolderOfAnEnglishPage() throws {
        #expect(try article(Prose.page()).rightsHolder == "Marrow Post Company")
    }

    // MARK: Dateline

    @Test func theDatelineIsReadWithTheYearOfPublication() throws {
        let page = Prose.page(
            title: "旧渡口码头关闭维修九周", before: "<p>2023-12-22 10:45</p>", language: "zh",
            body: ["海湾社北港12月21日电（记者陈小雨）" + Prose.chinese[0]] + Prose.chinese[1...])
        #expect(try article(page).dateline == Dateline(outlet: "海湾社", place: "北港", date: "2023-12-21"))
    }

    // MARK: Pictures

    @Test func picturesThatLoadLaterAreFound() throws {
        let inside =
            #"<p><img src="data:image/gif;base64,R0lGOD" data-src="/a.jpg"></p><p>And the work goes on, the council says, until July.</p>"#
        #expect(try article(Prose.page(inside: inside)).images.map(\.url) == ["https://news.example/a.jpg"])
    }

    @Test(arguments: [
        (#"<img src="/static/grey-placeholder.png">"#, nil),
        (#"<img src="/blank.gif" srcset="/b.jpg 480w, /c.jpg 800w">"#, "/b.jpg"),
        (#"<img srcset="/b.jpg">"#, "/b.jpg"), (#"<img src="/placeholder/b.jpg">"#, "/b.jpg"),
    ])
    func whatStandsUntilThePictureIsLoadedIsNone(picture: String, expected: String?) throws {
        let inside = "<p>\(picture)</p><p>And the work goes on, the council says, until July.</p>"
        let images = try article(Prose.page(inside: inside)).images.map(\.url)
        #expect(images.map { "/" + ($0.split(separator: "/").last ?? "") } == (expected.map { [$0] } ?? []))
    }

    @Test func iconsAreNoPictures() throws {
        let inside =
            #"<p><img src="/dot.gif" width="1" height="1"></p><p>And the work goes on, the council says, until July.</p>"#
        #expect(try article(Prose.page(inside: inside)).images.isEmpty)
    }

    @Test func thePictureThatMetadataNamesLeads() throws {
        let head = #"<meta property="og:image" content="/lead.jpg">"#
        let inside = #"<p><img src="/a.jpg"></p><p>And the work goes on, the council says, until July.</p>"#
        #expect(try article(Prose.page(head: head, inside: inside)).leadImage == "https://news.example/lead.jpg")
        #expect(try article(Prose.page(inside: inside)).leadImage == "https://news.example/a.jpg")
    }

    // MARK: Links

    @Test func theNextPageIsFound() throws {
        let after = #"<div><a href="story_2.html">下一页</a></div>"#
        #expect(try article(chinese(after: after)).nextPages == ["https://news.example/2024/05/01/story_2.html"])
        #expect(
            try article(Prose.page(head: #"<link rel="next" href="?page=2">"#)).nextPages == [
                "https://news.example/2024/05/01/story.html?page=2"
            ])
    }

    @Test func aNextPageOnAnotherHostIsNone() throws {
        #expect(try article(Prose.page(head: #"<link rel="next" href="https://other.example/2">"#)).nextPages.isEmpty)
    }

    @Test func relatedStoriesAreReported() throws {
        let after =
            #"<div class="related"><a href="/eels">Eel prices have fallen again</a><a href="/eels">Eel prices have fallen again</a></div>"#
        #expect(
            try article(Prose.page(after: after)).related == [
                Link(title: "Eel prices have fallen again", url: "https://news.example/eels")
            ])
    }

    @Test func tagsComeFromTheArticlesOwn() throws {
        let head = #"<meta property="article:tag" content="Ferries"><meta property="article:tag" content="Repairs">"#
        #expect(try article(Prose.page(head: head)).tags == ["Ferries", "Repairs"])
        #expect(
            try article(Prose.page(head: #"<meta name="keywords" content="ferries, repairs">"#)).tags == [
                "ferries", "repairs",
            ])
        #expect(
            try article(Prose.page(after: #"<div class="tags"><a href="/t">Ferries</a></div>"#)).tags == ["Ferries"])
    }

    @Test func theCanonicalAddressIsOfTheSameSite() throws {
        let own = try draft(Prose.page(head: #"<link rel="canonical" href="https://www.news.example/s">"#))
        #expect(own.canonicalURL?.href == "https://www.news.example/s")
        let foreign = try draft(Prose.page(head: #"<link rel="canonical" href="https://other.test/s">"#))
        #expect(foreign.canonicalURL == nil)
    }

    @Test func aPageWithoutAddressKeepsItsFields() throws {
        let content = try article(
            Prose.page(head: #"<meta property="og:image" content="https://news.example/a.jpg">"#), url: nil)
        #expect(content.leadImage == "https://news.example/a.jpg")
        #expect(content.title != nil)
    }

    @Test func everyFieldThatIsSetHasEvidence() throws {
        let head =
            #"<meta property="og:site_name" content="The Marrow Post"><meta property="article:section" content="Bay">"#
        let content = try article(Prose.page(head: head, before: "<p>By Ann Lee</p><p>May 1, 2024</p>"))
        for field in ["title", "published", "authors", "publisher", "section"] {
            #expect(content.evidence[field] != nil, "\(field)")
            #expect((0...1).contains(content.evidence[field]?.confidence ?? -1))
        }
    }
}
