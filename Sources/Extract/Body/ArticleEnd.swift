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
            if seen >= ArticleEnd.leastProse, block.count <= 240, ArticleEnd.saysEnd(page.text(of: block)),
                !goesOn(index, range)
            {
                return range.lowerBound..<index
            }
            if block.inherited.isDisjoint(with: .junk) { seen += weights.prose[index] }
        }
        return range
    }

    /// Whether paragraphs follow that stand beside those before.
    private func goesOn(_ end: Int, _ range: Range<Int>) -> Bool {
        var known: Set<Int> = []
        for index in range.lowerBound..<end where weights.prose[index] >= 60 { known.insert(parent(of: index)) }
        return (end + 1..<range.upperBound).contains { weights.prose[$0] >= 60 && known.contains(parent(of: $0)) }
    }

    private func parent(of index: Int) -> Int { page.scan.elements[page.scan.blocks[index].element].parent }

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
