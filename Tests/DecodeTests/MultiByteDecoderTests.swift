import Testing

@testable import Decode

@Suite struct MultiByteDecoderTests {
    @Test func big5HasItsCharacters() {
        #expect(Charset.big5.text([0xA4, 0xA4, 0xA4, 0xE5]) == "中文")
        #expect(Charset.big5.text([0xA1, 0x45]) == "‧")
        #expect(Charset.big5.text([0xA3, 0xE1]) == "€")
        #expect(Charset.big5.text([0x87, 0x40]) == "䏰")
        #expect(Charset.big5.text([0x88, 0x6B]) == "ɑ")
        #expect(Charset.big5.text([0xA3, 0xC0, 0xA3, 0xE0]) == "␀␡")
    }

    @Test func big5HasLettersWithTwoCodePoints() {
        #expect(Array(Charset.big5.text([0x88, 0x62]).unicodeScalars) == ["\u{CA}", "\u{304}"])
        #expect(Array(Charset.big5.text([0x88, 0xA5, 0x41]).unicodeScalars) == ["\u{EA}", "\u{30C}", "A"])
    }

    @Test func big5HasTheSecondPlacesOfItsCharacters() {
        #expect(Charset.big5.text([0x8E, 0x69]) == "箸")
        #expect(Charset.big5.text([0xFA, 0x5F]) == "倩")
        #expect(Charset.big5.text([0xC6, 0xDE]) == "〃")
    }

    @Test func shiftJISHasItsCharacters() {
        #expect(Charset.shiftJIS.text([0x93, 0x8C, 0x8B, 0x9E]) == "東京")
        #expect(Charset.shiftJIS.text([0xB6, 0xC5]) == "ｶﾅ")
        #expect(Charset.shiftJIS.text([0x81, 0x60]) == "～")
        #expect(Charset.shiftJIS.text([0x5C, 0x7E]) == "\\~")
        #expect(Charset.shiftJIS.text([0xF0, 0x40]) == "\u{E000}")
        #expect(Charset.shiftJIS.text([0x80]) == "\u{80}")
    }

    @Test func eucJPHasItsCharacters() {
        #expect(Charset.eucJP.text([0xC5, 0xEC, 0xB5, 0xFE]) == "東京")
        #expect(Charset.eucJP.text([0x8E, 0xB6]) == "ｶ")
        #expect(Charset.eucJP.text([0x8F, 0xB0, 0xA1]) == "丂")
    }

    @Test func eucKRHasTheSyllablesOfWindowsToo() {
        #expect(Charset.eucKR.text([0xBC, 0xAD, 0xBF, 0xEF]) == "서울")
        #expect(Charset.eucKR.text([0x81, 0x41]) == "갂")
    }

    @Test(arguments: ["big5", "shift_jis", "euc-jp", "euc-kr"])
    func aBrokenPairGivesItsASCIIBack(name: String) {
        #expect(charset(name).text([0xE0, 0x3C, 0x70]) == "\u{FFFD}<p")
        #expect(charset(name).text([0xFF, 0x41]) == "\u{FFFD}A")
        #expect(charset(name).text([0x41, 0xE0]) == "A\u{FFFD}")
    }

    @Test func aBrokenPairBeyondASCIIIsOneReplacement() {
        #expect(Charset.big5.text([0x81, 0xFE, 0x41]) == "\u{FFFD}A")
        #expect(Charset.eucKR.text([0xC9, 0xA1, 0x41]) == "\u{FFFD}A")
        #expect(Charset.shiftJIS.text([0x81, 0xFF, 0x41]) == "\u{FFFD}A")
        #expect(Charset.eucJP.text([0xA9, 0xA1, 0x41]) == "\u{FFFD}A")
        #expect(Charset.eucJP.text([0x8F, 0xA1, 0xA1, 0x41]) == "\u{FFFD}A")
        #expect(Charset.eucJP.text([0x8E, 0xE0, 0x41]) == "\u{FFFD}A")
    }

    @Test func aTornSupplementaryCharacterIsOneReplacement() {
        #expect(Charset.eucJP.text([0x8F, 0xB0]) == "\u{FFFD}")
        #expect(Charset.eucJP.text([0x8F, 0xB0, 0x3C]) == "\u{FFFD}<")
    }

    @Test(arguments: [0xA0, 0xFD, 0xFE, 0xFF] as [UInt8])
    func shiftJISHasNoSuchBytes(byte: UInt8) {
        #expect(Charset.shiftJIS.text([byte, 0x41]) == "\u{FFFD}A")
    }

    @Test func japaneseEscapesChooseTheSet() {
        let text = charset("iso-2022-jp").text(Array("\u{1B}$BEl5~\u{1B}(J\\~\u{1B}(I6E\u{1B}(BA\\".utf8))
        #expect(text == "東京¥‾ｶﾅA\\")
    }

    @Test func twoEscapesWithNothingBetweenAreAnError() {
        #expect(charset("iso-2022-jp").text(Array("\u{1B}$B\u{1B}(BA".utf8)) == "\u{FFFD}A")
    }

    @Test func aBrokenEscapeIsReadAgain() {
        #expect(charset("iso-2022-jp").text(Array("\u{1B}(XA".utf8)) == "\u{FFFD}(XA")
        #expect(charset("iso-2022-jp").text(Array("A\u{1B}".utf8)) == "A\u{FFFD}")
        #expect(charset("iso-2022-jp").text(Array("\u{1B}$BE".utf8)) == "\u{FFFD}")
        #expect(charset("iso-2022-jp").text(Array("\u{1B}$BE\u{1B}(BA".utf8)) == "\u{FFFD}A")
        #expect(charset("iso-2022-jp").text([0x0E, 0xC1]) == "\u{FFFD}\u{FFFD}")
    }
}
