import HTML
import Testing

@Suite struct TreeFormatTests {
    @Test func everyLineHasItsBar() {
        let document = Document.parse(Array("<!DOCTYPE html><p b=2 a=1>x<!--y-->".utf8))
        #expect(
            TreeFormat.write(document) == """
                | <!DOCTYPE html>
                | <html>
                |   <head>
                |   <body>
                |     <p>
                |       a="1"
                |       b="2"
                |       "x"
                |       <!-- y -->

                """)
    }

    @Test func attributesAreSortedByTheirCodeUnits() {
        #expect(body("<p é=1 z=2 a=3 Ab=4>") == "<p>\n  a=\"3\"\n  ab=\"4\"\n  z=\"2\"\n  é=\"1\"")
    }

    @Test func aNamelessDoctypeIsEmpty() {
        #expect(tree("<!DOCTYPE>").hasPrefix("<!DOCTYPE >\n"))
    }

    @Test func contextsAreReadAsTheyAreWritten() {
        #expect(FragmentContext("div") == FragmentContext(namespace: .html, name: "div"))
        #expect(FragmentContext("svg path") == FragmentContext(namespace: .svg, name: "path"))
        #expect(FragmentContext("math mi") == FragmentContext(namespace: .mathml, name: "mi"))
        #expect(FragmentContext("svg") == FragmentContext(namespace: .html, name: "svg"))
    }
}

@Suite struct TokenFormatTests {
    @Test func everyKindOfTokenIsWritten() {
        #expect(
            tokens("<!DOCTYPE a><b c=d>e</b><!--f--><g/>")
                == #"[["DOCTYPE","a",null,null,true],["StartTag","b",{"c":"d"}],["Character","e"],["EndTag","b"],"#
                + #"["Comment","f"],["StartTag","g",{},true]]"#)
    }

    @Test func adjacentCharactersAreJoined() {
        #expect(tokens("a</>b&amp;c\0d") == #"[["Character","ab&c\u0000d"]]"#)
    }
}

@Suite struct TokenCountTests {
    @Test(arguments: [
        ("", 1), ("<p>x</p>", 4), ("<script>if (a<b) {}</script><p>x", 6), ("<title>a<b></title><i>", 5),
        ("<style>p{}</style>y", 5),
    ])
    func scriptsAndTitlesAreReadAsTheTreeWouldHaveThem(text: String, count: Int) {
        #expect(TokenFormat.count(Array(text.utf8)) == count)
    }
}
