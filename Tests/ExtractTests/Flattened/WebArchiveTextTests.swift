import Model
import Testing

@testable import Extract

/// Pages as web archives keep them as plain text: the document's title first, then a line for each block.
@Suite struct WebArchiveTextTests {
    private let headline = "Ferry pier of Marrow Bay closes for repairs"
    private let menu = ["Home", "News", "Sport", "Weather", "Eel prices", "Sign in", "Contact us", "About this paper"]
    private let article = Prose.english + Prose.english2
    private let remarks = (1...9).map {
        "I have said so for years, number \($0), and nobody in the whole town would listen to me, not one of them."
    }

    private func page(behind: [String] = []) -> [String] {
        ["\(headline) | The Marrow Post"] + menu + [headline, "By Ann Lee", "May 1, 2024"] + article + behind
    }

    @Test func theHeadlineIsTheLineThatTheDocumentsTitleRepeats() throws {
        let content = try plainContent(page())
        #expect(content.title == headline)
        #expect(content.text == article.joined(separator: "\n\n"))
        #expect(content.published?.rfc3339.hasPrefix("2024-05-01") == true)
    }

    @Test func theSitesNameIsCutFromATitleThatNoLineRepeats() throws {
        #expect(try plainContent(["\(headline) | The Marrow Post"] + article).title == headline)
    }

    @Test func aHeadlineRepeatedBelowTheArticleIsNotTheOne() throws {
        let content = try plainContent(page(behind: ["Latest news", headline] + menu + ["© 2024 Marrow Post Company"]))
        #expect(content.text == article.joined(separator: "\n\n"))
    }

    @Test func aHeadlineRepeatedRightBelowTheArticleIsNotTheOneThoughALineIsLongAboveIt() throws {
        let caption =
            "The ferry pier of Marrow Bay in the spring of last year, when nobody had yet looked at its pillars, they say."
        let offer =
            "Would you like to keep what you read, and find it again later on? Begin with a month of reading, free of charge."
        let lines = ["\(headline) | The Marrow Post"] + menu + [headline, caption] + menu + menu + article
        let content = try plainContent(lines + ["More about", headline, "Bookmark", offer] + menu)
        #expect(content.title == headline)
        #expect(content.text.contains(Prose.english[0]) && content.text.contains(Prose.english2[1]))
    }

    @Test func theDocumentsTitleMaySayItInOtherWords() throws {
        let other = "Marrow Bay ferry pier closes nine weeks for repairs"
        let content = try plainContent(
            ["\(other) | The Marrow Post", "Old news"] + menu + [headline, "Our harbour"] + article)
        #expect(content.title == headline)
        #expect(content.text == article.joined(separator: "\n\n"))
    }

    @Test func theAddressMaySayWhichLineItIs() throws {
        let lines = menu + [headline, "Our harbour and its people", "A word from the mayor"] + article
        let url = "https://news.example/2024/05/marrow-bay-ferry-pier-closes-for-repairs-7"
        #expect(try plainContent(lines, url: url).title == headline)
    }

    @Test func theSitesNameBelowTheDocumentsTitleIsNoTitle() throws {
        let site = "The Marrow Bay Evening Post"
        let foot =
            "What stands here may be used by others where they name the paper and link to it, in the first three lines."
        let content = try plainContent(
            ["\(headline) | \(site)", site] + menu + ["Eels, ferries and a pier"] + article + menu + menu + [
                site, foot, foot, foot,
            ])
        #expect(content.title != site)
        #expect(content.text.contains(Prose.english[0]))
    }

    @Test func longerCommentsBehindTheArticleAreNotTheArticle() throws {
        #expect(try plainContent(page(behind: ["9 Comments"] + remarks)).text == article.joined(separator: "\n\n"))
    }

    @Test func aSentenceInTheMenuIsNotTheArticle() throws {
        let notice = "By using this page, you agree to our terms, to our rules on privacy, and to what else there is."
        let lines = page()
        #expect(try plainContent([lines[0], notice] + lines.dropFirst()).text == article.joined(separator: "\n\n"))
    }

    @Test func theArticleGoesOnBehindAFewLinesSetIntoIt() throws {
        let parts =
            Prose.english + ["Read more", "Eel prices have fallen", "A new lamp"] + Prose.english.map { $0 + " Again." }
        let text = try plainContent(["\(headline) | The Marrow Post"] + menu + [headline] + parts).text
        #expect(text.hasPrefix("The harbour council") && text.hasSuffix("to reporters. Again."))
    }

    @Test func aHeadlineAsLongAsASentenceIsNoneOfTheText() throws {
        let long = "[海湾要闻]旧渡口码头关闭维修九周，市长说明情况，渔民改用北岸卸货，燃油费用由市里承担，工程六月开工"
        let content = try plainContent([long + "_海湾网", "网站首页", "时政新闻", long, "2019年09月11日 海湾网"] + Prose.chinese)
        #expect(content.title == long)
        #expect(content.text == Prose.chinese.joined(separator: "\n\n"))
    }
}
