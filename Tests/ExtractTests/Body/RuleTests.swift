import Model
import Testing

@testable import Extract

@Suite struct ProseWeightsTests {
    private func weight(_ markup: String) throws -> Int {
        try withPage("<body>\(markup)") { ProseWeights($0).total }
    }

    private let sentence =
        "The harbour council of Marrow Bay voted on Tuesday to close the old ferry pier, the mayor said."

    @Test func sentencesWeighWhatTheyMeasure() throws {
        #expect(try weight("<p>\(sentence)</p>") == sentence.utf8.count)
    }

    @Test func linksWeighNothing() throws {
        #expect(try weight("<p><a href=x>\(sentence)</a></p>") == 0)
    }

    @Test func aLinkInsideASentenceTakesOnlyItsOwnWeight() throws {
        #expect(try weight("<p>\(sentence) <a href=x>More here</a></p>") == sentence.utf8.count)
    }

    @Test func wordsWithoutSentencesWeighLittle() throws {
        #expect(try weight("<p>\(String(repeating: "eel pier bay ", count: 200))</p>") <= 60)
    }

    @Test func captionsWeighNothingHeadingsLittle() throws {
        #expect(try weight("<figcaption>\(sentence)</figcaption>") == 0)
        #expect(try weight("<h2>\(sentence)</h2>") < sentence.utf8.count / 3)
    }

    @Test func oneBlockDoesNotOutweighThePage() throws {
        #expect(try weight("<p>\(String(repeating: sentence, count: 1000))</p>") <= 4000)
    }

    @Test(arguments: ["市议会周二投票决定，关闭旧渡口码头进行维修，工程将于六月开工。市长说，这是十年来最重要的工程。", "市議会は火曜日に、古い桟橋を修理のために閉鎖することを決めたと、市長が発表しました。"])
    func marksOfOtherScriptsCount(text: String) throws {
        #expect(try weight("<p>\(text)</p>") == text.utf8.count)
    }
}

@Suite struct SectionMarkersTests {
    @Test(arguments: [
        "Related", "RELATED STORIES", "Related:", "More from the bay", "You may also like", "Most read", "Comments",
        "相关新闻", "【相关阅读】", "/阅读下一篇/",
        "推荐阅读：", "Lesen Sie auch", "Lire aussi", "Te puede interesar", "Leia também", "関連記事", "관련기사", "> Recommended",
        "Читайте также:", "Материалы по теме", "Lo más leído", "Mais lidas", "I più letti", "Zobacz też", "Čtěte také",
        "Kapcsolódó cikkek",
        "Citește și", "Διαβάστε επίσης", "ये भी पढ़ें", "اقرأ أيضاً", "관련 뉴스", "あわせて読みたい", "Meest gelezen", "Lue myös",
        "Đọc thêm",
    ])
    func headingsOfOtherSections(text: String) {
        #expect(reading(text) { SectionMarkers.opensForeignSection($0) })
    }

    @Test(arguments: [
        "Related work shows that the pillars were weak long before the storm, and nobody cared to look at them closely.",
        "Background",
        "What happens next", "相关部门表示，维修工作将按计划进行，预计九周之内完成，请居民放心。", "Methods", "", "Share prices fall", "Mostly harmless",
        "Más de cien barcos salieron del puerto.", "Plus de cent bateaux ont quitté le port.",
        "Похожие трещины нашли и в другом причале.",
        "Mais de cem barcos saíram do porto.", "Mehr als hundert Boote verließen den Hafen.",
        "L'autore non ha risposto.",
    ])
    func headingsOfTheArticle(text: String) {
        #expect(reading(text) { !SectionMarkers.opensForeignSection($0) })
    }
}

@Suite struct BoilerplateTextTests {
    @Test(arguments: [
        "Advertisement", "ADVERTISEMENT", "Share this article", "Read more: eel prices fall", "Also read: eel prices",
        "* * *", "•", "12",
        "原标题：旧渡口关闭", "责任编辑：林大海", "上一页 1 2 下一页", "如有侵权请联系删除", "© 2024 Marrow Post",
        "Lire aussi : Le prix de l’anguille baisse", "Читайте также: цены на угря падают",
        "Leia também | Preço da enguia cai", "Baca juga: Harga belut",
        "La suite après cette publicité", "Продолжение после рекламы", "Reklama", "Publicidade", "Reklam",
        "Article continues after advertisement",
    ])
    func shortTextsThatAreNotTheArticles(text: String) {
        #expect(reading(text) { BoilerplateText.isBoilerplate($0) })
    }

    @Test func anAppealOfSomeLengthIsNotTheArticles() {
        let appeal =
            "The harbour is a place where much happens that many would like to keep from you, and our reporters are there every single day of the "
            + "year, at any hour. Our journalism is free for everyone who comes by, and that is because of readers who give what they can."
        #expect(reading(appeal) { BoilerplateText.isBoilerplate($0) })
    }

