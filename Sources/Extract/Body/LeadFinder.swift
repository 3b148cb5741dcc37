internal import HTML

/// Finds what stands between headline and body and is the article's: the standfirst, an introduction in a box of its own.
struct LeadFinder {
    let page: Page
    let weights: ProseWeights
    let anchor: TitleAnchor

    /// The blocks to put before those kept.
    func lead(before kept: [Int]) -> [Int] {
        guard let title = anchor.block, let first = kept.first, first > title + 1, first - title < 60 else { return [] }
        let opening = page.text(of: page.scan.blocks[first])
        return (title + 1..<first).filter { index in
            let block = page.scan.blocks[index]
            let isHeading = block.kind == .heading
            guard block.count >= 40, block.count <= 900, block.linkBytes * 3 < block.count,
                isHeading ? block.level > 1 : weights.prose[index] >= 25,
                block.inherited.isDisjoint(with: ElementFlags.junk.union(.frame).subtracting([.meta])),
                block.kind != .caption, block.kind != .cell
            else { return false }
            let text = page.text(of: block)
            if opening.starts(with: text) || BoilerplateText.isBoilerplate(text) || isByline(text) { return false }
            return isSentence(text) && DateScanner(text: text).first(before: 60) == nil
        }
    }

    /// `By Ann Lee - The Marrow Post - Wednesday, May 1, 2024`, `By Ann Lee, Bo Ek and Cy Twill, Marrow Press`.
    private func isByline(_ text: Bytes) -> Bool {
        guard text.count <= 160, BylineLines.saysBy(text) else { return false }
        guard let date = DateScanner(text: text).first() else {
            return text.startsFolded(with: "by ") && text.last != 0x2E && !EnglishByline.names(text).isEmpty
        }
        return date.range.upperBound + 12 >= text.count || !EnglishByline.names(text).isEmpty
    }

    /// Not a line of names, places or numbers: small words between spaces, or the marks of a sentence.
    private func isSentence(_ text: Bytes) -> Bool {
        var spaces = 0
        for byte in text where byte == 0x20 { spaces += 1 }
        return spaces >= 6 || text.containsAny(["，", "。", "、"])
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    fileprivate func starts(with other: Bytes) -> Bool { count >= other.count && cut(to: other.count).equals(other) }
}
