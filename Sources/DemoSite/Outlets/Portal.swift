internal import Model

/// A Chinese portal in GB18030, laid out as such portals are: a list without a feed, a header naming no charset.
struct Portal: Outlet {
    let timeline: Timeline
    let address = "127.0.0.1"

    func page(at path: String) -> SitePage? {
        let age = timeline.age
        if path == "/robots.txt" { return .plain("User-agent: *\nDisallow: /admin/\n") }
        if path == "/" { return encoded(front(age)) }
        guard
            let (number, story) = PortalStories.all.enumerated().first(where: { self.path($0.offset) == path })
                .map({ ($0.offset, $0.element) }), story.isVisible(at: age)
        else { return nil }
        return encoded(article(number, story, age))
    }

    private func path(_ number: Int) -> String {
        "/\(timeline.chinese(PortalStories.all[number].published).pathForm)/content_\(3_300_101 + number * 7).htm"
    }

    private func encoded(_ text: String) -> SitePage {
        SitePage(contentType: "text/html", body: gb18030(text))
    }

    private func front(_ age: Duration) -> String {
        let items = PortalStories.all.enumerated().filter { $0.element.isVisible(at: age) }.map { number, story in
            "<li><a href=\"\(path(number))\" target=\"_blank\">\(escaped(story.title))</a><span>"
                + "\(timeline.chinese(story.published).chineseForm.prefix(10))</span></li>"
        }
        return frame(
            title: "云溪新闻网_云溪综合新闻门户",
            body: """
                <div class="list"><h2>要闻</h2><ul>\(items.reversed().joined(separator: "\n"))</ul></div>
                <div class="page"><a href="/">首页</a> <a href="/about.htm">关于我们</a></div>
                """)
    }

    private func article(_ number: Int, _ story: Story, _ age: Duration) -> String {
        let paragraphs = story.paragraphs(at: age).map { "<p>　　\(escaped($0))</p>" }.joined(separator: "\n")
        let others = PortalStories.all.enumerated().filter { $0.offset != number && $0.element.isVisible(at: age) }
            .map { "<li><a href=\"\(path($0.offset))\">\(escaped($0.element.title))</a></li>" }.joined()
        return frame(
            title: "\(story.title)-\(story.section)-云溪新闻网",
            body: """
                <div class="crumb">您所在的位置：<a href="/">云溪新闻网</a> &gt; <a href="/yw/">\(story.section)</a> &gt; 正文</div>
                <div class="main"><h1>\(escaped(story.title))</h1>
                <div class="info"><span>\(timeline.chinese(story.published).chineseForm)</span>　\(story.byline)　\
                来源：<a href="/">\(story.source)</a>　<a href="javascript:;">【字号 大 中 小】</a></div>
                <div id="content" class="content">
                \(paragraphs)
                </div>
                <div class="editor">责任编辑：\(story.editor)</div>
                <div class="share">分享到：微信 微博 QQ空间</div></div>
                <div class="side"><h3>相关阅读</h3><ul>\(others)</ul><h3>点击排行</h3><ol>\(others)</ol></div>
                """)
    }

    private func frame(title: String, body: String) -> String {
        """
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml"><head>
        <meta http-equiv="Content-Type" content="text/html; charset=gb2312" />
        <title>\(escaped(title))</title>
        <script type="text/javascript">var site = "云溪"; document.write("<div>");</script>
        </head><body>
        <div class="nav"><a href="/">首页</a> | <a href="/yw/">要闻</a> | <a href="/sh/">社会</a> | <a href="/jj/">经济</a> | \
        <a href="/wh/">文化</a> | <a href="/video/">视频</a></div>
        \(body)
        <div class="foot"><a href="/about.htm">关于我们</a> | <a href="/ad.htm">广告服务</a> | <a href="/map.htm">网站地图</a><br>
        云ICP备00000001号　互联网新闻信息服务许可证编号：00000000001<br>
        云溪日报社拥有云溪新闻网采编人员所创作作品之版权，未经授权，不得转载</div>
        </body></html>
        """
    }
}
