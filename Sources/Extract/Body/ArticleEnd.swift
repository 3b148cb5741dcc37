internal import HTML

/// Finds the line after which nothing of the article comes: who was responsible, whose the rights are, a disclaimer.
struct ArticleEnd {
    let page: Page
    let weights: ProseWeights

    /// Less running text than this before such a line does not make it the end.
    private static let leastProse = 150

    /// The range before that line; the whole range where there is none.
    func cut(_ range: Range<Int>) -> Range<Int> {
        var seen = 0
        for index in range {
            let block = page.scan.blocks[index]
            if seen >= ArticleEnd.leastProse, isEnd(block), follows(index, range), !goesOn(index, range) {
                return range.lowerBound..<index
            }
            if block.inherited.isDisjoint(with: .junk) { seen += weights.prose[index] }
        }
        return range
    }

    /// Whether anything follows that is worth cutting.
    private func follows(_ end: Int, _ range: Range<Int>) -> Bool {
        weights.prose(in: end + 1..<range.upperBound) >= 60
    }

    /// Whether paragraphs follow that stand beside those before, or in a place of the same kind.
    private func goesOn(_ end: Int, _ range: Range<Int>) -> Bool {
        var parents: Set<Int> = []
        var places: Set<UInt64> = []
        for index in range.lowerBound..<end where weights.prose[index] >= 60 {
            parents.insert(parent(of: index))
            places.insert(page.place(of: page.scan.blocks[index]))
        }
        return (end + 1..<range.upperBound).contains {
            weights.prose[$0] >= 60
                && (parents.contains(parent(of: $0)) || places.contains(page.place(of: page.scan.blocks[$0])))
        }
    }

    private func parent(of index: Int) -> Int { page.scan.elements[page.scan.blocks[index].element].parent }

    /// Whether the block says that the article is over, by its words or as the linked headline of another.
    func isEnd(_ block: ScanBlock) -> Bool {
        guard block.count <= 240 else { return false }
        let isHeadline =
            block.kind == .heading && block.level <= 3 && block.count >= 20 && block.linkBytes * 10 > block.count * 9
        return isHeadline || ArticleEnd.saysEnd(page.text(of: block))
    }

    static func saysEnd(_ text: Bytes) -> Bool {
        openings.contains { text.startsFolded(with: $0) }
            || text.count <= 160 && text.containsFolded("all rights reserved")
    }

    private static let openings: [StaticString] = [
        "责任编辑", "（责任编辑", "(责任编辑", "【责任编辑", "[责任编辑", "责编", "（责编", "(责编", "【责编", "编辑：", "编辑:", "（编辑", "(编辑",
        "【编辑", "[编辑", "值班编辑", "责任校对", "校对：", "校对:", "特别声明", "版权声明", "【版权声明", "免责声明", "【免责声明", "郑重声明",
        "声明：", "声明:", "以上内容", "举报/反馈", "責任編輯", "（責任編輯", "責編",
        "our standards:", "copyright ©", "© copyright", "privacy preference center", "manage consent preferences",
    ]
}
