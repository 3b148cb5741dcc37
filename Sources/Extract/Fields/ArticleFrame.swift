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

    init(page: Page, anchor: TitleAnchor, body: [Int]) {
        self.body = body
        let count = page.scan.blocks.count
        let first = body.first ?? 0
        let last = body.last ?? 0
        title = anchor.block.flatMap { $0 <= first + 3 ? $0 : nil }
        let start: Int
        if let title, title <= first {
            start = max(0, title - 8, first - 60)
        } else {
            start = max(0, first - 16)
        }
        head = min(start, first)..<first
        tail = min(last + 1, count)..<min(last + 26, count)
    }
}
