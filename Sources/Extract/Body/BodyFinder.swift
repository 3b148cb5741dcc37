internal import HTML

/// Finds the element that holds the article's body: most prose, least else, closest around it.
struct BodyFinder {
    let page: Page
    let weights: ProseWeights
    let anchor: TitleAnchor

    /// What prose is worth one element further out.
    private static let decay = 0.93

    /// Index of the element, or nil where there is no prose at all.
    func find() -> Int? {
        let start = usableAnchor()
        guard let found = best(in: start..<page.scan.blocks.count) else { return short(instead: nil) }
        if let end = end(before: found), let first = best(in: start..<end) { return first }
        return short(instead: found) ?? widened(found)
    }

    /// The element with the best score for the prose of these blocks.
    private func best(in blocks: Range<Int>) -> Int? {
        let scores = scores(of: blocks)
        var best: (score: Double, index: Int)?
        for (index, element) in page.scan.elements.enumerated() where scores[index] > 0 {
            guard element.inherited.isDisjoint(with: .junk) else { continue }
            let score = scores[index] * hint(element)
            if score > best?.score ?? 0 { best = (score, index) }
        }
        return best?.index
    }

    /// Where a short article under the title ends, if what was found stands behind that end: another, longer one.
    private func end(before found: Int) -> Int? {
        guard let title = anchor.block, page.scan.elements[found].blocks.lowerBound > title else { return nil }
        let marks = ArticleEnd(page: page, weights: weights)
        var seen = 0
        let blocks = page.scan.elements[found].blocks
        let opening = blocks.first { weights.prose[$0] >= 60 } ?? blocks.lowerBound
        for index in title + 1..<max(title + 1, opening) {
            let block = page.scan.blocks[index]
            if seen >= BodyFinder.leastProse,
                marks.isEnd(block) || CommentMarkers.opensComments(page.text(of: block))
            {
                return index
            }
            if block.inherited.isDisjoint(with: .junk) { seen += weights.prose[index] }
        }
        return nil
    }

    /// Less prose than this under a title is no article of its own.
    private static let leastProse = 200

    /// The element, or one around it that holds several times its prose: a body broken up by much else.
    private func widened(_ found: Int) -> Int {
        let start = usableAnchor()
        let foreign = ForeignArticles(page: page, weights: weights, anchor: anchor)
        func prose(_ element: Int) -> Int {
            page.scan.elements[element].blocks.reduce(0) { sum, index in
                let isOwn =
                    index >= start && page.scan.blocks[index].inherited.isDisjoint(with: .junk) && !foreign.holds(index)
                return sum + (isOwn ? weights.prose[index] : 0)
            }
        }
        var result = found
        var held = max(1, prose(found))
        var outer = page.scan.elements[found].parent
        while outer >= 0 {
            let all = prose(outer)
            if all > held * 5 / 2, page.scan.elements[outer].inherited.isDisjoint(with: .junk) {
                result = outer
                held = all
            }
            outer = page.scan.elements[outer].parent
        }
        return result
    }

    /// A short article: the element marked as its body, where what was found elsewhere is hardly longer.
    private func short(instead found: Int?) -> Int? {
        guard let title = anchor.block else { return nil }
        if let found {
            let isMarked = page.scan.elements[found].inherited.contains(.articleBody)
            if isMarked || weights.prose(in: page.scan.elements[found].blocks) > 500 { return nil }
            if page.scan.elements[found].blocks.lowerBound < title + 12 { return nil }
        }
        return page.scan.elements.indices.first { index in
            let element = page.scan.elements[index]
            guard element.flags.contains(.articleBody), element.inherited.isDisjoint(with: .junk),
                element.blocks.lowerBound > title, element.blocks.lowerBound < title + 30
            else { return false }
            let bytes = weights.bytes(in: element.blocks)
            return bytes >= 20 && weights.links(in: element.blocks) * 3 < bytes
        }
    }

    /// The anchor, unless hardly any prose follows it.
    private func usableAnchor() -> Int {
        guard let block = anchor.block else { return 0 }
        let after = weights.prose(in: block..<page.scan.blocks.count)
        return after * 3 > weights.total ? block : 0
    }

    private func scores(of blocks: Range<Int>) -> [Double] {
        var scores = [Double](repeating: 0, count: page.scan.elements.count)
        let foreign = ForeignArticles(page: page, weights: weights, anchor: anchor)
        for (index, block) in page.scan.blocks.enumerated() {
            guard block.inherited.isDisjoint(with: .junk) else {
                scores[block.element] -= 4
                continue
            }
            let isProse = weights.prose[index] > 0 && blocks.contains(index) && !foreign.holds(index)
            scores[block.element] += isProse ? Double(weights.prose[index]) : -Double(block.linkBytes + 8) * 0.4
        }
        for index in scores.indices.reversed() {
            let parent = page.scan.elements[index].parent
            if parent >= 0 { scores[parent] += scores[index] * BodyFinder.decay }
        }
        return scores
    }

    private func hint(_ element: ScanElement) -> Double {
        if element.flags.contains(.articleBody) { return 1.2 }
        if element.tag == .article { return 1.1 }
        if element.flags.contains(.article) || element.flags.contains(.body) { return 1.05 }
        return 1
    }
}

/// Article elements beside the one that has the title: other articles on the same page.
struct ForeignArticles {
    /// For each block whether it is in one; empty where there are none.
    private var isForeign: [Bool] = []

    init(page: Page, weights: ProseWeights, anchor: TitleAnchor) {
        guard let title = anchor.block,
            let own = page.ancestor(of: page.scan.blocks[title].element, where: { $0.tag == .article })
        else { return }
        let home = page.scan.elements[own].blocks
        guard weights.prose(in: home) > 300 else { return }
        // How many articles begin and end before each block.
        var changes: [Int] = []
        for element in page.scan.elements where element.tag == .article && !element.blocks.isEmpty {
            guard element.blocks.lowerBound >= home.upperBound || element.blocks.upperBound <= home.lowerBound
            else { continue }
            if changes.isEmpty { changes = [Int](repeating: 0, count: page.scan.blocks.count + 1) }
            changes[element.blocks.lowerBound] += 1
            changes[element.blocks.upperBound] -= 1
        }
        var open = 0
        isForeign = changes.dropLast().map { change in
            open += change
            return open > 0
        }
    }

    func holds(_ block: Int) -> Bool { !isForeign.isEmpty && isForeign[block] }
}
