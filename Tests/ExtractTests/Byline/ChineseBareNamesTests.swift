import Model
import Testing

@testable import Extract

@Suite struct ChineseBareNamesTests {
    private func authors(before: String = "", first: String = "", last: String = "", navigation: String = "国内") throws
        -> [Author]
    {
        let body = [first + Prose.chinese[0], Prose.chinese[1], Prose.chinese[2] + last]
        let page = Prose.page(title: "旧渡口码头关闭维修", before: before, language: "zh", body: body)
            .replacing("Sport", with: navigation)
        return try article(page).authors
    }

    @Test(arguments: ["海湾社北港5月1日电 （陈小雨 林大海）", "海湾网5月1日讯(陈小雨、林大海)"])
    func namesBehindTheDateline(first: String) throws {
        #expect(try authors(first: first).map(\.name) == ["陈小雨", "林大海"])
    }

    @Test func namesAtTheVeryEnd() throws {
        #expect(try authors(last: "（陈小雨）").map(\.name) == ["陈小雨"])
    }

    @Test(arguments: ["（完）", "（海湾新闻）", "（图文无关）", "（下同）", "（综合报道）"])
    func otherBracketsAtTheEndAreNone(last: String) throws {
        #expect(try authors(last: last).isEmpty)
    }

    @Test(arguments: [
        "2024-05-01 10:30 来源：海湾日报 陈小雨", "2024-05-01 10:30　海湾日报　陈小雨", "□陈小雨",
        "海湾日报 2024-05-01 10:30 陈小雨",
    ])
    func namesBesideTheOutlet(line: String) throws {
        #expect(try authors(before: "<div>\(line)</div>").map(\.name) == ["陈小雨"])
    }

    @Test(arguments: [
        "海湾日报 2024-05-01 10:30 国内", "热线 2024-05-01 10:30 陈小雨", "海湾日报 2024-05-01 10:30 时评", "海湾日报 2024-05-01 10:30 海湾",
        "2024-05-01 10:30 海湾日报 江西", "陈小雨/海湾日报 2024-05-01 10:30 海湾",
    ])
    func whatStandsBehindTheDateMayBeNobody(line: String) throws {
        #expect(try authors(before: "<div>\(line)</div>").isEmpty)
    }

    @Test func aSectionBesideTheOutletIsNobody() throws {
        let line = "<div>2024-05-01 10:30 来源：海湾日报 国内</div>"
        #expect(try authors(before: line).isEmpty)
    }

    @Test(arguments: [
        ("记者 陈小雨 摄影 林大海", [Author(name: "陈小雨", role: .reporter), Author(name: "林大海", role: .photographer)]),
        ("文/陈小雨 图/林大海", [Author(name: "陈小雨", role: .author)]), ("陈小雨/文", [Author(name: "陈小雨", role: .author)]),
        ("记者 陈小雨 发自北港", [Author(name: "陈小雨", role: .reporter)]),
    ])
    func aPhotographerDoesNotPushTheReporterOut(line: String, expected: [Author]) throws {
        #expect(try authors(before: "<div>\(line)</div>") == expected)
    }

    @Test(arguments: [
        ("【海湾日报特约记者 欧阳小雨 海湾日报记者 林大海】", ["欧阳小雨", "林大海"]), ("〔记者陈小雨／海湾报道〕", ["陈小雨"]),
        ("[本报记者 陈小雨]", ["陈小雨"]), ("本报记者 买买提·吐尔逊 ", ["买买提·吐尔逊"]), ("海湾日报记者 陈小雨　林大海　", ["陈小雨", "林大海"]),
        ("本报海湾5月1日讯 记者陈小雨 ", ["陈小雨"]),
        ("海湾社海湾5月1日电 题：旧渡口的新生 海湾社记者陈小雨、林大海 ", ["陈小雨", "林大海"]),
    ])
    func reportersThatOpenTheFirstParagraph(first: String, expected: [String]) throws {
        #expect(try authors(first: first).map(\.name) == expected)
    }

    @Test(arguments: ["记者从市议会获悉，", "海湾日报记者 登录网页后发现，", "【图片说明 陈小雨在码头】", "[海湾综合报道]"])
    func otherOpeningsNameNobody(first: String) throws {
        #expect(try authors(first: first).isEmpty)
    }

    @Test func aPhotographersCreditAloneIsNoAuthor() throws {
        #expect(try authors(before: "<div>海湾日报记者 陈小雨 摄</div>").isEmpty)
    }

    @Test func aReportersSentenceOpensTheStory() throws {
        #expect(try authors(first: "海湾日报讯 记者陈小雨报道：") == [Author(name: "陈小雨", role: .reporter)])
    }

    @Test func aReportInTheTextIsNobodys() throws {
        #expect(try authors(first: "据市长办公室介绍，记者站的报道有误。").isEmpty)
    }
}
