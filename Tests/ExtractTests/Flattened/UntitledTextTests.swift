import Model
import Testing

@testable import Extract

/// Plain text that does not begin with the document's title: the headline is told by the date below it.
@Suite struct UntitledTextTests {
    private let headline = "旧渡口码头关闭维修九周"
    private let menu = ["网站无障碍", "海湾新闻", "国际新闻", "体育新闻", "网站无障碍"]
    private let dated = "2024-05-09 22:27 来源：海湾报"

    private func expectHeadline(_ lines: [String], _ expected: String? = nil) throws {
        let content = try plainContent(lines + Prose.chinese)
        #expect(content.title == expected ?? headline)
        #expect(content.text == Prose.chinese.joined(separator: "\n\n"))
        #expect(content.published?.rfc3339 == "2024-05-09T22:27:00+08:00")
    }

    @Test func theOpeningsOfOtherStoriesBehindTheArticleAreNotTheArticle() throws {
        let others = (1...6).flatMap { number in
            ["海湾市第\(number)次捕鱼季开始", "海湾市渔业部门周三宣布，今年第\(number)次捕鱼季已经开始，渔民们陆续出海，预计产量与去年持平。", "2024-05-0\(number) 09:00"]
        }
        let content = try plainContent(
            menu + [headline, dated] + Prose.chinese + Array(repeating: "更多", count: 12) + others)
        #expect(content.title == headline)
        #expect(content.text == Prose.chinese.joined(separator: "\n\n"))
    }

    @Test func theHeadlineStandsAboveTheDateWhateverStandsBelowIt() throws {
        try expectHeadline(menu + [headline, dated, "308人参与12评论", "分享至好友和朋友圈", "字号减小 字号增大"])
    }

    @Test func whatReadersPressIsNoHeadline() throws {
        try expectHeadline(menu + [headline, "语音播报文章，释放双眼", "打印本页", dated])
    }

    @Test func aHeadlineMayHaveTheWordsOfAControl() throws {
        try expectHeadline(menu + ["海湾市民关注渡口", dated, "分享至好友和朋友圈"], "海湾市民关注渡口")
    }

    @Test func aMenusEntryIsNoneThoughItIsNearer() throws {
        try expectHeadline(menu + [headline, "国际新闻", dated])
    }

    @Test func theSourceOfACaptionIsNotTheDatesLine() throws {
        let content = try plainContent(menu + [headline, dated, "渡口旧貌，一艘渡船靠岸 （来源：海湾电视）"] + Prose.chinese)
        #expect(content.title == headline)
    }

    @Test func aHeadlineMaySpeakOfADay() throws {
        try expectHeadline(menu + ["旧渡口码头将于5月20日起关闭维修九周", dated], "旧渡口码头将于5月20日起关闭维修九周")
    }

    @Test func aHeadlineAsLongAsASentenceIsTheHeadline() throws {
        let long = "[海湾要闻]旧渡口码头关闭维修九周，市长说明情况，渔民改用北岸卸货，燃油费用由市里承担，工程六月开工"
        try expectHeadline(menu + [long, dated], long)
    }

    @Test func aMenuWhoseEntriesRanTogetherIsNoText() throws {
        let entries = String(repeating: "时政高层人事国际财经港澳台湾思客智库教育科技文化健康军事", count: 3)
        try expectHeadline([entries] + menu + [headline, dated])
    }

    @Test func aMenusFirstEntryIsNoDocumentTitle() throws {
        try expectHeadline(["国际新闻"] + menu + ["国际新闻", headline, dated])
    }

    @Test(arguments: ["资讯 > 社会 > 正文", "首页>>资讯>>社会", "首页 / 资讯 / 社会"])
    func theSectionIsTheBreadcrumbAboveTheHeadline(crumb: String) throws {
        let lines = ["国际 > 更多", "国内 > 财经", "网站无障碍", "海湾新闻", "国际新闻", "体育新闻", "文化新闻"]
        let content = try plainContent(lines + [crumb, headline, dated] + Prose.chinese)
        #expect(content.section == ["资讯", "社会"])
        #expect(content.title == headline)
    }

    @Test func anAuthorBetweenHeadlineAndDateIsNoHeadline() throws {
        let content = try plainContent(
            [
                "Home", "News", "Print this article", "Ferry pier of Marrow Bay closes", "By Ann Lee",
                "May 1, 2024 10:00 am",
            ]
                + Prose.english)
        #expect(content.title == "Ferry pier of Marrow Bay closes")
        #expect(content.authors.map(\.name) == ["Ann Lee"])
    }
}
