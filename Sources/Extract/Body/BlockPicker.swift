internal import HTML

/// Decides block by block what inside the body element is the article's.
struct BlockPicker {
    let page: Page
    let weights: ProseWeights
    let body: Int
    let anchor: TitleAnchor

    /// The indices of the blocks that stay, in order.
    func pick() -> [Int] {
        var range = page.scan.elements[body].blocks
        if let title = anchor.block, range.contains(title),
            weights.prose(in: title..<range.upperBound) * 2 > weights.prose(in: range)
        {
            range = title + 1..<range.upperBound
        }
        let foreign = ForeignArticles(page: page, weights: weights, anchor: anchor)
        let kept = range.filter { keeps($0) && !foreign.holds($0) }
        let cut = TailCutter(page: page, weights: weights, body: body).cut(kept)
        return withoutEmptyHeadings(cut)
    }

    private func keeps(_ index: Int) -> Bool {
        let block = page.scan.blocks[index]
        if !block.inherited.isDisjoint(with: .junk) { return false }
        if block.kind == .caption || block.inherited.contains(.caption) && block.count < 600 { return false }
        let text = page.text(of: block)
        if !block.inherited.isDisjoint(with: .frame), block.count < 200, weights.prose[index] < 100 { return false }
        if isLinkList(block) { return false }
        return !BoilerplateText.isBoilerplate(text)
    }

    private func isLinkList(_ block: ScanBlock) -> Bool {
        if block.linkBytes * 10 <= block.count * 7 { return false }
        if block.kind == .item { return true }
        return block.linkBytes * 10 > block.count * 9 && block.kind != .heading
    }

    /// Headings that nothing follows before the end are left out.
    private func withoutEmptyHeadings(_ kept: [Int]) -> [Int] {
        var result: [Int] = []
        var nextIsText = false
        for index in kept.reversed() {
            let block = page.scan.blocks[index]
            if block.kind == .heading {
                if nextIsText { result.append(index) }
                nextIsText = false
            } else {
                result.append(index)
                nextIsText = true
            }
        }
        return result.reversed()
    }
}
