internal import HTML

/// The block of the page that says the title: the body is looked for below it.
struct TitleAnchor {
    let block: Int?

    init(block: Int?) { self.block = block }

    init(page: Page, title: String?) {
        guard let title else {
            block = nil
            return
        }
        let key = TitleKey(title)
        var best: (rank: Int, index: Int)?
        let length = title.utf8.count
        for (index, block) in page.scan.blocks.enumerated() where key.count >= 3 {
            guard block.count <= length * 2 + 40, block.count * 2 + 8 >= length,
                block.inherited.isDisjoint(with: [.breadcrumb, .related, .comment, .share, .ranking, .hidden])
            else { continue }
            let rank = TitleAnchor.rank(block)
            let text = page.text(of: block)
            guard rank > best?.rank ?? 0, key.mayResemble(text),
                TitleKey(text).likeness(to: key, atLeast: 0.8) > 0.8
            else { continue }
            best = (rank, index)
        }
        block = best?.index
    }

    private static func rank(_ block: ScanBlock) -> Int {
        let isLink = block.linkBytes * 2 > block.count
        if block.kind == .heading { return block.level == 1 ? 6 : isLink ? 3 : 5 }
        if block.inherited.contains(.title) { return isLink ? 2 : 4 }
        return isLink ? 1 : 2
    }
}
