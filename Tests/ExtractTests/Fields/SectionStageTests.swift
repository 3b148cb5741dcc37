import Model
import Testing

@testable import Extract

@Suite struct SectionStageTests {
    private func content(_ crumbs: String, title: String = "旧渡口码头关闭维修_海湾网", line: String = "") throws -> ArticleContent
    {
        let page = Prose.page(title: "旧渡口码头关闭维修", before: line, language: "zh", body: Prose.chinese)
            .replacing("<nav>", with: crumbs + "<nav>").replacing("旧渡口码头关闭维修 | The Marrow Post", with: title)
        return try article(page)
    }

    @Test(arguments: [
        "<div>您的位置：首页 - 新闻 - 国际 - 正文</div>", "<div>所在位置：首页·新闻·国际</div>",
        #"<div><a href="/">首页</a> / <a href="/n/">新闻</a> / <a href="/g/">国际</a> / 正文</div>"#,
        #"<div>当前位置： <a href="/">首页</a> <a href="/n/">新闻</a> <a href="/g/">国际</a></div>"#,
        #"<div><a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/n/">新闻</a>&nbsp;&gt;&nbsp;国际</div>"#,
        #"<ol aria-label="breadcrumb"><li><a href="/">首页</a></li><li><a href="/n/">新闻</a></li><li><a href="/g/">国际</a></li></ol>"#,
    ])
    func theFormsOfBreadcrumbs(crumbs: String) throws {
        #expect(try content(crumbs).section == ["新闻", "国际"])
    }

    @Test(arguments: [
        #"<div class="breadcrumb"><a href="/">Home</a> <a href="/n/">News</a> <a href="/h/">Harbour</a></div>"#,
        #"<div class="crumbs"><a href="/n/">News</a><span> </span><a href="/h/">Harbour</a> <i>4 min read</i></div>"#,
        #"<ul class="breadcrumbs"><li><a href="/">Ballina</a></li><li><a href="/n/">News</a> &gt;</li><li>Harbour</li></ul>"#,
        #"<div class="breadcrumb">Where am I? <a href="/">‹ Back</a> - <a href="/n/">News »</a> ⇒ <a href="/h/">Harbour</a></div>"#,
        #"<div class="breadcrumb"><a href="/">Página inicial</a> / <a href="/n/">News</a> / Harbour / Old ferry pier closes</div>"#,
    ])
    func breadcrumbsWhoseMarksAreDrawnByTheStyleSheet(crumbs: String) throws {
        let page = Prose.page(title: "Old ferry pier closes", body: Prose.english).replacing(
            "<nav>", with: crumbs + "<nav>")
        #expect(try article(page).section == ["News", "Harbour"])
    }

    @Test func marksInsideALinkAreOfItsName() throws {
        let crumbs =
            #"<div class="breadcrumb"><a href="/n/">News/Sea</a> / <a href="/h/">Bay: Harbour</a> / Ferries | Piers</div>"#
        let page = Prose.page(body: Prose.english).replacing("<nav>", with: crumbs + "<nav>")
        #expect(try article(page).section == ["News/Sea", "Bay: Harbour", "Ferries", "Piers"])
    }

    @Test(arguments: [
        "<div>首页 → 新闻 → 本地 → 正文</div>", #"<div>首页 | <a href="/n">新闻</a> | <a href="/l">本地</a> | 正文</div>"#,
    ])
    func whatEndsWithTheWordForTextIsABreadcrumb(crumbs: String) throws {
        #expect(try content(crumbs).section == ["新闻", "本地"])
    }

    @Test(arguments: [
        "<div>网页版：请点击阅读内容</div>",
        #"<div><a href="/">首页</a> | <a href="/n/">新闻</a> | <a href="/g/">国际</a></div>"#,
        #"<div><a href="/n/">更多内容 ></a></div>"#,
        "<div>视频位置在旧渡口，画面由渔民提供</div>",
        #"<figure><img src="a.jpg"><figcaption>码头 <a href="/p">图 > 大图</a></figcaption></figure>"#,
    ])
    func navigationAndOtherLinesAreNone(crumbs: String) throws {
        #expect(try content(crumbs).section.isEmpty)
    }

    @Test(arguments: [
        "2024-05-01 10:30:15 | 海湾日报 | 作者：陈小雨", "陈小雨/海湾日报 2024-05-01 10:30", "2024/05/01 10:30　作者 陈小雨　编辑 林大海　海湾日报",
        "《海湾日报》（2024年05月01日 第 05 版）",
    ])
    func theOutletStandsAmongOtherWordsBesideTheDate(line: String) throws {
        let content = try article(Prose.page(before: "<div>\(line)</div>", language: "zh", body: Prose.chinese))
        #expect(content.publisher?.name == "海湾日报")
    }

    @Test func theOutletStandsBesideTheDate() throws {
        #expect(try content("", line: "<div>2024-05-01 10:30 北港日报</div>").publisher?.name == "北港日报")
        #expect(try content("", line: "<div>2024-05-01 10:30 打印本页</div>").publisher?.name == "海湾网")
    }

    @Test func theEndOfTheDocumentsTitleNamesTheOutletWhereItCanBeOne() throws {
        #expect(try content("").publisher?.name == "海湾网")
        #expect(try content("", title: "旧渡口码头关闭维修 - 第二页").publisher == nil)
    }

    @Test(arguments: [
        #"<p><cite class="source"><span class="source__place">Marrow Bay</span><span class="source__text">Sea Wire</span> — </cite></p>"#,
        #"<figure><img src="a.jpg"><figcaption><span class="source">Cy Twill / Sea Wire</span></figcaption></figure>"#,
        #"<p class="source">Photo Cy Twill</p>"#,
    ])
    func aDatelineOrACreditIsNoSource(line: String) throws {
        #expect(try article(Prose.page(before: line)).publisher?.name != "Sea Wire")
        #expect(try article(Prose.page(before: line)).publisher?.name != "Cy Twill / Sea Wire")
        #expect(try article(Prose.page(before: line)).evidence["publisher"]?.from != "class:source")
    }

    @Test func theLabelIsNotOfTheSourcesName() throws {
        #expect(
            try article(Prose.page(before: #"<p class="source">• Source: Sea Wire</p>"#)).publisher?.name == "Sea Wire")
    }
}
