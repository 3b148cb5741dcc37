import Model
import Testing

@testable import Extract

/// A portal's page laid out with tables and divisions, credits above and below, a ranking beside.
@Suite struct ChinesePortalTests {
    private static let page = """
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
        <html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
        <title>旧渡口码头六月起关闭维修 预计持续九周_新闻频道_海湾网</title>
        <meta name="keywords" content="码头,维修,渔民" />
        <script>var pageId = 4711; document.write('<b>no</b>');</script>
        <style>.box { color: red }</style></head>
        <body>
        <div class="top_bar"><a href="/">海湾网首页</a> | <a href="/news/">新闻</a> | <a href="/sport/">体育</a> |
          <a href="/login">登录</a> | <a href="/reg">注册</a></div>
        <table width="960"><tr><td class="left">
          <div class="path">当前位置：<a href="/">海湾网</a> &gt; <a href="/news/">新闻</a> &gt; <a href="/news/local/">本地</a> &gt; 正文</div>
          <h1 id="headline">旧渡口码头六月起关闭维修 预计持续九周</h1>
          <div class="info">发布时间：2024年05月01日 10:30:15 &nbsp; 来源：<a href="http://wanbao.example/">海湾晚报</a> &nbsp; 作者：陈小雨
            &nbsp; <span id="font">字号：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a></span> <a href="#">打印</a></div>
          <div id="content">
            <p style="text-align:center"><img src="/pics/pier.jpg" width="500" /></p>
            <p style="text-align:center">旧渡口码头。（资料图）</p>
            <p>　　海湾社北港5月1日电（记者 陈小雨 通讯员 林大海）市议会周二投票决定，关闭旧渡口码头进行维修，市长在会后对媒体作了说明。</p>
            <p>　　<strong>裂缝十一处</strong></p>
            <p>　　工程将于六月开工，预计持续九周。工程师此前在检查中发现，十一根桩柱出现了裂缝，必须尽快加固处理，以免影响航行安全。</p>
            <p>　　<strong>渔民改用北岸</strong></p>
            <p>　　平时在那里卸货的渔民将改用北岸，燃油费用由市里承担。多位渔民表示，他们已经为此等待了整整十年时间。</p>
            <p>　　（原标题：旧渡口码头关闭）</p>
            <p>　　责任编辑：肖一一</p>
          </div>
          <div class="page"><a href="content_4711_2.htm">下一页</a> <a href="content_4711_3.htm">尾页</a></div>
          <div class="share">分享到： <a href="#">微信</a> <a href="#">微博</a></div>
          <div class="xiangguan"><h3>相关新闻</h3><ul>
            <li><a href="/news/1.htm">鳗鱼价格再次下跌 渔民盼望好天气</a></li>
            <li><a href="/news/2.htm">北岸灯塔今年夏天对游客开放参观</a></li></ul></div>
          <div class="pinglun"><h3>网友评论</h3><p>海湾网友：等了十年，终于要修了，希望这次能够修得结实一点，不要再出问题。 2024年05月02日 08:00</p></div>
        </td><td class="right">
          <div class="paihang"><h3>点击排行</h3><ol><li><a href="/n/1">鳗鱼价格再次下跌</a></li><li><a href="/n/2">北岸灯塔对外开放</a></li></ol></div>
        </td></tr></table>
        <div class="bottom"><p>关于我们 | 广告服务 | 网站地图</p><p>闽ICP备01234567号-1　互联网新闻信息服务许可证编号：35120170009</p>
        <p>版权所有：海湾传媒集团有限公司</p><p>举报邮箱：jubao@haiwan.example</p></div></body></html>
        """

    private let content: ArticleContent
    init() throws {
        content = try article(
            ChinesePortalTests.page, url: "http://www.haiwan.example/news/2024-05/01/content_4711.htm")
    }

    @Test func theTitleIsTheHeading() {
        #expect(content.title == "旧渡口码头六月起关闭维修 预计持续九周")
    }

    @Test func theTimeIsTheOneAboveTheTextAtEastEight() {
        #expect(content.published?.rfc3339 == "2024-05-01T10:30:15+08:00")
        #expect(content.modified == nil)
    }

    @Test func theCreditsAreRead() {
        #expect(content.publisher?.name == "海湾晚报")
        #expect(content.editors == ["肖一一"])
        #expect(content.authors.map(\.name).sorted() == ["林大海", "陈小雨"].sorted())
        #expect(content.authors.first { $0.name == "林大海" }?.role == .correspondent)
    }

    @Test func theSectionIsTheBreadcrumb() {
        #expect(content.section == ["海湾网", "新闻", "本地"])
    }

    @Test func theTextIsTheArticleAlone() {
        for foreign in ["字号", "分享到", "相关新闻", "鳗鱼", "网友", "原标题", "责任编辑", "下一页", "关于我们", "举报"] {
            #expect(!content.text.contains(foreign), "\(foreign)")
        }
        for own in ["市议会周二投票", "十一根桩柱", "改用北岸"] { #expect(content.text.contains(own), "\(own)") }
    }

    @Test func linesInBoldAreHeadings() {
        #expect(content.blocks.filter { $0.type == .heading }.map(\.text) == ["裂缝十一处", "渔民改用北岸"])
    }

    @Test func picturesAndFurtherPagesAreReported() {
        #expect(content.images.map(\.url) == ["http://www.haiwan.example/pics/pier.jpg"])
        #expect(content.nextPages == ["http://www.haiwan.example/news/2024-05/01/content_4711_2.htm"])
    }

    @Test func theFootGivesLicencesAndRights() {
        #expect(content.licences.first == "闽ICP备01234567号-1")
        #expect(content.licences.count == 2)
        #expect(content.rightsHolder == "海湾传媒集团有限公司")
    }

    @Test func relatedStoriesTagsAndLanguage() {
        #expect(content.related.map(\.title) == ["鳗鱼价格再次下跌 渔民盼望好天气", "北岸灯塔今年夏天对游客开放参观"])
        #expect(content.tags == ["码头", "维修", "渔民"])
        #expect(content.language == "zh")
    }

    @Test func thePageIsClean() {
        #expect(content.integrity == Integrity())
    }

    @Test func theDatelineIsRead() {
        #expect(content.dateline == Dateline(outlet: "海湾社", place: "北港", date: "2024-05-01"))
    }
}
