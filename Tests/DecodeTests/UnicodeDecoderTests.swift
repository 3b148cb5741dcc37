import Testing

@testable import Decode

@Suite struct UnicodeDecoderTests {
    @Test func validUTF8IsGivenBackAsItIs() {
        let bytes = Array("Zeitung — 新闻 😀 \u{10FFFF}\u{80}\u{7FF}\u{800}\u{FFFF}".utf8)
        let decoded = Charset.utf8.decode(bytes)
        #expect(decoded.utf8 == bytes)
        #expect(decoded.replacements == 0)
    }

    @Test(
        arguments: [
            ([0x80], 1), ([0xC0, 0x80], 2), ([0xC1, 0xBF], 2), ([0xC3], 1), ([0xE0, 0x80, 0x80], 3), ([0xE2, 0x82], 1),
            ([0xE2, 0x82, 0x41], 1), ([0xED, 0xA0, 0x80], 3), ([0xF0, 0x80, 0x80, 0x80], 4), ([0xF0, 0x9F, 0x98], 1),
            ([0xF0, 0x9F, 0x41], 1), ([0xF4, 0x90, 0x80, 0x80], 4), ([0xF5, 0x80], 2), ([0xFF, 0xFE], 2),
            ([0xE0, 0xA0], 1), ([0xF1, 0x80, 0x80, 0xC3, 0xA9], 1),
        ] as [([UInt8], Int)])
    func brokenSequencesBecomeReplacements(bytes: [UInt8], count: Int) {
        let decoded = Charset.utf8.decode([0x61] + bytes + [0x7A])
        let text = String(decoding: decoded.utf8, as: UTF8.self)
        #expect(decoded.replacements == count)
        #expect(text.unicodeScalars.filter { $0 == "\u{FFFD}" }.count == count)
        #expect(text.hasPrefix("a") && text.hasSuffix("z"))
    }

    @Test func brokenSequencesAreCutAsTheLibraryCutsThem() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(state: seed)
        let pieces: [[UInt8]] = [
            [0x41], [0xC3, 0xA9], [0xE4, 0xB8, 0xAD], [0xF0, 0x9F, 0x98, 0x80], [0xE4, 0xB8], [0xF0, 0x9F], [0x80],
            [0xED, 0xA0],
            [0xF4, 0x90], [0xC0], [0xFF], [0xE0, 0x9F],
        ]
        for _ in 0..<300 {
            let bytes = (0..<40).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
            #expect(Charset.utf8.text(bytes) == String(decoding: bytes, as: UTF8.self), "seed \(seed)")
        }
    }

    @Test func theFirstBrokenByteIsFoundAtEveryDistance() {
        for length in 0..<100 {
            let bytes = [UInt8](repeating: 0x61, count: length) + [0xFF] + [UInt8](repeating: 0x62, count: 40)
            #expect(bytes.withUnsafeBufferPointer { UTF8Scan.validPrefix($0, from: 0) } == length)
        }
    }

    @Test func sixteenBitsAreReadInBothOrders() {
        #expect(charset("utf-16le").text([0x2D, 0x4E, 0x41, 0x00, 0x3D, 0xD8, 0x00, 0xDE]) == "中A😀")
        #expect(charset("utf-16be").text([0x4E, 0x2D, 0x00, 0x41, 0xD8, 0x3D, 0xDE, 0x00]) == "中A😀")
    }

    @Test(
        arguments: [
            [0x3D, 0xD8], [0x00, 0xDE], [0x41], [0x3D, 0xD8, 0x00],
        ] as [[UInt8]])
    func aTornUnitOfSixteenBitsIsOneReplacement(bytes: [UInt8]) {
        #expect(charset("utf-16le").text(bytes) == "\u{FFFD}")
    }

    @Test func aLoneSurrogateKeepsWhatFollows() {
        #expect(charset("utf-16le").text([0x3D, 0xD8, 0x41, 0x00]) == "\u{FFFD}A")
        #expect(charset("utf-16le").text([0x3D, 0xD8, 0x3D, 0xD8, 0x00, 0xDE]) == "\u{FFFD}😀")
    }

    @Test func replacementIsOneForEverything() {
        #expect(charset("iso-2022-kr").text([0x41, 0x42, 0xFF]) == "\u{FFFD}")
        #expect(charset("iso-2022-kr").text([]) == "")
    }

    @Test func userDefinedBytesArePrivate() {
        #expect(charset("x-user-defined").text([0x41, 0x80, 0xFF]) == "A\u{F780}\u{F7FF}")
    }
}
