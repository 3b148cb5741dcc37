import Testing

@testable import Decode

@Suite struct DeclarationTests {
    @Test(arguments: [
        "text/html; charset=koi8-r", "text/html;charset=\"koi8-r\"", "text/html; Charset = KOI8-R ; a=b",
        "a;charset='koi8-r'",
        "text/html; boundary=x; charset=koi8-r",
    ])
    func aHeaderNamesItsCharset(contentType: String) {
        #expect(ContentTypeCharset.find(contentType)?.name == "koi8-r")
    }

    @Test(arguments: [
        "", "charset=koi8-r", "text/html; charset", "text/html; charset=", "text/html; xcharset=koi8-r", ";;=",
    ])
    func aHeaderWithoutCharsetNamesNone(contentType: String) {
        #expect(ContentTypeCharset.find(contentType) == nil)
    }

    @Test(
        arguments: [
            ("<?xml version=\"1.0\" encoding=\"koi8-r\"?>", "koi8-r"), ("\n<?xml encoding = 'gb2312' ?>", "gb18030"),
            ("<?xml version='1.0' encoding='utf-16'?>", "utf-8"), ("<?xml version='1.0'?>", nil),
            ("<?xml encoding=koi8-r?>", nil),
            ("<rss encoding='koi8-r'>", nil), ("<?xml encoding='koi8-r'", nil), ("<?xml encoding", nil),
        ] as [(String, String?)])
    func anXMLDeclarationNamesItsCharset(xml: String, name: String?) {
        #expect(XMLDeclaration.charset(of: Array(xml.utf8))?.name == name)
    }

    @Test func anXMLDeclarationInSixteenBitsShowsItsOrder() {
        let units = Array("<?xml version='1.0'?>".utf8)
        #expect(XMLDeclaration.charset(of: units.flatMap { [0, $0] }) == .utf16BE)
        #expect(XMLDeclaration.charset(of: units.flatMap { [$0, 0] }) == .utf16LE)
    }

    @Test(
        arguments: [
            ("text/html", "", "html"), ("application/rss+xml; charset=utf-8", "", "xml"), ("text/xml", "", "xml"),
            ("text/plain", "", "text"), ("application/json", "", "text"),
            (nil, "\u{FEFF} <?xml version='1.0'?>", "xml"),
            (nil, "<p>", "html"), (nil, "a < b\nc", "text"), (nil, "", "html"), (nil, "<\0!\0-\0", "html"),
            ("application/octet-stream", "<?xml?>", "xml"),
            ("application/xhtml+xml", "<?xml?>", "html"),
        ] as [(String?, String, String)])
    func theKindFollowsTheContentType(contentType: String?, start: String, kind: String) {
        #expect("\(PageKind(contentType: contentType, bytes: Array(start.utf8)))" == kind)
    }
}
