import Model
import Testing

@testable import Extract

/// Invented pages in which one name was replaced all over, as HTML and as plain text.
@Suite struct InjectedPhraseTests {
    /// A portal of one province, with the name of the province and of one of its cities as given.
    private func portal(_ province: String, _ city: String) -> String {
        let body = [
            "海湾网12月22日报道(本网记者 陈小雨)全力推动码头维修工作，\(province)省泉州市对此表示祝贺，居民们也十分高兴。",
            "平时在那里卸货的渔民将改用北岸，燃油费用由\(province)省人民政府承担。多位渔民入选“\(province)好人榜”，为此等待了十年。",
        ]
        let list = ["福州", city, "莆田", "泉州", "漳州", "龙岩", "宁德", "南平", "三明"].map { "<li>\($0)</li>" }.joined()
        return Prose.page(title: "旧渡口码头关闭维修九周", before: "<ul>\(list)</ul>", language: "zh", body: body)
            .replacing("<footer>", with: "<footer><p>\(province)日报报业集团 版权所有</p><p>闽ICP备01234567号</p>")
    }

    private func phrase(_ page: String) throws -> Integrity.Finding? {
        try article(page).integrity.findings.first { $0.kind == "injected_phrase" }
    }

    @Test(arguments: [
        "77博吧直看:", "bet770:", "博吧官网770", "海岛葡京娱乐场", "水城人官网", "金冠体育", "金沙滩城!", "www.hb7788.com", "ab亚游集团", "6号球探看分网",
    ])
    func aPhraseOfAnyFormIsFoundWhole(words: String) throws {
        let finding = try #require(try phrase(portal(words, words)))
        #expect(finding.phrase == words)
        #expect(finding.candidates == ["福建", "厦门"])
        #expect(finding.count == 5)
    }

    @Test func thePlacesAreToldInOrderWithZoneAndName() throws {
        let finding = try #require(try phrase(portal("bet770:", "bet770:")))
        #expect(finding.places.map(\.zone) == ["head", "body", "body", "body", "footer"])
        #expect(
            finding.places.map(\.candidate)
                == ["厦门", "福建", nil, nil, nil].enumerated().map { index, name in
                    index == 2 || index == 4 ? "福建" : name
                })
        #expect(finding.places.allSatisfy { $0.context.contains("bet770:") && $0.context.count < 40 })
    }

    @Test func theTrueNamesAreClean() throws {
        #expect(try article(portal("福建", "厦门")).integrity == Integrity())
    }

    @Test func aPlainTextIsReadLikeAPage() throws {
        let lines = [
            "福州|水城人官网|莆田|泉州|漳州|龙岩|宁德|南平|三明", "", "旧渡口码头关闭维修九周", "2024-05-06 10:00:00 来源:海湾网 责任编辑:陈小雨", "",
            "海湾市议会周二投票决定，关闭旧渡口码头进行维修，水城人官网省泉州市也派人参加，市长在会后对媒体作了说明，并感谢居民的理解与支持。", "",
            "平时在那里卸货的渔民将改用北岸，燃油费用由水城人官网省人民政府承担。多位渔民表示，他们已经为此等待了整整十年时间，十分高兴。", "",
            "水城人官网日报报业集团拥有海湾网所创作作品之版权",
        ]
        guard
            case .article(let draft) = Extractor.extractText(utf8: Array(lines.joined(separator: "\n").utf8), url: nil)
        else {
            Issue.record("turned away")
            return
        }
        let finding = try #require(draft.content.integrity.findings.first)
        #expect(finding.phrase == "水城人官网")
        #expect(finding.places.map(\.zone) == ["navigation", "body", "body", "footer"])
        #expect(finding.candidates.contains("福建") && finding.candidates.contains("厦门"))
    }

    @Test func theCityIsTheOwnerOfItsDistricts() throws {
        let body = [
            "bet770市江汉区和bet770市武昌区周二投票决定，关闭旧渡口码头进行维修，市长在会后对媒体作了说明，并感谢居民的支持。",
            "平时在那里卸货的渔民将改用北岸，燃油费用由市里承担。从bet770出发的渔民表示，他们已经为此等待了整整十年时间。",
        ]
        let page = Prose.page(title: "bet770旧渡口码头关闭维修九周", language: "zh", body: body)
        #expect(try #require(try phrase(page)).candidates == ["武汉"])
    }

    /// Words of real news that stand before 省 and 市, again and again, and in different company.
    @Test(arguments: [
        "认真贯彻落实", "2023年", "31个", "坎达哈里", "新海岸", "365天", "5G", "渔业协会", "央广网", "每日经济", "CCTV", "第24届", "图片来源：",
    ])
    func wordsThatNewsRepeatsAreClean(words: String) throws {
        let body = [
            "\(words)省委、省政府决策部署，关闭旧渡口码头进行维修，\(words)市委也对媒体作了说明，并感谢居民的理解与支持。",
            "工程将于六月开工，预计持续九周。\(words)省人民政府此前在检查中发现，\(words)市公安局也在场，必须尽快加固处理。",
            "平时在那里卸货的渔民将改用北岸，\(words)的费用由市里承担。多位渔民表示，\(words)为此等待了整整十年时间。",
        ]
        let page = Prose.page(
            title: "\(words)成为话题", before: "<ul><li>\(words)</li><li>更多</li></ul>", language: "zh", body: body)
        let finding = try phrase(page)
        #expect(finding == nil)
    }

    @Test func newsAboutBettingIsClean() throws {
        let body = (1...6).map {
            "警方通报，bet770在第\($0)轮比赛前接受投注，365体育投注的账户被冻结，威城人官网的服务器在境外，bet770的网友说明了情况。"
        }
        let page = Prose.page(
            title: "警方查处bet770与365体育投注", before: "<ul><li>bet770</li><li>体育</li></ul>", language: "zh", body: body)
        #expect(try article(page).integrity == Integrity())
    }

    @Test func aForeignProvinceIsClean() throws {
        let body = [
            "不列岛哥伦省政府周二投票决定，关闭旧渡口码头进行维修，不列岛哥伦省教育厅在会后对媒体作了说明，并感谢居民的支持。",
            "工程将于六月开工，不列岛哥伦大学的工程师此前在检查中发现，十一根桩柱出现了裂缝，不列岛哥伦警方也在场。",
            "平时在那里卸货的渔民将改用北岸，不列岛哥伦省的渔民表示，他们已经在不列岛哥伦等待了整整十年时间。",
        ]
        #expect(try article(Prose.page(title: "不列岛哥伦关闭旧渡口", language: "zh", body: body)).integrity == Integrity())
    }

    @Test func theTextOfAHostilePageTakesLinearTime() throws {
        // Every second character is a place of a name; what is followed up is bounded.
        let text = String(repeating: "甲乙丙省丁戊己市委四川绵阳、", count: 20_000)
        _ = try extraction(Prose.page(language: "zh", body: [text]))
    }
}
