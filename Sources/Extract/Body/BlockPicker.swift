internal import HTML

/// Decides block by block what inside the body element is the article's.
struct BlockPicker {
    let page: Page
    let weights: ProseWeights
    let body: Int
    let anchor: TitleAnchor

    /// What was picked: indices of blocks, in order.
    struct Picked {
        /// Standfirst and introduction, above the body element or at its start.
        var lead: [Int]
        var body: [Int]
    }

    func pick() -> Picked {
        var range = page.scan.elements[body].blocks
        if let title = anchor.block, range.contains(title),
            weights.prose(in: title..<range.upperBound) * 2 > weights.prose(in: range)
        {
            range = title + 1..<range.upperBound
        }
        range = ArticleEnd(page: page, weights: weights).cut(range)
        let foreign = ForeignArticles(page: page, weights: weights, anchor: anchor)
        let embedded = EmbeddedPosts(page: page, range: range)
        let kept = range.filter { keeps($0) && !foreign.holds($0) && !embedded.holds($0) }
        let cut = BodyTrimmer(page: page, weights: weights, body: body).trimmed(
            TailCutter(page: page, weights: weights, body: body).cut(withoutRepeats(kept)))
        let body = withoutEmptyHeadings(withoutLinkedEnd(withoutDateLines(withoutTeasers(cut))))
        return Picked(lead: LeadFinder(page: page, weights: weights, anchor: anchor).lead(before: body), body: body)
    }

    private func keeps(_ index: Int) -> Bool {
        let block = page.scan.blocks[index]
        if !block.inherited.isDisjoint(with: .junk) { return false }
        if block.kind == .caption || block.inherited.contains(.caption) && block.count < 600 { return false }
        let text = page.text(of: block)
        if !block.inherited.isDisjoint(with: .frame), block.count < 200, weights.prose[index] < 100 { return false }
        if isLinkList(block) { return false }
        // Headings of other sections are needed to see where those begin.
        return block.kind == .cell || SectionMarkers.opensForeignSection(text) || !BoilerplateText.isBoilerplate(text)
    }

    private func isLinkList(_ block: ScanBlock) -> Bool {
        if block.linkBytes * 10 <= block.count * 7 { return false }
        if block.kind == .item { return isLinked(around: block, [.ul, .ol]) }
        if block.kind == .cell { return isLinked(around: block, [.table]) }
        return block.linkBytes * 10 > block.count * 9 && block.kind != .heading
    }

    /// A standfirst that repeats one of the first paragraphs is left out.
    private func withoutRepeats(_ kept: [Int]) -> [Int] {
        guard let first = kept.first, page.scan.blocks[first].count >= 60 else { return kept }
        let text = page.text(of: page.scan.blocks[first])
        let isRepeated = kept.dropFirst().prefix(2).contains { page.text(of: page.scan.blocks[$0]).equals(text) }
        return isRepeated && kept.count > 3 ? Array(kept.dropFirst()) : kept
    }

    /// Whether the whole list or table is made of links.
    private func isLinked(around block: ScanBlock, _ tags: [Tag]) -> Bool {
        var list: Int?
        var element = block.element
        while element > body {
            if tags.contains(page.scan.elements[element].tag) { list = element }
            element = page.scan.elements[element].parent
        }
        guard let list else { return true }
        let blocks = page.scan.elements[list].blocks
        return weights.links(in: blocks) * 10 > weights.bytes(in: blocks) * 7
    }

    /// Cards of other articles: a small element whose heading is a link.
    private func withoutTeasers(_ kept: [Int]) -> [Int] {
        var dropped: Set<Int> = []
        for index in kept where page.scan.blocks[index].kind == .heading {
            let block = page.scan.blocks[index]
            guard block.linkBytes * 10 > block.count * 9, let card = card(around: index) else { continue }
            dropped.formUnion(card)
        }
        return dropped.isEmpty ? kept : kept.filter { !dropped.contains($0) }
    }

    private func card(around index: Int) -> Range<Int>? {
        var element = page.scan.elements[page.scan.blocks[index].element].parent
        var best: Range<Int>?
        while element > body {
            let blocks = page.scan.elements[element].blocks
            guard blocks.lowerBound >= index - 1, blocks.count <= 4, weights.bytes(in: blocks) < 500 else { break }
            best = blocks
            element = page.scan.elements[element].parent
        }
        return best
    }

    /// Lines above the first paragraph that are a date or a byline without saying so in their class.
    private func withoutDateLines(_ kept: [Int]) -> [Int] {
        var start = 0
        while start < min(3, kept.count) {
            let block = page.scan.blocks[kept[start]]
            guard block.count < 120, block.kind != .heading, isDateLine(page.text(of: block)) else { break }
            start += 1
        }
        return Array(kept[start...])
    }

    private func isDateLine(_ text: Bytes) -> Bool {
        if text.startsFolded(with: "by "), text.count < 60, !EnglishByline.names(text).isEmpty { return true }
        guard let date = DateScanner(text: text).first() else { return false }
        // 2024-05-01 10:30 来源：某网
        if date.range.lowerBound < 24, !CreditReader(text: text).credits().isEmpty { return true }
        return date.range.count * 2 >= text.count || DateLabels.saysPublished(text) || DateLabels.saysModified(text)
    }

    /// Short lines at the end that are mostly links.
    private func withoutLinkedEnd(_ kept: [Int]) -> [Int] {
        var kept = kept
        while let last = kept.last {
            let block = page.scan.blocks[last]
            guard block.count < 160, block.linkBytes * 2 > block.count else { break }
            kept.removeLast()
        }
        return kept
    }

    /// Headings that nothing follows before the end are left out.
    private func withoutEmptyHeadings(_ kept: [Int]) -> [Int] {
        var result: [Int] = []
        // The level of the heading that follows, 7 where text does, 0 where nothing does.
        var next: UInt8 = 0
        for index in kept.reversed() {
            let block = page.scan.blocks[index]
            let level = block.kind == .heading ? block.level : 7
            if level == 7 || next > level {
                result.append(index)
                next = level
            }
        }
        return result.reversed()
    }
}
