import HTML
import Model
import Testing

@testable import Extract

/// A page ready for the stages, for as long as the body runs.
func withPage<Result>(_ html: String, url: String? = nil, _ body: (Page) throws -> Result) throws -> Result {
    let document = Document.parse(Array(html.utf8))
    var scan = PageScanner.scan(document)
    let text = scan.text
    let address = try url.map { try WebURL($0) }
    return try text.withUnsafeBufferPointer { text in
        let weights = ProseWeights(Page(document: document, scan: scan, text: text, url: address))
        FlagInheritance.apply(to: &scan, weights)
        return try body(Page(document: document, scan: scan, text: text, url: address))
    }
}

@Suite struct MetaTagsTests {
    @Test func namesAndPropertiesAreReadInAnyCase() throws {
        try withPage(
            #"<meta name="Author" content=" Ann "><meta property="OG:Title" content="t"><meta itemprop="x" content="y">"#
        ) { page in
            let meta = MetaTags(page)
            #expect(meta.first("author")?.string == "Ann")
            #expect(meta.first("og:title")?.string == "t")
            #expect(meta.first("x")?.string == "y")
        }
    }

    @Test func emptyValuesAreNone() throws {
        try withPage(#"<meta name="author" content=" "><meta name="author"><meta name="author" content="Bo">"#) {
            page in
            #expect(MetaTags(page).first("author")?.string == "Bo")
        }
    }

    @Test func repeatedNamesAreAllKept() throws {
        try withPage(#"<meta name="article:tag" content="a"><meta name="article:tag" content="b">"#) { page in
            #expect(MetaTags(page).all("article:tag").map(\.string) == ["a", "b"])
        }
    }
}

@Suite struct LinkedDataTests {
    private func linked<Result>(_ json: String..., body: (LinkedData) throws -> Result) throws -> Result {
        let scripts = json.map { "<script type=\"application/ld+json\">\($0)</script>" }.joined()
        return try withPage("<head>\(scripts)</head>") { try body(LinkedData($0)) }
    }

    @Test func theArticleIsFoundInAGraph() throws {
        try linked(#"{"@graph":[{"@type":"WebSite","name":"s"},{"@type":"NewsArticle","headline":"h"}]}"#) { linked in
            #expect(linked.article?["headline"]?.text == "h")
        }
    }

    @Test func theArticleIsFoundInAnArrayAndAmongTypes() throws {
        try linked(#"[{"@type":"Person","name":"p"},{"@type":["Thing","BlogPosting"],"headline":"h"}]"#) { linked in
            #expect(linked.article?["headline"]?.text == "h")
        }
    }

    @Test func theArticleIsFoundInASecondScript() throws {
        try linked(#"{"@type":"Organization"}"#, #"{"@type":"Report","headline":"h"}"#) { linked in
            #expect(linked.article?["headline"]?.text == "h")
        }
    }

    @Test func aPageIsOnlyTheLastResort() throws {
        try linked(#"{"@type":"WebPage","name":"w"}"#) { #expect($0.article?["name"]?.text == "w") }
        try linked(#"{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"h"}}"#) {
            #expect($0.article?["headline"]?.text == "h")
        }
    }

    @Test func namesAreTextsObjectsAndReferences() throws {
        try linked(
            ##"{"@graph":[{"@type":"Person","@id":"#a","name":"Ann Lee"},{"@type":"Article","author":["Bo Ek",{"name":"Cy Twill"},{"@id":"#a"},{"@id":"#z"}]}]}"##
        ) { linked in
            #expect(linked.names(linked.article?["author"]) == ["Bo Ek", "Cy Twill", "Ann Lee"])
        }
    }

    @Test func picturesAreTextsObjectsAndArrays() throws {
        for json in [#""/a.jpg""#, #"{"url":"/a.jpg"}"#, #"["/a.jpg","/b.jpg"]"#, #"[{"contentUrl":"/a.jpg"}]"#] {
            try linked(#"{"@type":"Article","image":\#(json)}"#) {
                #expect($0.address($0.article?["image"]) == "/a.jpg")
            }
        }
    }

    @Test func brokenScriptsSpoilNothing() throws {
        try linked("{{{", "", #"{"@type":"Article","headline":"h""#) { #expect($0.article?["headline"]?.text == "h") }
    }

    @Test func aPageWithoutAnyHasNone() throws {
        try linked { #expect($0.article == nil && $0.nodes.isEmpty) }
    }
}

@Suite struct CandidatesTests {
    @Test func theBestComesFirstAndEqualsKeepTheirOrder() {
        var found = Candidates<String>()
        found.offer("b", "rule", 0.5)
        found.offer(nil, "nothing", 1)
        found.offer("a", "rule", 0.9)
        found.offer("c", "rule", 0.5)
        #expect(found.all.map(\.value) == ["a", "b", "c"])
        #expect(found.best?.value == "a")
    }

    @Test func theExplanationIsBounded() {
        var found = Candidates<Int>()
        for number in 0..<100 { found.offer(number, "rule", 0.5) }
        #expect(found.explanation("f") { String($0) }?.candidates.count == 24)
        #expect(Candidates<Int>().explanation("f") { String($0) } == nil)
    }
}

@Suite struct AddressesTests {
    @Test(arguments: [
        ("/a", "https://news.example/a"), ("b.html", "https://news.example/x/b.html"),
        ("//cdn.example/a", "https://cdn.example/a"),
        ("https://other.example/", "https://other.example/"), (" /a ", "https://news.example/a"),
    ])
    func addressesAreMadeWhole(value: String, expected: String) throws {
        try withPage("<p>x", url: "https://news.example/x/y") {
            #expect(Addresses($0).resolve(value)?.href == expected)
        }
    }

    @Test(arguments: [
        "", "#top", "javascript:void(0)", "data:image/png;base64,AA", "mailto:a@b.example", "http://[broken",
    ])
    func whatLeadsNowhereIsNone(value: String) throws {
        try withPage("<p>x", url: "https://news.example/x/y") { #expect(Addresses($0).resolve(value) == nil) }
    }

    @Test func aPageWithoutAddressResolvesOnlyWholeOnes() throws {
        try withPage("<p>x") { page in
            #expect(Addresses(page).resolve("/a") == nil)
            #expect(Addresses(page).resolve("https://a.example/")?.href == "https://a.example/")
        }
    }
}
