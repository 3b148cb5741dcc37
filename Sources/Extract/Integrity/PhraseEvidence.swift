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
    /// The kinds of use that places of other countries seldom have.
    private(set) var kinds: Set<NameSlot.Kind> = []
    /// How many different institutions follow it.
    private(set) var institutions = 0
    let form: PhraseForm
    /// Towns right behind the phrase, by the province or city they belong to.
    private var owners: [String: Int] = [:]
    /// Uses that places of any country have.
    private var weak = 0
    private var seen: Set<NameSlot> = []

    /// Where a phrase is not odd by its form, more of the weak uses count for nothing.
    private static let maximumWeak = 2

    init(page: Page, ranges: [Range<Int>]) {
        self.page = page
        form = PhraseForm(page.text.cut(ranges[0]))
        guard form != .known else { return }
        let reader = SlotReader(text: page.text, siblings: SiblingLists(text: page.text))
        for range in ranges {
            let slot = reader.slot(range)
            places.append(InjectedPhrases.Place(range: range, block: block(at: range.lowerBound), slot: slot))
            if let slot { note(slot) }
            if let before = reader.slotBefore(range) { note(before) }
        }
        points += min(weak, PhraseEvidence.maximumWeak)
        // Towns of two provinces speak against both of them; two of one for that one.
        guard owners.count == 1, let count = owners.values.first else { return }
        kinds.insert(.ownerNamed)
        points += count + (count > 1 ? 1 : 0)
        closed += count > 1 ? 1 : 0
    }

    private mutating func note(_ slot: NameSlot) {
        guard seen.insert(slot).inserted else { return }
        if slot.isNoun { nouns += 1 }
        switch slot.kind {
        case .place, .locative:
            weak += 1
        case .ownerNamed:
            owners[slot.owner ?? "", default: 0] += 1
        default:
            let isClosed = form == .mixed ? slot.isClosedToMarks : slot.isClosed
            points += isClosed ? 2 : 1
            closed += isClosed ? 1 : 0
            institutions += slot.kind == .institution ? 1 : 0
            kinds.insert(slot.kind)
        }
    }

    var phrase: String { page.text.cut(places[0].range).trimmed.string }

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
