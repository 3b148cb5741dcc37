import HTML
import Testing

@Suite struct SectionTests {
    @Test func aSectionIsACommentInHTML() {
        #expect(tokens("<![CDATA[x]]>") == #"[["Comment","[CDATA[x]]"]]"#)
    }

    @Test func aSectionIsTextInForeignContent() {
        #expect(body("<svg><![CDATA[a<b>&amp;]]>") == "<svg svg>\n  \"a<b>&amp;\"")
    }

    @Test func aSectionEndsAtTheFirstMark() {
        #expect(body("<math><![CDATA[a]]b]]>c") == "<math math>\n  \"a]]bc\"")
    }

    @Test func extraBracketsBelongToTheText() {
        #expect(tokens("x]]]>y", "CDATA section state") == #"[["Character","x]y"]]"#)
    }

    @Test func anEmptySectionIsNothing() {
        #expect(body("<svg><![CDATA[]]>") == "<svg svg>")
        #expect(body("<svg><![CDATA[]]>x") == "<svg svg>\n  \"x\"")
    }

    @Test func aSectionWithoutEndReachesToTheEnd() {
        #expect(body("<svg><![CDATA[ab]]") == "<svg svg>\n  \"ab]]\"")
    }

    @Test func nullInASectionIsReplacedByTheTree() {
        #expect(tokens("a\0", "CDATA section state") == #"[["Character","a\u0000"]]"#)
        #expect(body("<svg><![CDATA[a\0b]]>") == "<svg svg>\n  \"a�b\"")
    }

    @Test func theNameOfASectionHasCapitals() {
        #expect(body("<svg><![cdata[x]]>") == "<svg svg>\n  <!-- [cdata[x]] -->")
    }
}
