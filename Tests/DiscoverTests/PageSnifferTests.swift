import Testing

@testable import Discover

@Suite struct PageSnifferTests {
    @Test(arguments: [
        ("", PageForm.empty), ("\u{FEFF} \n", .empty), ("{\"a\":1}", .json), (" [1]", .json), ("words", .text),
        ("<rss version='2.0'>", .markup(root: "rss")), ("<rdf:RDF xmlns:rdf='x'>", .markup(root: "rdf")),
        ("<?xml version='1.0'?>\n<!-- <html> --><?style x?><FEED>", .markup(root: "feed")),
        ("<!DOCTYPE rss [<!ENTITY a '<b>'>]><rss>", .markup(root: "rss")),
        ("<!DOCTYPE html><x>", .markup(root: "html")),
        ("<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><rss>", .markup(root: "rss")),
        ("Warning: x <?xml version='1.0'?><urlset>", .markup(root: "urlset")),
        ("oops <html><body>", .markup(root: "html")),
        ("<!-- never closed", .text), ("<", .markup(root: "")), ("\u{0}\u{1}\u{2}", .empty),
    ])
    func theFirstElementNamesThePage(_ text: String, _ form: PageForm) {
        let found = PageSniffer.form(of: Array(text.utf8))
        #expect(found == form || (form == .markup(root: "") && found == .text))
    }

    @Test func onlyTheHeadIsLookedAt() {
        let body = Array(("<!--" + String(repeating: "x", count: 1 << 20) + "--><rss>").utf8)
        #expect(PageSniffer.form(of: body) == .text)
    }

    @Test func randomBytesAreJudged() {
        var generator = SeededGenerator(for: "randomBytesAreJudged")
        for _ in 0..<500 {
            let form = PageSniffer.form(of: generator.bytes(upTo: 60))
            #expect(!form.isFeed && !form.isSitemap)
        }
    }

    @Test(arguments: [
        ("SGFyYm91cg==", "Harbour"), (" SGFy\nYm91 cg ", "Harbour"), ("5Lit", "中"), ("-_8=", nil), ("test", nil),
        ("a", nil),
        ("", nil), ("SGFy=Ym91cg", nil), ("not base64!", nil),
    ])
    func base64IsReadWhereItIsText(_ encoded: String, _ text: String?) {
        #expect(Base64.text(encoded) == text)
    }

    @Test(arguments: [
        ("  a \u{A0}\n b\u{3000}", "a b"), ("\u{200B}\u{FEFF}", nil), ("", nil), ("江 河", "江 河"),
    ])
    func whiteSpaceCollapses(_ text: String, _ expected: String?) {
        #expect(text.collapsed == expected)
    }
}
