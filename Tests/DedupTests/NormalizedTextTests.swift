import Model
import Testing

@testable import Dedup

@Suite struct NormalizedTextTests {
    private func normalized(_ text: String) -> String { String(decoding: NormalizedText.utf8(of: text), as: UTF8.self) }

    @Test(arguments: [
        ("News, 2024！", "news2024"), ("ｎｅｗｓ２０２４", "news2024"), ("ÉTÉ à Paris", "étéàparis"), ("İ", "i\u{307}"),
        ("Straße ΣΟΦΟΣ", "straßeσοφοσ"), ("「海港」：开放。", "海港开放"), ("a\u{200B}b\u{AD}c", "abc"), ("½ ² Ⅷ", "½²Ⅷ"),
        ("→ € © 😀", ""), ("\u{E000}\u{10FFFD}x", "x"), ("ǅ", "ǆ"), ("कि", "कि"), ("𝒜 𠀀", "𝒜𠀀"), ("ｶﾅ", "ｶﾅ"),
    ])
    func onlyLettersMarksAndNumbersRemain(text: String, expected: String) {
        #expect(Array(normalized(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test func normalisingTwiceChangesNothing() {
        for value in (0..<0x30000) as Range<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = normalized(String(scalar))
            if once != String(scalar), !once.isEmpty {
                #expect(normalized(once) == once, "\(String(value, radix: 16))")
            }
        }
    }

    @Test func everyScalarIsReadAsItIs() {
        let text = "a\u{7F}\u{80}\u{7FF}\u{800}\u{FFFD}\u{10000}\u{10FFFF}"
        var scalars: [UInt32] = []
        var copy = text
        copy.withUTF8 { bytes in
            var reader = ScalarReader(bytes)
            while let scalar = reader.next() { scalars.append(scalar) }
        }
        #expect(scalars == text.unicodeScalars.map(\.value))
    }

    @Test(arguments: [
        ("中", true), ("あ", true), ("한", true), ("ก", true), ("ꀀ", false), ("a", false), ("я", false), ("5", false),
    ])
    func aCharacterOfAnUnspacedScriptIsAToken(character: String, isToken: Bool) throws {
        let scalar = try #require(character.unicodeScalars.first)
        #expect(CharacterRole.table[scalar.value].isToken == isToken)
        #expect(CharacterRole.table[scalar.value].isKept)
    }
}
