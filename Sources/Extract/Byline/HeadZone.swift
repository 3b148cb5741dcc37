internal import HTML

/// The lines between the headline and the running text, where bylines and dates stand, wherever the body begins.
struct HeadZone {
    /// Usable lines below the headline, in order; without a headline those above the body.
    let below: [Int]
    /// The few lines above the headline, the nearest first.
    let above: [Int]
    /// The lines right below the headline, also those whose classes speak of something else, such as the number of comments.
    let near: Range<Int>
    /// The first long paragraph below the headline.
    let firstProse: Int

    /// More lines than this are no head.
    private static let maximumLines = 48
    /// A paragraph of this many bytes is running text; two of them end the zone, since the first may be a standfirst.
    private static let longBytes = 200
    /// Four sentences of this many bytes end it as well.
    private static let sentenceBytes = 80

    init(page: Page, frame: ArticleFrame) {
        let count = page.scan.blocks.count
        let first = frame.body.first ?? 0
        let start = frame.title.map { $0 + 1 } ?? frame.head.lowerBound
        let least = min(first + 2, count)
        let end = frame.title == nil ? least : min(start + HeadZone.maximumLines, count)
        var below: [Int] = []
        var firstProse = end
        var halves = 0
        for index in min(start, count)..<max(min(start, count), max(end, least)) {
            let block = page.scan.blocks[index]
            guard HeadZone.isUsable(block) else { continue }
            let prose = HeadZone.isLong(block) ? 2 : HeadZone.isSentence(block, page) ? 1 : 0
            halves += prose
            if halves >= 2, firstProse == end { firstProse = index }
            if halves > 3 && index >= least { break }
            below.append(index)
        }
        self.below = below
        self.firstProse = firstProse
        near = frame.title == nil ? 0..<0 : min(start, count)..<min(start + 8, count)
        let title = frame.title ?? 0
        above = (max(0, title - 4)..<title).reversed().filter {
            HeadZone.isUsable(page.scan.blocks[$0]) && page.scan.blocks[$0].count <= 100
                && page.scan.blocks[$0].inherited.isDisjoint(with: [.navigation, .sidebar])
        }
    }

    /// Below the headline first, since what stands above it is more often of something else.
    var lines: [Int] { below + above }

    func contains(_ block: Int) -> Bool {
        if let first = below.first, let last = below.last, block >= first, block <= last { return true }
        return above.contains(block)
    }

    private static func isUsable(_ block: ScanBlock) -> Bool {
        block.inherited.isDisjoint(with: [.comment, .related, .ranking, .footer, .hidden])
    }

    private static func isLong(_ block: ScanBlock) -> Bool {
        block.count >= longBytes && block.linkBytes * 2 < block.count && !isCaption(block)
    }

    private static func isSentence(_ block: ScanBlock, _ page: Page) -> Bool {
        guard block.count >= sentenceBytes, block.linkBytes * 2 < block.count, !isCaption(block) else { return false }
        let text = page.text(of: block)
        return Scalars.endsSentence(text.scalar(at: text.count - text.lengthOfCharacter(before: text.count)).value)
    }

    static func isCaption(_ block: ScanBlock) -> Bool {
        block.kind == .caption || block.inherited.contains(.caption)
    }
}
