import Testing

@testable import Decode

@Suite struct GB18030DecoderTests {
    private func text(_ bytes: [UInt8]) -> String { Charset.gb18030.text(bytes) }

    @Test func twoBytesAreACharacter() {
        #expect(text([0xD6, 0xD0, 0xB9, 0xFA]) == "中国")
        #expect(text([0x81, 0x40]) == "丂")
        #expect(text([0x3C, 0xB1, 0xA8, 0x3E]) == "<报>")
    }

    @Test func fourBytesAreACharacter() {
        #expect(text([0x81, 0x30, 0x81, 0x30]) == "\u{80}")
        #expect(text([0x81, 0x30, 0x84, 0x36]) == "\u{A5}")
        #expect(text([0x90, 0x30, 0x81, 0x30]) == "\u{10000}")
        #expect(text([0x94, 0x39, 0xDA, 0x33]) == "💩")
        #expect(text([0xE3, 0x32, 0x9A, 0x35]) == "\u{10FFFF}")
        #expect(text([0x84, 0x31, 0xA4, 0x39]) == "\u{FFFF}")
    }

    @Test func theEditionsDifferAsTheStandardHasIt() {
        #expect(text([0xA8, 0xBC]) == "\u{1E3F}")
        #expect(text([0x81, 0x35, 0xF4, 0x37]) == "\u{E7C7}")
        #expect(text([0xA3, 0xA0]) == "\u{3000}")
        #expect(text([0xA6, 0xD9]) == "\u{FE10}")
        #expect(text([0x84, 0x31, 0x82, 0x36]) == "\u{FE10}")
        #expect(text([0xFE, 0x59]) == "\u{9FB4}")
        #expect(text([0xFE, 0x51]) == "\u{E816}")
        #expect(text([0xFE, 0x91]) == "\u{E855}")
    }

    @Test func theEuroOfGBKIsOneByte() {
        #expect(text([0x80, 0x31]) == "€1")
    }

    @Test func aBrokenPairGivesItsASCIIBack() {
        #expect(text([0xD6, 0x3C, 0x70]) == "\u{FFFD}<p")
        #expect(text([0xD6, 0x7F]) == "\u{FFFD}\u{7F}")
        #expect(text([0xFF, 0x41]) == "\u{FFFD}A")
        #expect(text([0xD6, 0xFF, 0x41]) == "\u{FFFD}A")
    }

    @Test func aBrokenFourGivesAllButItsFirstByteBack() {
        #expect(text([0x81, 0x30, 0x41]) == "\u{FFFD}0A")
        #expect(text([0x81, 0x30, 0xFF, 0x41]) == "\u{FFFD}0\u{FFFD}A")
        #expect(text([0x81, 0x30, 0xD6, 0xD0]) == "\u{FFFD}0中")
        #expect(text([0x81, 0x30, 0x81, 0x3C]) == "\u{FFFD}0\u{FFFD}<")
    }

    @Test func fourBytesWithoutACharacterAreOneReplacement() {
        #expect(text([0x84, 0x31, 0xA5, 0x30, 0x41]) == "\u{FFFD}A")
        #expect(text([0xE3, 0x32, 0x9A, 0x36, 0x41]) == "\u{FFFD}A")
        #expect(text([0xFE, 0x39, 0xFE, 0x39]) == "\u{FFFD}")
    }

    @Test(arguments: [[0xD6], [0x81, 0x30], [0x81, 0x30, 0x81]] as [[UInt8]])
    func aTornEndIsOneReplacement(bytes: [UInt8]) {
        let decoded = Charset.gb18030.decode([0x41] + bytes)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "A\u{FFFD}")
        #expect(decoded.replacements == 1)
    }

    /// Two bytes and four bytes together have each character of the basic plane, and only a few twice.
    @Test func everyCharacterOfTheBasicPlaneHasACode() {
        var seen = [Int](repeating: 0, count: 0x10000)
        for lead in UInt8(0x81)...0xFE {
            for trail in UInt8(0x40)...0xFE where trail != 0x7F {
                seen[Int(GB18030Table.twoByte[DecodingTables.index(lead, trail)].basicPlaneScalar)] += 1
            }
        }
        #expect(seen.reduce(0, +) == 23_940)
        for pointer in 0..<39_420 { seen[Int(GB18030Table.fourByte(pointer: pointer).basicPlaneScalar)] += 1 }
        for scalar in 0x80...0xFFFF where !(0xD800...0xDFFF).contains(scalar) {
            let isSecondSpaceOrItsLoss = scalar == 0x3000 || (0xE000...0xE864).contains(scalar)
            let isDouble = (0xFE10...0xFE19).contains(scalar) || (0x9FB4...0x9FBB).contains(scalar)
            #expect(seen[scalar] == (isDouble ? 2 : 1) || isSecondSpaceOrItsLoss, "\(String(scalar, radix: 16))")
        }
    }
}
