import HTML
import Testing

@Suite struct TextTests {
    @Test func anEmptyInputHasNoTokens() {
        #expect(tokens("") == "[]")
    }

    @Test func plainTextIsOneToken() {
        #expect(tokens("one two") == #"[["Character","one two"]]"#)
    }

    @Test func aLoneAngleBracketIsText() {
        #expect(tokens("<") == #"[["Character","<"]]"#)
        #expect(tokens("a < b") == #"[["Character","a < b"]]"#)
        #expect(tokens("1<2<3") == #"[["Character","1<2<3"]]"#)
    }

    @Test func anEndTagWithoutANameAtTheEndIsText() {
        #expect(tokens("x</") == #"[["Character","x</"]]"#)
    }

    @Test func anEmptyEndTagIsNothing() {
        #expect(tokens("a</>b") == #"[["Character","ab"]]"#)
        #expect(tokens("</>") == "[]")
    }

    @Test func anEndTagThatBeginsWithADigitIsAComment() {
        #expect(tokens("</3x>y") == #"[["Comment","3x"],["Character","y"]]"#)
    }

    @Test func aQuestionMarkBeginsAComment() {
        #expect(tokens("<?xml version='1.0'?>a") == #"[["Comment","?xml version='1.0'?"],["Character","a"]]"#)
    }

    @Test func nullStaysInDataForTheTreeToJudge() {
        #expect(tokens("a\0b") == #"[["Character","a\u0000b"]]"#)
    }

    @Test func lineEndsBecomeLineFeeds() {
        #expect(tokens("a\r\nb\rc\nd\r") == #"[["Character","a\nb\nc\nd\n"]]"#)
        #expect(tokens("\r\r\n\n") == #"[["Character","\n\n\n"]]"#)
    }

    @Test func lineEndsAreReplacedInsideTagsToo() {
        #expect(tokens("<a\r\nb='1\r\n2'>") == #"[["StartTag","a",{"b":"1\n2"}]]"#)
    }

    @Test func charactersOutsideASCIIStay() {
        #expect(tokens("北京—news") == #"[["Character","北京—news"]]"#)
    }

    @Test(arguments: [15, 16, 17, 31, 32, 33, 63, 64, 65])
    func aTagIsFoundAtEveryDistance(length: Int) {
        let text = String(repeating: "x", count: length)
        #expect(tokens(text + "<b>") == #"[["Character","\#(text)"],["StartTag","b",{}]]"#)
        #expect(tokens(text + "&lt;") == #"[["Character","\#(text)<"]]"#)
    }

    @Test func rcdataKnowsReferencesButNoTags() {
        #expect(tokens("a&amp;<b></b>", "RCDATA state") == #"[["Character","a&<b></b>"]]"#)
    }

    @Test func rcdataEndsWithItsOwnEndTagOnly() {
        #expect(
            tokens("x</titles></title >y", "RCDATA state", last: "title")
                == #"[["Character","x</titles>"],["EndTag","title"],["Character","y"]]"#)
    }

    @Test func rawTextEndsInEitherCase() {
        #expect(
            tokens("<i>&amp;</XMP>&amp;", "RAWTEXT state", last: "xmp")
                == #"[["Character","<i>&amp;"],["EndTag","xmp"],["Character","&"]]"#)
    }

    @Test func rawTextWithoutAStartTagNeverEnds() {
        #expect(tokens("x</xmp>", "RAWTEXT state") == #"[["Character","x</xmp>"]]"#)
    }

    @Test func anEndTagOfRawTextMayBeCutOff() {
        #expect(tokens("x</xmp", "RAWTEXT state", last: "xmp") == #"[["Character","x</xmp"]]"#)
        #expect(tokens("x</xmp ", "RAWTEXT state", last: "xmp") == #"[["Character","x"]]"#)
    }

    @Test func nullIsReplacedInRawText() {
        for state in ["RCDATA state", "RAWTEXT state", "PLAINTEXT state", "Script data state"] {
            #expect(tokens("a\0b", state) == #"[["Character","a�b"]]"#)
        }
    }

    @Test func plaintextNeverEnds() {
        #expect(
            tokens("a</plaintext>&lt;", "PLAINTEXT state", last: "plaintext")
                == #"[["Character","a</plaintext>&lt;"]]"#)
    }

    @Test func anUnknownStateIsRefused() {
        #expect(TokenFormat.write([], initialState: "Comment state") == nil)
    }
}
