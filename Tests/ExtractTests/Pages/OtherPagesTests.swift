import HTML
import Model
import Testing

@testable import Extract

/// Further kinds of pages, one each.
@Suite struct OtherPagesTests {
    @Test func aBlogWithoutAnyClasses() throws {
        let page = """
            <html><head><title>On mending piers</title></head><body><h1>On mending piers</h1><p>May 1, 2024</p>
            \(Prose.paragraphs())<hr><p><a href="/">Home</a> <a href="/about">About</a> <a href="/feed">Feed</a></p></body></html>
            """
        let content = try article(page)
        #expect(content.text == Prose.english.joined(separator: "\n\n"))
        #expect(content.title == "On mending piers")
        #expect(content.published?.localDate.month == 5)
    }

    @Test func paragraphsThatAreLineBreaks() throws {
        let page =
            "<html><head><title>On mending piers</title></head><body><h2>On mending piers</h2><div>"
            + Prose.english.joined(separator: "<br><br>") + "</div></body></html>"
        #expect(try article(page).blocks.count == Prose.english.count)
    }

    @Test func aPageInsideOneForm() throws {
        let page =
            "<title>Ferry pier closes</title><form id=\"aspnetForm\"><h1>Ferry pier closes</h1><div>\(Prose.paragraphs())</div></form>"
        #expect(try article(page).text.hasPrefix("The harbour council"))
    }

    @Test func aLayoutOfTables() throws {
        let page = """
            <title>Ferry pier closes</title><table><tr><td><a href="/">Home</a></td><td><table><tr><td><font size=5><b>Ferry pier closes</b></font></td></tr>
            <tr><td>\(Prose.paragraphs())</td></tr></table></td><td><a href="/x">Elsewhere</a></td></tr></table>
            """
        #expect(try article(page).text.hasSuffix("to reporters."))
    }

    @Test func anEncyclopediaWithItsBoxes() throws {
        let page = """
            <title>Marrow Bay - Encyclopedia</title><div id="content"><h1>Marrow Bay</h1>
            <table class="infobox"><tr><th>Inhabitants</th><td>12,000</td></tr><tr><th>Founded</th><td>1632, or so they say.</td></tr></table>
            <div class="toc"><ul><li><a href="#h">1 History</a></li></ul></div>
            <p>Marrow Bay is a town at the northern end of the strait, known for its eels, its ferry and its old pier.</p>
            <h2>History<span class="editsection">[edit]</span></h2>
            <p>The town was founded in 1632, when the first fishermen settled on the north shore, as the chronicle tells.<sup>[1]</sup></p>
            <div class="reflist"><ol><li>Chronicle of the bay, volume two, printed in 1871, page 14 and following.</li></ol></div>
            <div class="navbox"><a href="/a">Other towns</a></div></div>
            """
        let content = try article(page)
        #expect(content.blocks.map(\.type) == [.paragraph, .heading, .paragraph])
        #expect(content.blocks[1].text == "History")
    }

