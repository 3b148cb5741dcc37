internal import Model

/// Finds a phrase put in place of a name all over a Chinese page, without a list of such phrases.
///
/// Where only the name of a province or city fits, and what stands there is none, the characters before that place are taken,
/// looked for in the whole page, and grown to the left as long as all places share them. What then stands in unrelated parts of the
/// page, between different neighbours, and at several places of names, is reported.
struct InjectedPhrases {
    let page: Page
    let licences: [String]

    /// The phrase, where it stands, and what it seems to stand for.
    struct Found {
        var phrase: String
        var places: [Place]
        var candidates: [String]
        var confidence: Double
    }

    /// One place of the phrase.
    struct Place {
        var range: Range<Int>
        var block: Int
        var slot: NameSlot?
        /// The name that seems to have stood here, if one place can tell.
        var candidate: String?
    }

    /// More endings are not followed.
    private static let maximumSeeds = 32

    func find() -> Found? {
        let growth = PhraseGrowth(text: page.text)
        let seeds = seeds()
        guard !seeds.isEmpty else { return nil }
        let places = SlotScan.places(of: seeds.map(\.key), in: page.text, limit: PhraseGrowth.maximumPlaces)
        var best: PhraseEvidence?
        for (seed, places) in zip(seeds.map(\.first), places) {
            guard let ranges = growth.grown(endingAt: seed, places) else { continue }
            let evidence = PhraseEvidence(page: page, ranges: ranges)
            if evidence.points > best?.points ?? 0, evidence.isInjected { best = evidence }
        }
        guard let best else { return nil }
        let candidates = PhraseCandidates(page: page, licences: licences, evidence: best)
        return Found(
            phrase: best.phrase, places: candidates.places, candidates: candidates.names,
            confidence: best.confidence(hasMissingName: candidates.hasMissingName))
    }

    /// Endings that stand at places of names, and are frequent on the page, with the first place of each: the most frequent at such
    /// places first.
    private func seeds() -> [(key: UInt64, first: Int)] {
        let text = page.text
        let scan = SlotScan(text)
        var found: [UInt64: (count: Int, first: Int)] = [:]
        for end in scan.ends {
            let seed = end - separatorLength(before: end)
            guard seed >= 9, let key = SlotScan.key(text, before: seed), scan.isRepeated(key, atLeast: 3),
                mayEnd(seed, before: end)
            else { continue }
            let known = found[key]
            found[key] = ((known?.count ?? 0) + 1, known?.first ?? seed)
        }
        return found.sorted { ($0.value.count, $1.value.first) > ($1.value.count, $0.value.first) }
            .prefix(InjectedPhrases.maximumSeeds).map { ($0.key, $0.value.first) }
    }

    /// Whether a phrase may end there, and not a known name or a word that belongs to what follows.
    private func mayEnd(_ seed: Int, before end: Int) -> Bool {
        let text = page.text
        let last = text.scalar(at: seed - text.lengthOfCharacter(before: seed)).value
        // 城市 is one word, 娱乐城新闻 are two.
        let isFiller = InjectedPhrases.fillers.contains(last) || last == 0x57CE && text.has("市", at: end)
        return !isFiller && Gazetteer.name(in: text, endingAt: seed) == nil
    }

    private func separatorLength(before end: Int) -> Int {
        let text = page.text
        switch text[end - 1] {
        case 0x20, 0x0A, 0x7C, 0x2F: return 1
        default: return text.has("、", at: end - 3) ? 3 : text.has("·", at: end - 2) ? 2 : 0
        }
    }

    /// What stands before 省, 市 and 日报 in words of everyday, and marks behind which nothing is glued.
    private static let fillers = ScalarSet(
        "全我本各该外节反两几多数跨出入进同他一二三四五六七八九十个的在和与及是为由向从到对于都超股夜后上沪深县地州房车汇债早每中今"
            + "昨当近日月年、，。；？“”‘’《》【】…—.,;\"'()>-")
}
