import Testing

@testable import Extract

@Suite struct WordScanTests {
    /// The definition, byte by byte.
    private func end(_ text: Bytes, from start: Int) -> Int {
        (start..<text.count).first { position in
            if text[position] == 0x20 { return position + 1 == text.count || text.spaceLength(at: position + 1) > 0 }
            return text[position] < 0x20 || text.spaceLength(at: position) > 0
        } ?? text.count
    }

    @Test(arguments: ["", " ", "a", "a b", "a  b", "a ", "a\tb", "a\u{A0}b", "渡船 渡船", "渡船\u{3000}渡船", "“渡船”、渡船，"])
    func shortTextsEndAsDefined(text: String) {
        reading(text) { text in
            for start in 0...text.count { #expect(text.endOfWords(from: start) == end(text, from: start)) }
        }
    }

    @Test func aBlankAtEveryPlaceOfALongTextIsFound() {
        for length in 1...70 {
            for place in 0..<length {
                for blank in ["  ", "\n", "\u{A0}", " \u{3000}", "\u{1F}"] {
                    let text =
                        String(repeating: "x", count: place) + blank + String(repeating: "y", count: length - place)
                    reading(text) { #expect($0.endOfWords(from: 0) == place, "\(length) \(place)") }
                }
            }
        }
    }

    @Test func randomTextsEndAsDefined() {
        let seed = UInt64.random(in: .min ... .max)
        var generator = Random(state: seed)
        let parts = [
            "word", "é", "渡船", "，", "“", "。", " ", " ", "  ", "\n", "\u{A0}", "\u{3000}", "\u{2003}", "\u{FEFF}",
        ]
        for _ in 0..<500 {
            // White space is rare, so that there is something to pass over.
            let text = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
                parts[Int.random(in: 0..<parts.count, using: &generator) % Int.random(in: 1...14, using: &generator)]
            }.joined()
            reading(text) { text in
                for start in 0...text.count {
                    #expect(text.endOfWords(from: start) == end(text, from: start), "seed \(seed)")
                }
            }
        }
    }
}
