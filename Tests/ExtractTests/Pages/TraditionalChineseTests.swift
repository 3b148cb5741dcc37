import Model
import Testing

@testable import Extract

/// A page in traditional characters: the reporter and the place before the text, an editor below it.
@Suite struct TraditionalChineseTests {
    private static let page = """
        <!doctype html><html lang="zh-Hant-TW"><head><meta charset="utf-8"><title>舊渡口碼頭六月關閉維修 - 海灣新聞網</title>
        <meta property="og:site_name" content="海灣新聞網"><meta property="og:title" content="舊渡口碼頭六月關閉維修">
        <meta property="article:published_time" content="2024-05-01T10:30:00+08:00"><meta property="article:section" content="地方"></head>
        <body><header><a href="/">海灣新聞網</a><nav><a href="/local">地方</a><a href="/sport">體育</a></nav></header>
        <main><h1>舊渡口碼頭六月關閉維修</h1>
        <div class="meta">2024/05/01 10:30</div>
        <div class="story-content">
        <p>記者張小雨／北港報導</p>
        <p>海灣市議會週二投票決定，關閉舊渡口碼頭進行維修，這項工程將於六月開工，預計持續九週，市長會後對媒體說明。</p>
        <p>工程師檢查時發現，十一根樁柱出現裂縫，必須儘快加固處理，以免影響航行安全，對漁民來說也更為放心。</p>
        <p>平時在那裡卸貨的漁民將改用北岸，燃油費用由市府負擔，他們為此已經等待了整整十年的時間。</p>
        <p>責任編輯：林大海</p>
        </div>
        <div class="recommend"><h3>延伸閱讀</h3><ul><li><a href="/n/1">鰻魚價格再次下跌 漁民盼望好天氣</a></li></ul></div></main>
        <footer>© 2024 海灣傳媒股份有限公司 版權所有</footer></body></html>
        """

    private let content: ArticleContent
    init() throws {
        content = try article(TraditionalChineseTests.page, url: "https://www.haiwan.example/local/story/1")
    }

    @Test func theLanguageIsTold() {
        #expect(content.language == "zh-Hant")
    }

    @Test func titleSectionAndTime() {
        #expect(content.title == "舊渡口碼頭六月關閉維修")
        #expect(content.section == ["地方"])
        #expect(content.published?.rfc3339 == "2024-05-01T10:30:00+08:00")
    }

    @Test func theReporterIsNamedWithoutThePlace() {
        #expect(content.authors == [Author(name: "張小雨", role: .reporter)])
        #expect(content.editors == ["林大海"])
    }

    @Test func theTextIsTheArticleAlone() {
        #expect(content.text.contains("市議會週二投票"))
        #expect(!content.text.contains("延伸閱讀") && !content.text.contains("鰻魚"))
    }

    @Test func theSiteIsThePublisherAndTheFootNamesTheHolder() {
        #expect(content.publisher?.name == "海灣新聞網")
        #expect(content.rightsHolder == "海灣傳媒股份有限公司")
    }
}

/// A dispatch of an agency on another paper's page, with pictures and their credits.
@Suite struct AgencyStoryTests {
    private static let page = """
        <html><head><title>海湾市码头维修工程启动-海湾日报</title></head><body>
        <div class="header"><a href="/">首页</a><a href="/n">要闻</a></div>
        <div class="main"><h1>海湾市码头维修工程启动</h1>
        <div class="source-box"><span>2024年06月03日 08:00</span> <span>来源：海湾社</span></div>
        <div class="article">
        <p><img src="/p/1.jpg" alt=""></p><p>工程现场。海湾社记者 周一帆 摄</p>
        <p>海湾社北港6月2日电（记者陈小雨、林大海）海湾市旧渡口码头维修工程2日启动，预计持续九周，其间渡轮改在北岸停靠。</p>
        <p>记者在现场看到，工人正在搭建围挡。“我们会尽量缩短工期。”工程负责人说，他希望市民给予理解和支持。</p>
        <p>据介绍，码头建于1911年，上一次大修是在四十年前。此次维修将更换十一根桩柱，并加装夜间照明设施。</p>
        </div>
        <p class="edit">（责编：肖一一）</p>
        <div class="hot"><h3>热点推荐</h3><ul><li><a href="/n/2">北岸灯塔今夏对游客开放参观</a></li></ul></div></div>
        <div class="foot">海湾日报社版权所有 未经授权不得转载 闽ICP备01234567号</div></body></html>
        """

    private let content: ArticleContent
    init() throws {
        content = try article(AgencyStoryTests.page, url: "http://www.haiwanribao.example/n/2024/0603/c1.html")
    }

    @Test func theAgencysReportersAreTheAuthors() {
        #expect(content.authors.map(\.name) == ["陈小雨", "林大海"])
        #expect(content.authors.allSatisfy { $0.role == .reporter })
    }

    @Test func whoTookThePictureIsNoAuthor() {
        #expect(!content.authors.contains { $0.name == "周一帆" })
    }

    @Test func theDatelineIsTheAgencysTheDateThePages() {
        #expect(content.dateline == Dateline(outlet: "海湾社", place: "北港", date: "2024-06-02"))
        #expect(content.published?.rfc3339 == "2024-06-03T08:00:00+08:00")
    }

    @Test func sourceEditorAndHolder() {
        #expect(content.publisher?.name == "海湾社")
        #expect(content.editors == ["肖一一"])
        #expect(content.rightsHolder == "海湾日报社")
        #expect(content.licences == ["闽ICP备01234567号"])
    }

    @Test func theTextEndsWithTheArticle() {
        #expect(content.text.hasSuffix("加装夜间照明设施。"))
    }
}
