import Model
import Testing

@testable import Extract

@Suite struct CreditReaderTests {
    private func credits(_ line: String) -> [Credit] { reading(line) { CreditReader(text: $0).credits() } }

    private func names(_ line: String, _ kind: CreditKind) -> [String] {
        credits(line).filter { $0.kind == kind }.map(\.name)
    }

    @Test(arguments: [
        ("记者 陈小雨", ["陈小雨"]), ("（本网记者 陈小雨 林大海）", ["陈小雨", "林大海"]), ("记者：陈小雨、林大海，肖一", ["陈小雨", "林大海", "肖一"]),
        ("海湾报记者 陈小雨", ["陈小雨"]), ("首席记者陈小雨", ["陈小雨"]), ("实习记者 陈小雨", ["陈小雨"]), ("记者 王 甲", ["王甲"]),
        ("记者 欧阳小雨", ["欧阳小雨"]), ("记者 阿依·买买提", ["阿依·买买提"]), ("记者陈小雨林大海", ["陈小雨", "林大海"]),
        ("记者｜陈小雨", ["陈小雨"]), ("記者：陳小雨／海灣報導", ["陳小雨"]), ("〔記者陳小雨／綜合報導〕", ["陳小雨"]),
        ("记者 陈小雨 林大海 北港报道", ["陈小雨", "林大海"]), ("记者 肖一报道", ["肖一"]),
        ("【記者陳小雨福州報導】", ["陳小雨"]), ("记者肖一福州报道", ["肖一"]), ("采访：海湾记者 陈小雨", ["陈小雨"]),
    ])
    func reporters(line: String, expected: [String]) {
        #expect(names(line, .role(.reporter)) == expected)
    }

    @Test func correspondentsFollowReporters() {
        let line = "（本网记者 陈小雨 通讯员 林大海 肖一）"
        #expect(names(line, .role(.reporter)) == ["陈小雨"])
        #expect(names(line, .role(.correspondent)) == ["林大海", "肖一"])
    }

    @Test(arguments: [
        ("作者：陈小雨", ["陈小雨"]), ("文/陈小雨", ["陈小雨"]), ("文丨陈小雨", ["陈小雨"]), ("执笔/叨叨哥、胡二刀&陈小飞刀", ["叨叨哥", "胡二刀", "陈小飞刀"]),
        ("撰文 陈小雨", ["陈小雨"]), ("[作者: 陈小雨 责任编辑: 林大海 ]", ["陈小雨"]), ("（作者陈小雨系海湾智库研究员）", ["陈小雨"]),
        ("文字：陈小雨", ["陈小雨"]), ("供稿：海湾市委宣传部", []), ("供稿：陈小雨", ["陈小雨"]),
    ])
    func authors(line: String, expected: [String]) {
        #expect(names(line, .role(.author)) == expected)
    }

    @Test(arguments: [
        ("责任编辑：林大海_AB123", "林大海"), ("[责任编辑：林大海 PK1]", "林大海"), ("【责任编辑:林大海 】", "林大海"), ("(责编：林大海、肖一)", "林大海"),
        ("责 编：林大海", "林大海"), ("来源:海湾网 责任编辑:林大海", "林大海"),
    ])
    func responsibleEditors(line: String, expected: String) {
        #expect(names(line, .responsibleEditor).first == expected)
    }

    @Test func anEditorIsNotTheResponsibleOne() {
        let line = "编辑：肖一 责任编辑：林大海"
        #expect(names(line, .editor) == ["肖一"])
        #expect(names(line, .responsibleEditor) == ["林大海"])
    }

    @Test(arguments: [
        ("来源：海湾网", "海湾网"), ("2024-05-01 10:30 来源: 海湾晚报 举报", "海湾晚报"), ("稿源：海湾新闻客户端 作者：陈小雨", "海湾新闻客户端"),
        ("来源：海湾网  责任编辑：林大海", "海湾网"), ("| 来源 Marrow | 0条评论", "Marrow"), ("出处：快湾 作者：陈小雨", "快湾"),
        ("来源：《海湾学刊》2023年第5期", "海湾学刊"), ("来源：《海湾晚报》", "海湾晚报"), ("来源：海湾日报2023-12-2210:45", "海湾日报"),
        ("来源：海湾2023", "海湾2023"), ("来源：《海湾》杂志", "《海湾》杂志"),
    ])
    func sources(line: String, expected: String) {
        #expect(names(line, .source) == [expected])
    }

    @Test(arguments: [
        "海湾报记者登录网页后发现，价格已经上涨", "记者 综合报道", "作者：编辑部", "来源：", "记者从会上获悉", "作者：佚名", "编辑本页", "图文无关",
        "作者：海湾医院党支部", "记者", "记者：您怎么看", "记者：请问", "作者单位：海湾大学",
    ])
    func whatNamesNobodyGivesNobody(line: String) {
        #expect(credits(line).filter { $0.kind != .source }.isEmpty)
    }

    @Test(arguments: ["来源：", "来源： 作者：陈小雨", "来源：2024年5月1日"])
    func whatNamesNoOutletGivesNone(line: String) {
        #expect(names(line, .source).isEmpty)
    }

    @Test func whoTookThePictureIsNotTheReporter() {
        #expect(credits("海湾社记者 陈小雨 摄").isEmpty)
        #expect(credits("海湾社发（陈小雨摄）").isEmpty)
    }

    @Test func proofReadersAreNoAuthors() {
        #expect(names("编辑 林大海 校对 肖一", .editor) == ["林大海"])
        #expect(names("编辑 林大海 校对 肖一", .other) == ["肖一"])
    }

    @Test func strayQuestionMarksSeparate() {
        #expect(names("2023-12-22 10:45:15?来源:海湾网", .source) == ["海湾网"])
    }

    @Test func thePlaceOfADispatchIsNoName() {
        #expect(names("（海湾社記者張三台北5日電）", .role(.reporter)) == ["張三"])
        #expect(names("記者張三／台北報導", .role(.reporter)) == ["張三"])
    }

    @Test(.timeLimit(.minutes(1))) func labelsWithoutEndTakeLinearTime() {
        #expect(credits(String(repeating: "记者 ", count: 20_000)).isEmpty)
    }
}

@Suite struct ChineseNamesTests {
    @Test(arguments: ["陈小雨", "王甲", "欧阳小雨", "诸葛明"])
    func aFamilyNameMakesAName(name: String) {
        #expect(reading(name) { ChineseNames(text: $0).list(at: 0).names } == [name])
    }

    @Test(arguments: ["的人们", "海湾日报", "综合消息", "市人民政府办公室", "新闻"])
    func whatIsNoNameIsLeftOut(word: String) {
        #expect(reading(word) { ChineseNames(text: $0).list(at: 0).names.isEmpty })
    }

    @Test func penNamesCountOnlyBehindALabel() {
        #expect(reading("叨叨哥") { ChineseNames(text: $0).list(at: 0).names.isEmpty })
        #expect(reading("叨叨哥") { ChineseNames(text: $0, takesPenNames: true).list(at: 0).names } == ["叨叨哥"])
    }

    @Test func aListEndsWhereOtherTextBegins() {
        let (names, _) = reading("陈小雨、林大海在码头了解到") { ChineseNames(text: $0).list(at: 0) }
        #expect(names == ["陈小雨"])
    }
}
