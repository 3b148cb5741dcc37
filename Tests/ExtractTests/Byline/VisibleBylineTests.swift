import Model
import Testing

@testable import Extract

/// Pages without a class, a meta element or linked data that speaks of authors.
@Suite struct VisibleBylineTests {
    private func names(_ before: String, after: String = "", inside: String = "", head: String = "") throws -> [String]
    {
        try article(Prose.page(head: head, before: before, inside: inside, after: after)).authors.map(\.name)
    }

    @Test(arguments: [
        ("<div>Ann Lee</div><div>Published 1 May 2024</div>", ["Ann Lee"]),
        ("<div>1 May 2024</div><div>Ann Lee</div>", ["Ann Lee"]),
        ("<div>Ann Lee, Staff Writer</div>", ["Ann Lee"]), ("<h2>Ann Lee</h2><p>Journalist</p>", ["Ann Lee"]),
        ("<div>Ann Lee | Published 4 months ago</div>", ["Ann Lee"]), ("<div>By</div><div>Ann Lee</div>", ["Ann Lee"]),
        ("<div>By Ann Lee and Bo Ek The Marrow Press</div>", ["Ann Lee", "Bo Ek"]),
        ("<div>By Ann Lee - Marrow Press - Friday, May 3, 2024</div>", ["Ann Lee"]),
        ("<div>May 1, 2024 by Ann Lee Leave a Comment</div>", ["Ann Lee"]),
        ("<div>Last updated on May 1, 2024 By Ann Lee and Bo Ek</div>", ["Ann Lee", "Bo Ek"]),
    ])
    func aNameBesideTheDateOrAnOfficeIsAByline(before: String, expected: [String]) throws {
        #expect(try names(before) == expected)
    }

    @Test(arguments: [
        "<div>Real Estate</div><div>May 1, 2024</div>", "<div>Cy Twill / Marrow Images</div><div>May 1, 2024</div>",
        "<div>Photo: Cy Twill</div><div>May 1, 2024</div>", "<div>Start Slideshow</div><div>May 1, 2024</div>",
        "<p>Marrow Bay, May 1</p>", "<div>May 1, 2024 by the harbour council</div>",
        "<div>Cy Twill and others came to see the pier on May 1, 2024</div>",
    ])
    func otherLinesBesideTheDateNameNobody(before: String) throws {
        let page = Prose.page(before: before).replacing(
            "<li><a href=\"/sport\">", with: "<li><a href=\"/re\">Real Estate</a></li><li><a href=\"/sport\">")
        #expect(try article(page).authors.isEmpty)
    }

    @Test func aLinkToAnAuthorsPageNamesThem() throws {
        #expect(
            try names(#"<div><a href="/author/ann-lee">Ann Lee</a></div><div><a href="/profile/7">Bo Ek</a></div>"#)
                == ["Ann Lee", "Bo Ek"])
    }

    @Test(arguments: [
        "/topic/ann-lee", "/author", "https://licences.example/by/4.0/", "/sport/team/ann-lee", "/search?q=/author/ann",
        "",
    ])
    func otherLinksDoNot(address: String) {
        #expect(!reading(address) { AuthorLinks.leadsToAuthor($0) })
    }

    @Test func aRowOfColumnistsIsNoByline() throws {
        let row = ["Ann Lee", "Bo Ek", "Cy Twill", "Di Marsh", "Ed Pole", "Fay Tor"].map {
            #"<a href="/author/x">\#($0)</a> "#
        }
        #expect(try names("<div>\(row.joined())</div>").isEmpty)
    }