    @Test func aRecipeWithItsLists() throws {
        let page = """
            <title>Eel soup</title><article><h1>Eel soup</h1><p>This soup, which every fisherman knows, takes an hour and feeds six.</p>
            <h2>Ingredients</h2><ul><li>One eel</li><li>Two onions</li><li>Salt</li></ul>
            <h2>Method</h2><ol><li>Cut the eel, and fry it with the onions until both are golden.</li><li>Add water and salt, and wait for an hour.</li></ol></article>
            """
        let blocks = try article(page).blocks
        #expect(
            blocks.filter { $0.type == .list }.map(\.text) == [
                "One eel\nTwo onions\nSalt",
                "Cut the eel, and fry it with the onions until both are golden.\nAdd water and salt, and wait for an hour.",
            ])
    }

    @Test func aJapanesePageWithReadings() throws {
        let body =
            "<p><ruby>市議会<rt>しぎかい</rt></ruby>は火曜日に、古い桟橋を修理のために閉鎖することを決めたと、市長が発表しました。</p>"
            + "<p>工事は六月に始まり、九週間かかる見込みです。技術者によると、十一本の柱にひびが見つかりました。</p>"
        let content = try article(
            "<html lang=ja><title>古い桟橋を閉鎖へ</title><h1>古い桟橋を閉鎖へ</h1><p>2024年5月1日 10時30分</p><div>\(body)</div>")
        #expect(content.language == "ja")
        #expect(content.text.hasPrefix("市議会は火曜日に"))
        #expect(content.published?.rfc3339 == "2024-05-01T10:30:00+09:00")
    }

    @Test func anArabicPage() throws {
        let paragraph =
            "قرر مجلس المدينة يوم الثلاثاء إغلاق الرصيف القديم للإصلاح، وقال رئيس البلدية إن العمل سيبدأ في يونيو ويستمر تسعة أسابيع."
        let page =
            "<html lang=ar dir=rtl><title>إغلاق الرصيف القديم</title><h1>إغلاق الرصيف القديم</h1><div class=\"article-body\"><p>\(paragraph)</p><p>\(paragraph)</p></div>"
        let content = try article(page)
        #expect(content.language == "ar")
        #expect(content.blocks.count == 2)
    }

    @Test func aGermanPageWithItsOwnWords() throws {
        let body = [
            "Der Hafenrat hat am Dienstag beschlossen, den alten Fährsteg für Reparaturen zu schließen, sagte der Bürgermeister.",
            "Die Arbeiten beginnen im Juni und dauern neun Wochen, denn in elf Pfeilern wurden Risse gefunden.",
        ]
        let page = Prose.page(
            title: "Fährsteg wird geschlossen",
            before: "<p>Von Anna Müller und Bernd Öz</p><p>1. Mai 2024, 10:30 Uhr</p>",
            inside:
                "<p>Lesen Sie auch</p><ul><li><a href=\"/aal\">Aalpreise fallen wieder in der ganzen Bucht</a></li></ul>",
            language: "de", body: body)
        let content = try article(page)
        #expect(content.language == "de")
        #expect(content.text == body.joined(separator: "\n\n"))
        #expect(content.published?.localDate.day == 1)
    }

    @Test func aPageWhoseClassesMislead() throws {
        let page =
            "<title>Ferry pier closes</title><div class=\"player\"><h1>Ferry pier closes</h1><div class=\"popup overlay\">\(Prose.paragraphs())</div></div>"
            + "<div class=\"comments\"><p>Nobody has said anything so far.</p></div>"
        #expect(try article(page).text.contains("harbour council"))
    }

    @Test func aBodyBrokenUpByBoxes() throws {
        let box =
            #"<div class="links">"# + (0..<12).map { "<a href=\"/\($0)\">Link number \($0) of the box</a> " }.joined()
            + "</div>"
        let body = Prose.english.map { "<p>\($0)</p>\(box)" }.joined()
        let text = try article(
            "<title>Ferry pier closes</title><h1>Ferry pier closes</h1><div class=\"entry\">\(body)</div>"
        ).text
        for paragraph in Prose.english { #expect(text.contains(paragraph)) }
    }

    private func hinted(_ html: String) throws -> ArticleContent {
        let input = ExtractionInput(
            document: .parse(Array(html.utf8)), url: nil, hintedTitle: "The pier is closed for nine weeks",
            hintedPublished: Timestamp(rfc3339: "2024-05-01T10:30:15+02:00"))
        guard case .article(let draft) = Extractor.extract(input) else { throw Unexpected(description: "turned away") }
        return draft.content
    }

    @Test func theFeedsWordStandsInForWhatThePageDoesNotSay() throws {
        let content = try hinted("<body><div class=\"article-body\">\(Prose.paragraphs())</div>")
        #expect(content.title == "The pier is closed for nine weeks")
        #expect(content.published?.rfc3339 == "2024-05-01T10:30:15+02:00")
        #expect(content.evidence["published"]?.from == "feed")
    }

    @Test func thePagesOwnWordWinsOverTheFeeds() throws {
        let content = try hinted(Prose.page(before: "<p>Published May 2, 2024 08:00</p>"))
        #expect(content.title == "Ferry pier of Marrow Bay closes for repairs")
        #expect(content.published?.localDate.day == 2)
    }

    @Test func theSamePageGivesTheSameArticle() throws {
        #expect(try article(Prose.page()) == article(Prose.page()))
    }
}
