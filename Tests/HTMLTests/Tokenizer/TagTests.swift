import HTML
import Testing

@Suite struct TagTests {
    @Test func namesBecomeSmallLetters() {
        #expect(tokens("<DIV></Div>") == #"[["StartTag","div",{}],["EndTag","div"]]"#)
    }

    @Test func aNameHoldsAnythingButSpaceSlashAndAngle() {
        #expect(tokens("<a-b_c:d\"é>") == #"[["StartTag","a-b_c:d\"é",{}]]"#)
    }

    @Test func nullInANameIsReplaced() {
        #expect(tokens("<a\0B>") == #"[["StartTag","a�b",{}]]"#)
    }

    @Test func selfClosingIsSaid() {
        #expect(tokens("<br/>") == #"[["StartTag","br",{},true]]"#)
        #expect(tokens("<br />") == #"[["StartTag","br",{},true]]"#)
        #expect(tokens("<br / >") == #"[["StartTag","br",{}]]"#)
    }

    @Test func aTagCutOffByTheEndIsNoTag() {
        for text in ["<a", "<a ", "<a b", "<a b=", "<a b='c", "<a b=c", "<a /", "</a", "<a b='&amp;", "<a b=\0"] {
            #expect(tokens(text) == "[]", "\(text)")
        }
    }

    @Test func attributesOfAnEndTagAreDropped() {
        #expect(tokens("</a b=c>") == #"[["EndTag","a"]]"#)
    }

    @Test func attributesMayBeQuotedEitherWayOrNot() {
        #expect(tokens("<a b=1 c='2' d=\"3\" e>") == #"[["StartTag","a",{"b":"1","c":"2","d":"3","e":""}]]"#)
    }

    @Test func spaceMayStandAroundTheEqualsSign() {
        #expect(tokens("<a b = 1\tc\n=\u{0C}'2'>") == #"[["StartTag","a",{"b":"1","c":"2"}]]"#)
    }

    @Test func theFirstOfTwoAlikeAttributesCounts() {
        #expect(tokens("<a b=1 B=2 b=3>") == #"[["StartTag","a",{"b":"1"}]]"#)
    }

    @Test func theSameAttributeCountsOnTheNextTagAgain() {
        #expect(tokens("<a b=1><a b=2>") == #"[["StartTag","a",{"b":"1"}],["StartTag","a",{"b":"2"}]]"#)
    }

    @Test func attributesNeedNoSpaceBetween() {
        #expect(tokens("<a b='1'c='2'/d>") == #"[["StartTag","a",{"b":"1","c":"2","d":""}]]"#)
    }

    @Test func anEqualsSignMayBeginAName() {
        #expect(tokens("<a =b=c>") == #"[["StartTag","a",{"=b":"c"}]]"#)
    }

    @Test func quotesAndAnglesMayStandInANameOrValue() {
        #expect(tokens("<a b'<\"c>") == #"[["StartTag","a",{"b'<\"c":""}]]"#)
        #expect(tokens("<a b=x'y\"z`<=>") == #"[["StartTag","a",{"b":"x'y\"z`<="}]]"#)
    }

    @Test func anUnquotedValueMayHoldSlashes() {
        #expect(tokens("<a href=/x/y/>") == #"[["StartTag","a",{"href":"/x/y/"}]]"#)
    }

    @Test func aMissingValueIsEmpty() {
        #expect(tokens("<a b=>") == #"[["StartTag","a",{"b":""}]]"#)
    }

    @Test func nullInAnAttributeIsReplaced() {
        #expect(tokens("<a b\0=c\0 d='e\0' f>") == #"[["StartTag","a",{"b�":"c�","d":"e�","f":""}]]"#)
    }

    @Test func aTagMayGoOnOverAngleBracketsInQuotes() {
        #expect(tokens("<a b='>' c=\"<i>\">x") == #"[["StartTag","a",{"b":">","c":"<i>"}],["Character","x"]]"#)
    }

    @Test func longNamesAreToldApart() {
        let name = String(repeating: "n", count: 40)
        #expect(
            tokens("<\(name)a \(name)a=1 \(name)b=2 \(name)a=3>")
                == #"[["StartTag","\#(name)a",{"\#(name)a":"1","\#(name)b":"2"}]]"#)
    }

    @Test func namesThatDifferInTheMiddleAreToldApart() {
        let one = "aaaaaaaa-1-bbbbbbbb"
        let other = "aaaaaaaa-2-bbbbbbbb"
        #expect(tokens("<a \(one) \(other)>") == #"[["StartTag","a",{"\#(one)":"","\#(other)":""}]]"#)
    }
}
