/// Words and phrases to compare texts with, by their first byte.
struct OpeningTable {
    private let byFirst: [[StaticString]]

    /// Letters of ASCII count in either case; others as they are.
    init(_ words: [StaticString]) {
        var table = [[StaticString]](repeating: [], count: 256)
        for word in words { table[Int(word.utf8Start[0].lowered)].append(word) }
        byFirst = table
    }

    /// Whether the text begins with one of them.
    func opens(_ text: Bytes) -> Bool { opening(text) != nil }

    /// The length of the longest of them that the text begins with.
    func opening(_ text: Bytes) -> Int? {
        guard let first = text.first else { return nil }
        return byFirst[Int(first.lowered)].reduce(nil) { longest, word in
            text.startsFolded(with: word) ? max(longest ?? 0, word.utf8CodeUnitCount) : longest
        }
    }

    /// Whether one of them stands in the text, from the beginning of a word on.
    func occurs(in text: Bytes) -> Bool {
        for position in text.indices {
            let words = byFirst[Int(text[position].lowered)]
            if words.isEmpty || position > 0 && text[position].isLetter && text[position - 1].isLetter { continue }
            if words.contains(where: { text.hasFolded($0, at: position) }) { return true }
        }
        return false
    }

    /// Whether the text is one of them.
    func holds(_ text: Bytes) -> Bool {
        guard let first = text.first else { return false }
        return byFirst[Int(first.lowered)].contains { text.equalsFolded($0) }
    }
}
