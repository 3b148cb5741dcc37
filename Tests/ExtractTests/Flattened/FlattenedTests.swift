import Model
import Testing

@testable import Extract

@Suite struct FlattenedTests {
    private let page = """
        直通海湾|时评|大学城|娱乐|体育|国内|国际|专题|北港|南港
        您所在的位置:: 海湾网 > 综合 > 正文

        旧渡口码头:维修持续深化 “安心”更有温度

        2023-12-22 10:45:15?陈小雨 林大海?来源:海湾网  责任编辑:肖一一

        海湾网12月22日报道(本网记者 陈小雨 通讯员 林大海)全力推动码头维修各项工作,让渔民安心出海,让居民放心乘船,市里投入了很大的力量。

        高站位部署 “维修”落地有声

        工程将于六月开工,预计持续九周。工程师此前在检查中发现,十一根桩柱出现了裂缝,必须尽快加固处理,以免影响航行安全。

        精细化服务 “关爱”情暖人心

        平时在那里卸货的渔民将改用北岸,燃油费用由市里承担。多位渔民表示,他们已经为此等待了整整十年时间,现在终于等到了。

        相关阅读:

        打印 | 收藏 | 发给好友 【字号
        更多>>今日重点
          • 新闻图片
        关于我们 | 广告服务 | 网站地图 | 网站公告 |
        闽ICP备案号(闽ICP备01234567号) 互联网新闻信息服务许可证 编号:35120170009
        海湾日报报业集团拥有海湾网采编人员所创作作品之版权,未经报业集团书面授权,不得转载、摘编或以其他方式使用和传播
        """

    private func content(_ text: String) throws -> ArticleContent {
        guard case .article(let draft) = Extractor.extractText(utf8: Array(text.utf8), url: nil) else {
            throw Unexpected(description: "turned away")
        }
        return draft.content
    }

    @Test func theHeadlineStandsAboveTheByline() throws {
        #expect(try content(page).title == "旧渡口码头:维修持续深化 “安心”更有温度")
    }

    @Test func theBylineGivesDatePeopleSourceAndEditor() throws {
        let content = try content(page)
        #expect(content.published?.rfc3339 == "2023-12-22T10:45:15+08:00")
        #expect(content.publisher?.name == "海湾网")
        #expect(content.editors == ["肖一一"])
        #expect(
            content.authors == [Author(name: "陈小雨", role: .reporter), Author(name: "林大海", role: .correspondent)])
        #expect(content.section == ["海湾网", "综合"])
        #expect(content.dateline == Dateline(outlet: "海湾网", place: nil, date: "2023-12-22"))
    }

    @Test func shortLinesBetweenParagraphsAreHeadings() throws {
        let blocks = try content(page).blocks
        #expect(blocks.map(\.type) == [.paragraph, .heading, .paragraph, .heading, .paragraph])
    }

    @Test func theTailGivesLicencesAndTheRightsHolderButNoText() throws {
        let content = try content(page)
        #expect(content.licences == ["闽ICP备01234567号", "互联网新闻信息服务许可证 编号:35120170009"])
        #expect(content.rightsHolder == "海湾日报报业集团")
        #expect(!content.text.contains("关于我们"))
    }

    @Test func aTextOfParagraphsAloneIsAnArticle() throws {
        let content = try content(Prose.english.joined(separator: "\n"))
        #expect(content.blocks.count == Prose.english.count)
        #expect(content.language == "en")
    }

    @Test func anEmptyTextIsNone() {
        for text in [
            "", "\n\n", "menu | menu | menu | menu",
            "a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t | u | v | w | x, y, z, and so on it goes, on and on, for ever.",
        ] {
            guard case .notAnArticle(let reason) = Extractor.extractText(utf8: Array(text.utf8), url: nil) else {
                Issue.record("\(text) was taken for an article")
                continue
            }
            #expect(reason == "empty")
        }
    }

    @Test(.timeLimit(.minutes(1))) func manyLinesTakeLinearTime() {
        let text = String(repeating: "一行很短的文字\n", count: 40_000)
        _ = Extractor.extractText(utf8: Array(text.utf8), url: nil)
    }
}
