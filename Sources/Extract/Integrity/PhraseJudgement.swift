extension PhraseEvidence {
    /// Whether it was put in place of a name. Ideographs alone, or a word in Latin letters, may be a name that this reader does not
    /// know, so that more is asked of them than of what no name looks like.
    var isInjected: Bool {
        guard places.count >= 3, points >= 3, isSpread else { return false }
        switch form {
        case .mixed: return points >= 3 && (closed >= 1 || nouns >= 1) && !kinds.isEmpty && !isOfPlace
        case .word: return nouns >= 1 && hasEnough
        case .ideographs: return nouns >= 1 && isForeign && (isPlain || hasEnough && !isOfPlace && !isKnownKind)
        case .known: return false
        }
    }

    /// Several uses where nothing else fits, whatever the phrase looks like.
    private var isPlain: Bool { points >= 4 && closed >= 2 }

    /// Four points, or three with one where nothing else fits or of different kinds; what every country's places have, as 居民, does
    /// not do alone.
    private var hasEnough: Bool {
        guard !kinds.isEmpty else { return false }
        return points >= 4 || points >= 3 && (closed >= 1 || kinds.count >= 2 || institutions >= 3)
    }

    private var isOfPlace: Bool { PhraseName.isOfPlace(page.text.cut(places[0].range)) }

    private var isKnownKind: Bool {
        let phrase = page.text.cut(places[0].range)
        return PhraseName.isTransliterated(phrase) || PhraseName.isOfHouse(phrase)
    }

    /// Whether the phrase stands in unrelated blocks, before and behind other words each time. Many uses make up for few blocks.
    private var isSpread: Bool {
        let (next, before, blocks) = spread
        // A name may begin every block where it stands; then more is asked for.
        let isBetween = before >= 2 || closed >= 1 && points >= (form == .mixed ? 3 : 4)
        let goesOn = next >= 3 || next == 2 && before >= 2 && isPlain
        return goesOn && isBetween && (blocks >= 3 || blocks == 2 && points >= 4 || points >= 8)
    }

    /// How many different things stand behind it and before it, and in how many blocks it is.
    private var spread: (next: Int, before: Int, blocks: Int) {
        let text = page.text
        let next = Set(places.map { text.cut($0.range.upperBound..<$0.range.upperBound + 6).string })
        let before = Set(places.map { text.cut(max(0, $0.range.lowerBound - 3)..<$0.range.lowerBound).string })
        return (next.count, before.count, Set(places.map(\.block)).count)
    }

    /// Whether half of its pairs of characters stand nowhere else on the page.
    private var isForeign: Bool {
        let range = places[0].range
        var pairs = 0
        var own = 0
        var start = range.lowerBound
        while start < range.upperBound {
            let middle = start + page.text.scalar(at: start).length
            guard middle < range.upperBound else { break }
            let end = middle + page.text.scalar(at: middle).length
            pairs += 1
            if isOwn(page.text.cut(start..<end)) { own += 1 }
            start = middle
        }
        return own * 2 >= pairs
    }

    /// Whether a pair of characters stands no more often than the phrase does.
    private func isOwn(_ pair: Bytes) -> Bool {
        var position = 0
        var count = 0
        while count <= places.count, let hit = page.text.find(pair, from: position) {
            count += 1
            position = hit + pair.count
        }
        return count <= places.count
    }
}
