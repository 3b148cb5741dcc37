internal import Model

/// A text's words as the full-text index takes them: folded by ``WordFolding``, parted by spaces, and Chinese, Japanese and Korean
/// as overlapping pairs of characters, so that words of two characters are found: SQLite's own trigram tokenizer finds none of them.
enum IndexedWords {
    /// The words of a text: of `新闻网 Ünder-way`, `新闻 闻网 under way`. An ideograph alone stays one.
    static func of(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            // Of each ideograph: itself, once more, and a space.
            String(unsafeUninitializedCapacity: bytes.count * 3 + 2) { out in
                var writer = WordWriter(bytes, out)
                return writer.run()
            }
        }
    }

    /// An FTS5 query for all words of a text, each a phrase; nil where there is no word. An ideograph alone at a word's end
    /// is a prefix of the pairs that begin with it.
    static func query(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).compactMap { word -> String? in
            let words = of(String(word))
            guard !words.isEmpty else { return nil }
            let tail = words.unicodeScalars.suffix(2).map { $0 == " " ? nil : WordFolding.table[$0.value].isIdeograph }
            let endsAlone = tail == [true] || tail == [nil, true]
            return "\"\(words)\"" + (endsAlone ? "*" : "")
        }
        return words.isEmpty ? nil : words.joined(separator: " AND ")
    }
}

/// Writes the words of valid UTF-8, as strings hold it.
private struct WordWriter {
    private static let blank = UInt8(ascii: " ")

    private let bytes: UnsafeBufferPointer<UInt8>
    private var reader: ScalarReader
    private var writer: ScalarWriter
    /// Whether a word has been written since the last space.
    private var isInWord = false
    /// The ideograph that stands before the place: its bytes are the first of the next pair.
    private var previous: Range<Int>?
    private var isInPair = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ out: UnsafeMutableBufferPointer<UInt8>) {
        self.bytes = bytes
        reader = ScalarReader(bytes)
        writer = ScalarWriter(out)
    }

    /// How many bytes were written.
    mutating func run() -> Int {
        let foldings = WordFolding.table
        var begin = 0
        while let scalar = reader.next() {
            let folding = foldings[scalar]
            if folding.isIdeograph {
                pair(begin..<reader.position)
            } else {
                endRun()
                if folding.isSeparator { space() } else if !folding.isMark { put(folding.scalar) }
            }
            begin = reader.position
        }
        endRun()
        return isInWord ? writer.count : max(0, writer.count - 1)
    }

    /// One more ideograph of a run.
    private mutating func pair(_ range: Range<Int>) {
        space()
        if let previous {
            copy(previous)
            copy(range)
            isInPair = true
        }
        previous = range
    }

    /// A run has ended: one that was an ideograph alone is still to be written.
    private mutating func endRun() {
        guard let last = previous else { return }
        if !isInPair { copy(last) }
        space()
        previous = nil
        isInPair = false
    }

    private mutating func copy(_ range: Range<Int>) {
        for index in range { writer.put(byte: bytes[index]) }
        isInWord = true
    }

    @inline(__always)
    private mutating func space() {
        guard isInWord else { return }
        writer.put(byte: WordWriter.blank)
        isInWord = false
    }

    @inline(__always)
    private mutating func put(_ scalar: UInt32) {
        writer.put(scalar)
        isInWord = true
    }
}