    @Test(arguments: [
        "Advertisements for eels were once painted on the pier.", "He said no.", "1931 was the year.", "他说：“不。”",
        "Share prices fell on Tuesday.", "Lire aussi souvent que possible, dit-il.",
        "Más información llegó por la tarde.",
        "Реклама угря висела на причале.",
    ])
    func shortTextsThatAre(text: String) {
        #expect(reading(text) { !BoilerplateText.isBoilerplate($0) })
    }
}

@Suite struct FlagInheritanceTests {
    private func flags(_ body: String, of text: String) throws -> ElementFlags {
        try withPage("<body>\(body)") { page in
            let block = try #require(page.scan.blocks.first { page.text(of: $0).string.hasPrefix(text) })
            return block.inherited
        }
    }

    @Test func whatIsInsideInherits() throws {
        let body = "\(Prose.paragraphs())<div class=\"comments\"><div><p>Agreed, said a reader.</p></div></div>"
        #expect(try flags(body, of: "Agreed").contains(.comment))
        #expect(try !flags(body, of: "The harbour").contains(.comment))
    }

    @Test func aFlagAroundMostOfThePageIsNotMeant() throws {
        #expect(
            try flags("<div class=\"sidebar\">\(Prose.paragraphs())</div><p>Else.</p>", of: "The harbour").isDisjoint(
                with: .junk))
    }

    @Test func theBodysOwnClassesSayNothing() throws {
        let page =
            "<html class=\"has-comments\"><body class=\"menu-open related\"><p>Some text, and more.</p>\(Prose.paragraphs())"
        try withPage(page) { page in
            #expect(page.scan.blocks.allSatisfy { $0.inherited.isDisjoint(with: .junk) })
        }
    }

    @Test func longCommentsBelowTheArticleStayComments() throws {
        let comments = (0..<20).map {
            "<p>I do not agree, number \($0), and neither do my neighbours on the quay, as I said.</p>"
        }.joined()
        #expect(
            try flags("\(Prose.paragraphs())<div class=\"comments\">\(comments)</div>", of: "I do not").contains(
                .comment))
    }

    @Test func littleTrustKeepsCommentsOnly() throws {
        let document =
            "<body>\(Prose.paragraphs())<div class=\"popup\"><p>In a box, as they say.</p></div><div class=\"comments\"><p>Agreed, said a reader.</p></div>"
        try withPage(document) { page in
            var scan = page.scan
            FlagInheritance.apply(to: &scan, ProseWeights(page), trust: .little)
            let boxes = scan.blocks.suffix(2).map(\.inherited)
            #expect(boxes.first?.isDisjoint(with: .junk) == true || boxes.first?.contains(.popup) == false)
            #expect(boxes.last?.contains(.comment) == true)
        }
    }
}

@Suite struct BreadcrumbTests {
    @Test(arguments: [
        ("您所在的位置:: 海湾网 > 综合 > 正文", ["海湾网", "综合", "正文"]), ("Home › Bay › Piers", ["Home", "Bay", "Piers"]),
        ("首页 » 新闻", ["首页", "新闻"]),
        ("当前位置：海湾网＞新闻", ["海湾网", "新闻"]), ("", []),
    ])
    func partsBetweenArrows(text: String, parts: [String]) {
        #expect(reading(text) { Breadcrumb.parts($0) } == parts)
    }

    @Test(arguments: ["首页", "正文", "Home", "HOME", "主页"])
    func homeAndTextAreNoSections(part: String) {
        #expect(Breadcrumb.isNoSection(part))
    }
}

@Suite struct BracketsTests {
    @Test func bothKindsOfBracketsAreFound() {
        let text = "甲（乙）丙(丁)"
        let inside = reading(text) { bytes in Brackets.ranges(in: bytes, before: 100).map { bytes.cut($0).string } }
        #expect(inside == ["乙", "丁"])
    }

    @Test func openBracketsAreNone() {
        #expect(reading("甲（乙") { Brackets.ranges(in: $0, before: 100).isEmpty })
    }

    @Test func bracketsBehindTheLimitAreNotLookedAt() {
        #expect(reading("xxxxxxxxxx(a)") { Brackets.ranges(in: $0, before: 3).isEmpty })
    }
}

@Suite struct PersonNameTests {
    @Test(arguments: [
        "Ann Lee", "Ann B. Lee", "Ann van der Lee", "Élodie Dœ", "Анна Лис", "Ann O'Dea", "Ann Lee Jr.", "J. K. Moor",
        "ANN LEE",
    ])
    func names(text: String) {
        #expect(reading(text) { PersonName.clean($0) } == text)
    }

    @Test(arguments: [
        "Ann", "ann lee", "The Team", "Staff Writer", "Ann Lee 2", "a@b.example", "Ann/Lee",
        "One Two Three Four Five Six Seven", "Marrow News", "",
    ])
    func otherTexts(text: String) {
        #expect(reading(text) { PersonName.clean($0) } == nil)
    }

    @Test func stopsAndColonsAtTheEndAreCutOff() {
        #expect(reading("Ann Lee:") { PersonName.clean($0) } == "Ann Lee")
        #expect(reading("Ann Lee,") { PersonName.clean($0) } == "Ann Lee")
    }
}
