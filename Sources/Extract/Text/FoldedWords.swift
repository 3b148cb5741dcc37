/// Pieces of text that are looked for all at once, in any case of ASCII letters: one pass over a text, however many they are.
struct FoldedWords: Sendable, ExpressibleByArrayLiteral {
    /// By their first byte.
    private let words: [[StaticString]]
    /// For each first byte, which second bytes one goes on with, by their low six bits.
    private let seconds: [UInt64]

    /// Each in lower case and of two bytes at least.
    init(_ words: [StaticString]) {
        var byFirst = [[StaticString]](repeating: [], count: 256)
        var seconds = [UInt64](repeating: 0, count: 256)
        for word in words {
            precondition(word.utf8CodeUnitCount >= 2, "\(word) is too short to be looked for")
            byFirst[Int(word.utf8Start[0])].append(word)
            seconds[Int(word.utf8Start[0])] |= 1 << UInt64(word.utf8Start[1] & 63)
        }
        self.words = byFirst
        self.seconds = seconds
    }

    init(arrayLiteral words: StaticString...) { self.init(words) }

    /// Whether one of them stands in the text.
    func occur(in text: Bytes) -> Bool {
        seconds.withUnsafeBufferPointer { seconds in
            guard var first = text.first?.lowered else { return false }
            for position in 1..<Swift.max(text.count, 1) {
                let second = text[position].lowered
                if seconds[Int(first)] & 1 << UInt64(second & 63) != 0, stand(at: position - 1, in: text, first) {
                    return true
                }
                first = second
            }
            return false
        }
    }

    private func stand(at position: Int, in text: Bytes, _ first: UInt8) -> Bool {
        words[Int(first)].contains { text.hasFolded($0, at: position) }
    }
}
