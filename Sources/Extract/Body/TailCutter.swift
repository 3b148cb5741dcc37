internal import HTML

/// Takes out what stands under headings such as "Related stories".
struct TailCutter {
    let page: Page
    let weights: ProseWeights
    let body: Int

    func cut(_ kept: [Int]) -> [Int] {
        var dropped: [Range<Int>] = []
        let total = max(1, kept.reduce(0) { $0 + weights.prose[$1] })
        var seen = 0
        for (position, index) in kept.enumerated() {
            defer { seen += weights.prose[index] }
            if dropped.last.map({ $0.contains(index) }) == true { continue }
            let block = page.scan.blocks[index]
            guard SectionMarkers.opensForeignSection(page.text(of: block)) else { continue }
            let rest = kept[position...].reduce(0) { $0 + weights.prose[$1] }
            if let range = section(index, total: total) {
                dropped.append(range)
            } else if seen > 0, rest * 10 < total * 4 {
                dropped.append(index..<page.scan.elements[body].blocks.upperBound)
            } else {
                dropped.append(flat(kept, from: position))
            }
        }
        return kept.filter { index in !dropped.contains { $0.contains(index) } }
    }

    /// The largest element below the body that begins with the heading and holds more than it.
    private func section(_ index: Int, total: Int) -> Range<Int>? {
        var element = page.scan.blocks[index].element
        var best: Range<Int>?
        while element != body, element >= 0 {
            let blocks = page.scan.elements[element].blocks
            guard !hasProse(blocks.lowerBound..<index) else { break }
            if blocks.upperBound > index + 1 {
                if weights.prose(in: blocks) * 2 > total { break }
                best = blocks
            }
            element = page.scan.elements[element].parent
        }
        return best
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
