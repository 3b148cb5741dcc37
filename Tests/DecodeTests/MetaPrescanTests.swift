import Testing

@testable import Decode

@Suite struct MetaPrescanTests {
    private func found(_ html: String) -> String? { MetaPrescan.charset(of: Array(html.utf8))?.name }

    @Test(arguments: [
        "<meta charset=koi8-r>", "<META CHARSET='KOI8-R'>", "<meta\ncharset = \" koi8-r \" >", "<meta/charset=koi8-r>",
        "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>",
        "<meta content=\"charset = 'koi8-r'\" http-equiv=content-type>", "<meta name=a content=b charset=koi8-r>",
        "<!-- <meta charset=utf-8> --><meta charset=koi8-r>", "<!--><meta charset=koi8-r>",
        "<meta charset=nobody-knows><meta charset=koi8-r>", "<a href='<meta charset=utf-8>'><meta charset=koi8-r>",
        "<?php <meta charset=utf-8 ?><meta charset=koi8-r>", "</title x='>'><meta charset=koi8-r>",
        "< meta charset=utf-8><meta charset=koi8-r>", "<meta charset=koi8-r charset=utf-8>",
        "<meta http-equiv=content-type content='charset charset=koi8-r'>",
    ])
    func aDeclarationIsFound(html: String) {
        #expect(found(html) == "koi8-r", "\(html)")
    }

    @Test(arguments: [
        "", "<meta", "<meta charset=koi8-r", "<meta charset='koi8-r>", "<metacharset=koi8-r>",
        "<meta content='charset=koi8-r'>",
        "<meta http-equiv=refresh content='charset=koi8-r'>", "<!-- <meta charset=koi8-r>",
        "<meta data-charset=koi8-r>",
        "<meta http-equiv=content-type content='text/html; charset=\"koi8-r'>", "<p title='<meta charset=koi8-r>",
        "charset=koi8-r", "<meta http-equiv=content-type content=charset>",
    ])
    func whatIsNoDeclarationIsPassedOver(html: String) {
        #expect(found(html) == nil, "\(html)")
    }

    @Test func sixteenBitsCannotBeDeclaredInASCII() {
        #expect(found("<meta charset=utf-16>") == "utf-8")
        #expect(found("<meta charset=utf-16be>") == "utf-8")
        #expect(found("<meta charset=x-user-defined>") == "windows-1252")
    }

    @Test func aLongHeadIsReadToItsEnd() {
        let filler = "<script>" + String(repeating: "x", count: 20_000) + "</script>"
        #expect(found("<head>\(filler)<meta charset=koi8-r></head>") == "koi8-r")
        #expect(found("<head>\(filler)</head><body><meta charset=koi8-r>") == nil)
        #expect(found("<head></head><body><meta charset=koi8-r>") == "koi8-r")
    }

    @Test func hostileMarkupEndsSoon() {
        for piece in ["<", "<!--", "<meta ", "<a ", "<a b=", "<meta charset='", "--", "</", "<meta content=charset "] {
            #expect(found(String(repeating: piece, count: 100_000)) == nil)
        }
    }
}
