import Testing

@testable import Decode

@Suite struct SingleByteDecoderTests {
    @Test(
        arguments: [
            ("windows-1252", [0x80, 0x93, 0xE9, 0x81], "€“é\u{81}"), ("windows-1251", [0xCC, 0xEE, 0x98], "Мо\u{98}"),
            ("koi8-r", [0xEE, 0xCF], "Но"), ("koi8-u", [0xA4, 0xAE, 0xBE], "єўЎ"), ("ibm866", [0x8C, 0xA0], "Ма"),
            ("windows-1250", [0xB9, 0x9C], "ąś"), ("iso-8859-2", [0xB1, 0xB6, 0x80], "ąś\u{80}"),
            ("windows-1253", [0xE1, 0xAA], "α\u{FFFD}"), ("windows-1255", [0xE0, 0xCA, 0xD9], "א\u{5BA}\u{FFFD}"),
            ("windows-1256", [0xC7, 0xE1], "ال"), ("windows-1257", [0xE0, 0xA1], "ą\u{FFFD}"),
            ("windows-874", [0xA1, 0xDB], "ก\u{FFFD}"),
            ("windows-1258", [0xF4, 0xEC], "ô\u{301}"), ("macintosh", [0x8E, 0xDB, 0xC6, 0xBD, 0xF0], "é€∆Ω\u{F8FF}"),
            ("x-mac-cyrillic", [0x80, 0xA2, 0xFF], "АҐ€"), ("iso-8859-15", [0xA4], "€"), ("iso-8859-16", [0xAA], "Ș"),
            ("iso-8859-8", [0xE0, 0xA1], "א\u{FFFD}"), ("iso-8859-6", [0xC7, 0xA1], "ا\u{FFFD}"),
            ("iso-8859-7", [0xE1, 0xA4], "α€"),
            ("windows-1254", [0xF0, 0xFD], "ğı"), ("iso-8859-5", [0xD0], "а"), ("iso-8859-14", [0xA1], "Ḃ"),
        ] as [(String, [UInt8], String)])
    func theUpperHalfHasItsCharacters(name: String, bytes: [UInt8], text: String) {
        #expect(Array(charset(name).text(bytes).unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test func asciiIsTheSameEverywhere() {
        let ascii = (UInt8(0)...0x7F).map(\.self)
        for name in SingleByteTable.converters.keys {
            #expect(charset(name).decode(ascii).utf8 == ascii, "\(name)")
        }
    }

    @Test func everyCharsetGivesValidUTF8ForEveryBytes() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(state: seed)
        for name in Set(CharsetLabels.names.values) {
            for length in [1, 2, 3, 7, 16, 17, 33, 500] {
                let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
                let decoded = charset(name).decode(bytes)
                #expect(String(validating: decoded.utf8, as: UTF8.self) != nil, "\(name), seed \(seed)")
                #expect(decoded.utf8.count <= 3 * length + 3, "\(name), seed \(seed)")
            }
        }
    }

    @Test func brokenBytesNeedMoreRoomAndGetIt() {
        for name in ["gb18030", "euc-jp", "windows-1255", "iso-2022-jp", "utf-16le"] {
            let decoded = charset(name).decode([UInt8](repeating: 0xFF, count: 10_001))
            #expect(decoded.replacements > 0 || name == "utf-16le")
            #expect(String(validating: decoded.utf8, as: UTF8.self) != nil)
        }
        #expect(charset("windows-1255").decode([UInt8](repeating: 0xD9, count: 10_000)).utf8.count == 30_000)
    }
}
