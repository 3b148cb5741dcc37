/// Chinese, Japanese and Korean text as overlapping pairs of characters, so that FTS5 finds two-character words in it.
///
/// SQLite's own trigram tokenizer finds nothing for a query of two characters.
enum Bigrams {
    /// The text with every run of ideographs or kana replaced by its pairs: `新闻网` becomes `新闻 闻网`. A run of one stays.
    static func indexed(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        var runLength = 0
        func closeRun(_ out: inout String.UnicodeScalarView) {
            if runLength == 1, let previous { out.append(previous) }
            if runLength > 0 { out.append(" ") }
        }
        for scalar in text.unicodeScalars {
            guard isIdeographic(scalar) else {
                closeRun(&out)
                runLength = 0
                out.append(scalar)
                continue
            }
            if runLength == 0 { out.append(" ") }
            if runLength > 0, let previous {
                if runLength > 1 { out.append(" ") }
                out.append(previous)
                out.append(scalar)
            }
            previous = scalar
            runLength += 1
        }
        closeRun(&out)
        return String(out)
    }

    /// An FTS5 query for all words of a text, each a phrase; nil where there is no word. An ideograph alone at a word's end
    /// is a prefix of the pairs that begin with it.
    static func query(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).compactMap { word -> String? in
            let clean = word.filter { $0.isLetter || $0.isNumber }
            guard !clean.isEmpty else { return nil }
            let tail = clean.unicodeScalars.suffix(2).map(isIdeographic)
            let endsAlone = tail == [true] || tail == [false, true]
            return "\"\(indexed(clean).split(separator: " ").joined(separator: " "))\"" + (endsAlone ? "*" : "")
        }
        return words.isEmpty ? nil : words.joined(separator: " AND ")
    }

    private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
