internal import HTML

/// Where on the page the article stands: its headline, its blocks, and the lines around them.
struct ArticleFrame {
    /// The block with the headline.
    let title: Int?
    /// The blocks of the body, in order.
    let body: [Int]
    /// Lines above the body, from a little before the headline to the first paragraph.
    let head: Range<Int>
    /// Lines below the body.
    let tail: Range<Int>

    init(page: Page, title: String?, body: [Int]) {
        self.body = body
        let count = page.scan.blocks.count
        let first = body.first ?? 0
        let last = body.last ?? 0
        let titleBlock = ArticleFrame.block(of: title, in: page, before: min(first + 4, count))
        self.title = titleBlock
        let start: Int
        if let titleBlock, titleBlock <= first {
            start = max(0, titleBlock - 8, first - 60)
        } else {
            start = max(0, first - 16)
        }
        head = min(start, first)..<first
        tail = min(last + 1, count)..<min(last + 26, count)
    }

    /// The last block before the body that says the title.
    private static func block(of title: String?, in page: Page, before limit: Int) -> Int? {
        guard let title else { return nil }
        let key = TitleKey(title)
        guard !key.isEmpty else { return nil }
        var best: Int?
        for index in 0..<limit {
            let block = page.scan.blocks[index]
            guard block.count < title.utf8.count * 2 + 40, block.count * 2 + 8 > title.utf8.count,
                !block.inherited.contains(.breadcrumb)
            else { continue }
            let likeness = TitleKey(page.text(of: block).string).likeness(to: key)
            if likeness > 0.85 { best = index }
        }
        return best
    }
}
