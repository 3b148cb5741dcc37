import Model
import Testing

@testable import Extract

/// Invented pages on which a phrase stands where names mostly stand, and their clean look-alikes.
@Suite struct PhraseEvidenceTests {
    private func phrase(_ title: String, before: String = "", _ body: [String]) throws -> Integrity.Finding? {
        let page = Prose.page(title: title, before: before, language: "zh", body: body + Prose.chinese)
        return try article(page).integrity.findings.first { $0.kind == "injected_phrase" }
    }

    private func list(_ items: [String]) -> String { "<ul>" + items.map { "<li>\($0)</li>" }.joined() + "</ul>" }

    static let phrases = ["水城人官网", "bet770", "云顶国际娱乐城", "Vinoplay", "www.hb7788.com"]

    @Test(arguments: phrases)
    func institutionsOfDifferentKindsGiveThePhraseAway(words: String) throws {
        let finding = try phrase(
            "\(words)卫视播出新节目", before: "<p>\(words)日报客户端</p>",
            ["据\(words)省立图书馆介绍，渡口将关闭九周，渔民都改用北岸。", "记者在\(words)街头采访了多位居民，大家表示理解。"])
        #expect(finding?.phrase == words)
        #expect(finding?.count == 4)
    }

    @Test(arguments: phrases)
    func namesWithTheSameWordBehindThemAreAList(words: String) throws {
        let finding = try phrase(
            "旧渡口关闭九周", before: list(["北京房产", "\(words)房产", "上海房产", "广州房产"]),
            ["昨日\(words)网友上传了一段旧渡口的视频，引来许多人观看。", "一位来自\(words)的渔民表示，他将改用北岸的码头。"])
        #expect(finding?.phrase == words)
        #expect(finding?.places.first?.zone == "head")
    }

    @Test func aColumnOfTheSiteInSuchAListIsClean() throws {
        let finding = try phrase(
            "旧渡口关闭九周", before: list(["北京房产", "环球深度报道", "上海房产", "广州房产"]),
            ["来自环球深度报道的消息说，旧渡口昨日关闭，引来许多人观看。", "多年来环球深度报道都在关注渔民，他们将改用北岸的码头。"])
        #expect(finding == nil)
    }

    @Test func townsOfOneProvincePointToIt() throws {
        let finding = try phrase(
            "水城人官网绵阳渡口关闭", before: "<p>水城人官网日报</p>",
            ["昨日，水城人官网内江也有一个渡口关闭，渔民都改用北岸。", "一位来自水城人官网的渔民表示，他将改用北岸的码头。"])
        #expect(finding?.phrase == "水城人官网")
        #expect(finding?.candidates.first == "四川")
    }

    @Test func townsOfSeveralProvincesPointToNone() throws {
        let finding = try phrase(
            "海湾通讯社绵阳渡口关闭", before: "<p>海湾通讯社日报</p>",
            ["昨日，海湾通讯社内江消息，又有一个渡口关闭，渔民都改用北岸。", "一位来自海湾通讯社洛阳分社的记者也在，海湾通讯社厦门也有消息。"])
        #expect(finding == nil)
    }

    @Test func datelinesAndPlacesOfAnyCountryAreNotEnough() throws {
        let body = [
            "海湾社耶路撒冷5月3日电 耶路撒冷警方说，旧渡口昨日关闭。", "记者在耶路撒冷街头采访了多位居民，耶路撒冷居民表示理解。",
            "一位来自耶路撒冷的渔民表示，耶路撒冷当局将承担燃油费用。",
        ]
        let finding = try phrase("耶路撒冷旧渡口关闭", before: "<p>耶路撒冷天气</p>", body)
        #expect(finding == nil)
    }

    /// Names that a page repeats everywhere: of companies, columns, offices, people, peoples, works.
    @Test(arguments: [
        "海湾云科技集团", "58同城", "欧阳陈小雨", "清河师范大学", "国家粮食总局", "少数民族", "每日新海报", "5G网络", "Facebook", "C919", "星河漫步者", "加沙地带",
    ])
    func namesRepeatedAllOverAreClean(words: String) throws {
        let body = [
            "\(words)在昨日的会上成为话题，来自\(words)的渔民说，\(words)与他们的生活有关。", "记者在\(words)采访了多位居民，\(words)居民表示理解，\(words)当局没有回应。",
            "一位专家表示，\(words)的发展很快，\(words)等问题值得关注，\(words)、旧渡口和北岸都在其中。",
        ]
        let finding = try phrase("\(words)成为话题", before: list(["首页", words, "更多\(words)", "关于\(words)"]), body)
        #expect(finding == nil)
    }

    @Test func aWordInFrontThatThePageUsesOftenIsLeftOut() throws {
        let body =
            (1...6).map { "海报网第\($0)次报道，海报网的读者都知道旧渡口。" } + [
                "[海报网bet770省泉州网友]旧渡口早该修了。", "[海报网bet770省漳州网友]我也这么想。", "[海报网bet770省龙岩网友]同意。",
            ]
        #expect(try phrase("旧渡口关闭九周", body)?.phrase == "bet770")
    }

    @Test func theEndOfAPhraseMayBeACommonWord() throws {
        let body = [
            "海豚服务中心省委、省政府昨日决定，关闭旧渡口进行维修。", "海豚服务中心省泉州市的中心码头也将关闭，海豚服务中心日报作了报道。",
            "便民中心和会议中心照常开放，培训中心也一样。来自海豚服务中心的渔民表示理解。",
        ]
        #expect(try phrase("旧渡口关闭九周", body)?.phrase == "海豚服务中心")
    }

    @Test func aDaySpeaksForADateline() {
        reading("海湾社水城人官网5月3日电。水城人官网3日，水城人官网12月") { text in
            let ends = SlotScan(text).ends
            #expect(ends.contains { text.cut(from: $0).starts(with: "5月3日") })
            #expect(ends.contains { text.cut(from: $0).starts(with: "12月") })
            #expect(!ends.contains { text.cut(from: $0).starts(with: "3日，") })
        }
    }

    @Test(arguments: [
        ("来自", true), ("现在", false), ("他在", true), ("存在", false), ("厦门、", true), ("渔民、", false),
    ])
    func whatGoesBeforeAPlaceIsKnown(head: String, isBefore: Bool) {
        reading(head + "水城") { text in
            let reader = SlotReader(text: text, siblings: SiblingLists(text: text))
            let slot = reader.slotBefore(text.count - 6..<text.count)
            #expect((slot != nil) == isBefore)
        }
    }

    @Test(arguments: [("耶路撒冷", true), ("斯德哥尔摩", true), ("水城人官网", false), ("云顶国际娱乐城", false)])
    func namesOfOtherCountriesAreToldByTheirCharacters(name: String, isForeign: Bool) {
        reading(name) { #expect(PhraseName.isTransliterated($0) == isForeign) }
    }

    @Test func manyPhrasesTakeLinearTime() throws {
        // Each is repeated, and stands before a mark; what is followed up is bounded.
        let words = (0..<3000).map { "甲\($0 % 300)乙丙日报在甲\($0 % 300)乙丙居民、" }.joined()
        _ = try extraction(Prose.page(language: "zh", body: [words]))
    }
}
