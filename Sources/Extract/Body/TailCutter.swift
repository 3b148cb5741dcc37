internal import HTML

/// Takes out what stands under headings such as "Related stories".
struct TailCutter {
    let page: Page
    let weights: ProseWeights
    let body: Int

    /// More such headings than this are not looked at.
    private static let maximumMarkers = 40

    func cut(_ kept: [Int]) -> [Int] {
        var dropped: [Range<Int>] = []
        let total = max(1, kept.reduce(0) { $0 + weights.prose[$1] })
        var seen = 0
        var markers = 0
        for (position, index) in kept.enumerated() where markers < TailCutter.maximumMarkers {
            defer { seen += weights.prose[index] }
            if dropped.last.map({ $0.contains(index) }) == true { continue }
            let block = page.scan.blocks[index]
            guard SectionMarkers.opensForeignSection(page.text(of: block)), !isTabular(block) else { continue }
            markers += 1
            let rest = total - seen
            if let range = section(index, total: seen >= 400 ? .max : total) {
                dropped.append(range)
            } else if seen > 0, rest * 10 < total * 4 || seen >= 400,
                !returns(kept[position...], seenBefore: kept[..<position])
            {
                dropped.append(index..<page.scan.elements[body].blocks.upperBound)
            } else if block.kind == .heading, seen * 5 > total * 2, let end = nextHeading(kept, after: position) {
                dropped.append(index..<end)
            } else {
                dropped.append(flat(kept, from: position))
            }
        }
        return kept.filter { index in !dropped.contains { $0.contains(index) } }
    }

    /// Whether the block is the head of a column: one of several cells in a row.
    private func isTabular(_ block: ScanBlock) -> Bool {
        guard let row = page.ancestor(of: block.element, where: { $0.tag == .tr }) else { return false }
        return page.scan.elements[row].blocks.count >= 3
    }

    /// The largest element below the body that begins with the heading and holds more than it.
    private func section(_ index: Int, total: Int) -> Range<Int>? {
        var element = page.scan.blocks[index].element
        var best: Range<Int>?
        while element != body, element >= 0 {
            let blocks = page.scan.elements[element].blocks
            guard !hasProse(blocks.lowerBound..<index) else { break }
            if blocks.upperBound > index + 1 {
                if weights.prose(in: blocks) > total / 2 { break }
                best = blocks
            }
            element = page.scan.elements[element].parent
        }
        return best
    }

    /// Where the next heading stands, or the end, if text rather than links follows the heading.
    private func nextHeading(_ kept: [Int], after position: Int) -> Int? {
        guard position + 1 < kept.count, weights.prose[kept[position + 1]] > 0 else { return nil }
        let next = kept[(position + 1)...].first { page.scan.blocks[$0].kind == .heading }
        return next ?? page.scan.elements[body].blocks.upperBound
    }

    /// Whether paragraphs follow that stand beside those before: the article goes on.
    private func returns(_ after: ArraySlice<Int>, seenBefore before: ArraySlice<Int>) -> Bool {
        var known: Set<Int> = []
        for index in before where weights.prose[index] >= 60 { known.formUnion(places(of: index)) }
        return after.contains { weights.prose[$0] >= 60 && !known.isDisjoint(with: places(of: $0)) }
    }

    /// The element around the paragraph, and the one around that, as the numbers of elements.
    private func places(of index: Int) -> [Int] {
        let parent = page.scan.elements[page.scan.blocks[index].element].parent
        guard parent >= 0, parent != body else { return [parent] }
        return [parent, page.scan.elements[parent].parent]
    }

    private func hasProse(_ blocks: Range<Int>) -> Bool { weights.prose(in: blocks) > 20 }

    /// The heading and the short or linked blocks right behind it.
    private func flat(_ kept: [Int], from position: Int) -> Range<Int> {
        var end = position + 1
        while end < kept.count {
            let block = page.scan.blocks[kept[end]]
            let isLinked = block.linkBytes * 2 > block.count
            guard isLinked || block.kind == .item && block.linkBytes * 3 > block.count else { break }
            end += 1
        }
        return kept[position]..<kept[end - 1] + 1
    }
}