    @Test func whatTheNavigationSaysIsASectionNotAPerson() throws {
        let page = Prose.page(before: #"<div class="author"><a href="/category/9/mixed">Mixed News</a></div>"#)
            .replacing(
                "<li><a href=\"/sport\">",
                with: "<li><a href=\"/category/9/mixed\">Mixed News</a></li><li><a href=\"/sport\">")
        #expect(try article(page).authors.isEmpty)
    }

    @Test func aBylineBehindALongStandfirstIsFound() throws {
        let standfirst = String(repeating: "Nobody had expected the council to close it this year. ", count: 5)
        #expect(try names("<p>\(standfirst)</p><div>By Ann Lee</div>") == ["Ann Lee"])
    }

    @Test func aBylineBesideTheNumberOfCommentsIsFound() throws {
        #expect(try names(#"<div class="meta comments-count">By Ann Lee · 7 comments</div>"#) == ["Ann Lee"])
    }

    @Test func aNameInBoldBelowTheTextIsAByline() throws {
        #expect(try names("", inside: "<p><strong>Ann Lee</strong></p>") == ["Ann Lee"])
        #expect(try names("", inside: "<p>Ann Lee</p>").isEmpty)
    }

    @Test func theAuthorsPageBelowTheTextNamesThem() throws {
        let after = #"<div><a rel="author" href="/author/ann">View all posts by Ann Lee</a></div>"#
        #expect(try names("", after: after) == ["Ann Lee"])
    }

    @Test func whoKeepsTheSiteIsNoAuthorWhereTheTextMentionsThem() throws {
        let meta = #"<meta name="author" content="Ann Lee">"#
        #expect(try names("", inside: "<p>Counsellor Ann Lee, Harbour Office</p>", head: meta).isEmpty)
        #expect(try names("<p>Ann Lee, Harbour Office</p>", head: meta) == ["Ann Lee"])
    }

    @Test func linkedDataMayGiveMoreNamesThanThePage() throws {
        let head =
            #"<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Ann Olga Lee"}}</script>"#
        #expect(try names("<p>Ann Lee</p>", head: head) == ["Ann Olga Lee"])
    }

    @Test func anAgencyOrTheOfficeOfALinkCountsOthersDoNot() throws {
        #expect(try names("<p>By MPA</p>") == ["MPA"])
        #expect(try names(#"<p>By <a href="/authors/marrow-press">Marrow Press</a></p>"#) == ["Marrow Press"])
        #expect(try names("<p>By The Editors</p>").isEmpty)
        #expect(try names(#"<p><a href="/people/">People</a></p>"#).isEmpty)
    }

    @Test(arguments: [
        ("Von Anna Müller und Bernd Öz", ["Anna Müller", "Bernd Öz"]),
        ("Ein Kommentar von Anna Müller", ["Anna Müller"]),
        ("Par Anne Dupont", ["Anne Dupont"]), ("Por Ana López", ["Ana López"]), ("di Anna Rossi", ["Anna Rossi"]),
        ("A cura di Anna Rossi", ["Anna Rossi"]), ("Door Anna de Vries", ["Anna de Vries"]),
        ("Haber: Ayşe Yılmaz", ["Ayşe Yılmaz"]),
        ("Автор: Анна Петрова", ["Анна Петрова"]), ("Текст: Анна Петрова", ["Анна Петрова"]),
        ("Tác giả: Lê Hoa", ["Lê Hoa"]),
        ("Skrevet af Anna Holm", ["Anna Holm"]), ("By Ann Lee Feb. 2, 2024", ["Ann Lee"]),
    ])
    func bylinesOfManyLanguagesAreRead(text: String, expected: [String]) {
        #expect(reading(text) { BylineLines.saysBy($0) })
        #expect(reading(text) { EnglishByline.names($0) } == expected)
    }

    @Test(arguments: [
        "Von der Küste", "Por la tarde", "Di sera", "De nuevo", "from the archive",
        "Author Ann Lee, from Marrow, said it", "Byron",
    ])
    func theSameWordsOpenOtherLines(text: String) {
        #expect(!reading(text) { BylineLines.saysBy($0) })
    }

    @Test(arguments: ["Фото из архива Анны", "منوعات", "Новости", "Bild Bernd Öz"])
    func creditsOfPicturesAndSingleWordsAreNoNames(text: String) {
        #expect(reading(text) { PersonName.clean($0) } == nil)
    }
}
