/// Chinese, Japanese and Korean text as overlapping pairs of characters, so that FTS5 finds two-character words in it.
///
/// SQLite's own trigram tokenizer finds nothing for a query of two characters.
enum Bigrams {
    /// The text with every run of ideographs or kana replaced by its pairs: `新闻网` becomes `新闻 闻网`. A run of one stays.
    static func indexed(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            // Of each ideograph: itself, once more, and a space.
            String(unsafeUninitializedCapacity: bytes.count * 3 + 2) { write(bytes, to: $0) }
        }
    }

    private static func write(
        _ bytes: UnsafeBufferPointer<UInt8>, to out: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var end = 0
        func put(_ range: Range<Int>) {
            for index in range {
                out[end] = bytes[index]
                end += 1
            }
        }
        func space() {
            out[end] = UInt8(ascii: " ")
            end += 1
        }
        var position = 0
        while position < bytes.count {
            let begin = position
            while position < bytes.count, ideographLength(bytes, at: position) == 0 { position += 1 }
            put(begin..<position)
            guard position < bytes.count else { break }
            space()
            var previous = position..<position + ideographLength(bytes, at: position)
            position = previous.upperBound
            if position == bytes.count || ideographLength(bytes, at: position) == 0 { put(previous) }
            while position < bytes.count {
                let length = ideographLength(bytes, at: position)
                guard length > 0 else { break }
                if out[end - 1] != UInt8(ascii: " ") { space() }
                put(previous)
                previous = position..<position + length
                put(previous)
                position = previous.upperBound
            }
            space()
        }
        return end
    }

    /// The bytes of the ideograph or kana at a position; 0 where there is another character, or the inside of one.
    private static func ideographLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        let lead = UInt32(bytes[position])
        guard lead >= 0xE3, lead <= 0xF0 else { return 0 }
        let length = lead < 0xF0 ? 3 : 4
        guard position + length <= bytes.count else { return 0 }
        var value = lead & (lead < 0xF0 ? 0x0F : 0x07)
        for index in 1..<length { value = value << 6 | UInt32(bytes[position + index] & 0x3F) }
        return isIdeographic(value) ? length : 0
    }

    /// An FTS5 query for all words of a text, each a phrase; nil where there is no word. An ideograph alone at a word's end
    /// is a prefix of the pairs that begin with it.
    static func query(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).compactMap { word -> String? in
            let clean = word.filter { $0.isLetter || $0.isNumber }
            guard !clean.isEmpty else { return nil }
            let tail = clean.unicodeScalars.suffix(2).map { isIdeographic($0.value) }
            let endsAlone = tail == [true] || tail == [false, true]
            return "\"\(indexed(clean).split(separator: " ").joined(separator: " "))\"" + (endsAlone ? "*" : "")
        }
        return words.isEmpty ? nil : words.joined(separator: " AND ")
    }

    private static func isIdeographic(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
