/// What speaks for a phrase having been put in place of a name.
struct PhraseEvidence {
    let page: Page
    private(set) var places: [InjectedPhrases.Place] = []
    /// Distinct uses at places of names: two points where nothing else fits, one where mostly names stand.
    private(set) var points = 0
    /// How many of the uses are ones where nothing else fits.
    private(set) var closed = 0
    /// How many are ones where no verb fits.
    private(set) var nouns = 0
    private let form: PhraseForm

    init(page: Page, ranges: [Range<Int>]) {
        self.page = page
        form = PhraseForm(page.text.cut(ranges[0]))
        let reader = SlotReader(text: page.text, siblings: SiblingLists(text: page.text))
        var seen: Set<NameSlot> = []
        for range in ranges where form != .known {
            let slot = reader.slot(range)
            places.append(InjectedPhrases.Place(range: range, block: block(at: range.lowerBound), slot: slot))
            guard let slot, seen.insert(slot).inserted else { continue }
            let isClosed = form == .mixed ? slot.isClosedToMarks : slot.isClosed
            points += isClosed ? 2 : 1
            if isClosed { closed += 1 }
            if slot.isNoun { nouns += 1 }
        }
    }

    var phrase: String { page.text.cut(places[0].range).trimmed.string }

    /// Ideographs alone may be a word that this reader does not know, so that more is asked of them.
    var isInjected: Bool {
        guard places.count >= 3, closed >= 1, isSpread else { return false }
        return switch form {
        case .mixed: points >= 3
        case .ideographs: points >= 4 && closed >= 2 && nouns >= 1 && isForeign
        case .known: false
        }
    }

    /// Whether the phrase stands in unrelated blocks, before and behind other words each time.
    private var isSpread: Bool {
        let text = page.text
        let next = Set(places.map { text.cut($0.range.upperBound..<$0.range.upperBound + 3).string })
        let before = Set(places.map { text.cut(max(0, $0.range.lowerBound - 3)..<$0.range.lowerBound).string })
        return next.count >= 3 && before.count >= 2 && Set(places.map(\.block)).count >= 3
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

    func confidence(hasMissingName: Bool) -> Double {
        min(0.95, 0.45 + 0.05 * Double(points) + (hasMissingName ? 0.15 : 0))
    }

    private func block(at position: Int) -> Int {
        var low = 0
        var high = page.scan.blocks.count
        while low < high {
            let middle = (low + high) / 2
            if page.scan.blocks[middle].range.upperBound <= position { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
