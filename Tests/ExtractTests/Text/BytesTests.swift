import Testing

@testable import Extract

@Suite struct BytesTests {
    @Test func anEmptyNeedleIsNowhere() {
        #expect(reading("abc") { $0.find("") } == nil)
    }

    @Test(arguments: [("abcabc", 0, 0), ("xxabc", 0, 2), ("abcabc", 1, 3)])
    func aNeedleIsFoundAtOrAfterTheStart(text: String, start: Int, position: Int) {
        #expect(reading(text) { $0.find("abc", from: start) } == position)
    }

    @Test func aNeedleLongerThanTheTextIsNowhere() {
        #expect(reading("ab") { $0.find("abc") } == nil)
        #expect(reading("ab") { $0.findFolded("abc") } == nil)
    }

    @Test func aStartBehindTheEndFindsNothing() {
        #expect(reading("abc") { $0.find("a", from: 9) } == nil)
    }

    @Test func capitalsAreFoldedInASCIIAlone() {
        #expect(reading("The Author") { $0.findFolded("author") } == 4)
        #expect(reading("ÉTÉ") { $0.containsFolded("é") } == false)
    }

    @Test func endsAndBeginningsAreCompared() {
        reading("记者甲乙") { text in
            #expect(text.starts(with: "记者"))
            #expect(text.ends(with: "乙"))
            #expect(!text.ends(with: "记者甲乙丙"))
            #expect(text.has("甲", at: 6))
        }
    }

    @Test func cutsNeverReachBeyondTheEnd() {
        reading("abc") { text in
            #expect(text.cut(from: 7).isEmpty)
            #expect(text.cut(to: 7).string == "abc")
        }
    }
}

@Suite struct ScalarsTests {
    @Test(arguments: ["a", "é", "汉", "😀"])
    func aCharacterHasItsValueAndLength(character: String) throws {
        let expected = try #require(character.unicodeScalars.first)
        let (value, length) = reading(character) { $0.scalar(at: 0) }
        #expect(value == expected.value)
        #expect(length == character.utf8.count)
    }

    @Test(arguments: [" ", "\n", "\u{A0}", "\u{2003}", "\u{200B}", "\u{3000}", "\u{FEFF}"])
    func everyKindOfSpaceIsTrimmed(space: String) {
        #expect(reading(space + "汉 a" + space) { $0.trimmed.string } == "汉 a")
    }

    @Test func aTextOfSpacesIsTrimmedToNothing() {
        #expect(reading(" \u{3000}\n") { $0.trimmed.isEmpty })
    }

    @Test func charactersAreCountedNotBytes() {
        #expect(reading("汉字a") { $0.characterCount } == 3)
    }
}

@Suite struct TextCleanerTests {
    @Test func runsOfSpaceBecomeOne() {
        #expect(TextCleaner.clean("  a \n\t b\u{A0}\u{3000}c ") == "a b c")
    }

    @Test func linesAreKeptWhereAskedFor() {
        #expect(reading("a  \n\n b") { TextCleaner.clean($0, keepingLines: true) } == "a\nb")
    }

    @Test(arguments: [("e\u{301}", "é"), ("か\u{3099}", "が"), ("\u{1112}\u{1161}\u{11AB}", "한"), ("\u{212B}", "Å")])
    func textIsInNormalFormC(decomposed: String, composed: String) {
        #expect(Array(TextCleaner.clean(decomposed).unicodeScalars) == Array(composed.unicodeScalars))
    }

    @Test func referencesEscapedTwiceAreResolved() {
        #expect(
            Entities.decode("Fish &amp; chips &#8211; &#x4e2d; &unknown; & co") == "Fish & chips – 中 &unknown; & co")
    }
}
