import Testing

@testable import Decode

@Suite struct PageDecoderTests {
    private static let story = "市政府昨天宣布，新的地铁线路将于明年春天开通，预计每天运送三十万名乘客。"

    private func decode(_ bytes: [UInt8], _ contentType: String? = nil, _ kind: PageKind = .html) -> DecodedPage {
        PageDecoder.decode(bytes, contentType: contentType, kind: kind)
    }

    private func gb(_ text: String) -> [UInt8] { ReverseTable(.gb18030).encode(text) }

    @Test func aByteOrderMarkBeatsEverything() {
        let page = decode([0xEF, 0xBB, 0xBF] + Array("<meta charset=gbk>é".utf8), "text/html; charset=big5")
        #expect(page.text == "<meta charset=gbk>é")
        #expect(page.charset == .utf8)
        #expect(page.from == .byteOrderMark)
        #expect(decode([0xFF, 0xFE, 0x41, 0x00]).text == "A")
        #expect(decode([0xFE, 0xFF, 0x00, 0x41], nil, .text).charset == .utf16BE)
    }

    @Test func aHeaderBeatsAMeta() {
        let page = decode(gb("<meta charset=iso-8859-1>报"), "text/html; charset=gb2312")
        #expect(page.charset == .gb18030)
        #expect(page.from == .header)
        #expect(page.text.hasSuffix("报"))
    }

    @Test func aMetaBeatsAnXMLDeclaration() {
        let page = decode(Array("<?xml version='1.0' encoding='big5'?><meta charset=koi8-r>".utf8) + [0xCE])
        #expect(page.from == .meta)
        #expect(page.text.hasSuffix("н"))
    }

    @Test func aLabelNobodyKnowsCountsForNothing() {
        let page = decode(Array("<meta charset=koi8-r>".utf8) + [0xCE], "text/html; charset=klingon")
        #expect(page.from == .meta)
        #expect(page.text.hasSuffix("н"))
    }

    @Test func plainASCIIHasTheDefault() {
        #expect(decode(Array("<p>a".utf8)).charset == .windows1252)
        #expect(decode(Array("<p>a".utf8)).from == .default)
        #expect(decode(Array("<rss>".utf8), nil, .xml).charset == .utf8)
        #expect(decode([]).utf8 == [])
    }

    @Test func undeclaredUTF8IsFound() {
        let page = decode(Array("<p>\(Self.story)".utf8))
        #expect(page.charset == .utf8)
        #expect(page.from == .guess)
    }

    @Test func utf8ThatIsCalledGBKIsUTF8() {
        let page = decode(Array("<meta charset=gbk><p>\(Self.story)".utf8), "text/html; charset=gb2312")
        #expect(page.charset == .utf8)
        #expect(page.from == .guess)
        #expect(page.text.hasSuffix(Self.story))
        #expect(decode(Array("<p>L’été à Paris".utf8), "text/html; charset=iso-8859-1").charset == .utf8)
    }

    @Test func utf8ThatIsCalledGBKAndIsBrokenInPlacesIsUTF8() {
        var bytes = Array(String(repeating: Self.story, count: 10).utf8)
        bytes[100] = 0xFF
        let page = decode(bytes, "text/html; charset=gbk")
        #expect(page.charset == .utf8)
        #expect(page.replacements > 0 && page.replacements <= 3)
    }

    @Test func gbkThatIsCalledUTF8IsGBK() {
        let page = decode(gb("<meta charset=utf-8><p>\(Self.story)"), "text/html; charset=utf-8")
        #expect(page.charset == .gb18030)
        #expect(page.text.hasSuffix(Self.story))
        #expect(page.replacements == 0)
    }

    @Test func gbkBehindTheDefaultOfAServerIsGBK() {
        let page = decode(gb("<meta charset=gb2312><p>\(Self.story)"), "text/html; charset=iso-8859-1")
        #expect(page.charset == .gb18030)
        #expect(page.from == .meta)
        #expect(decode(gb("<p>\(Self.story)"), "text/html; charset=iso-8859-1").charset == .gb18030)
    }

    @Test func big5ThatIsCalledGBKIsBig5() {
        let story = "市政府昨天宣布，新的捷運線將於明年春天通車，預計每天運送三十萬名乘客，記者在現場報導。"
        let page = decode(ReverseTable(.big5).encode(story), "text/html; charset=gb2312")
        #expect(page.charset == .gb18030 || page.text == story)
        #expect(decode(ReverseTable(.big5).encode(story)).text == story)
    }

    @Test func aFewBrokenBytesDoNotOverruleADeclaration() {
        let page = decode(
            Array("<p>Nouvelles du jour".utf8) + [0xFF, 0x20, 0xE9] + Array(" café".utf8), "text/html; charset=utf-8")
        #expect(page.charset == .utf8)
        #expect(page.replacements == 2)
    }

    @Test func aTornLastCharacterLeavesUTF8AsItIs() {
        let page = decode(Array("<p>\(Self.story)".utf8.dropLast()))
        #expect(page.charset == .utf8)
        #expect(page.replacements == 1)
    }

    @Test func binaryRubbishIsDecodedSomehow() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(state: seed)
        for length in [1, 2, 10, 1000, 40_000] {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let page = decode(bytes, "text/html; charset=gbk")
            #expect(String(validating: page.utf8, as: UTF8.self) != nil, "seed \(seed)")
        }
    }
}
