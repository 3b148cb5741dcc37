internal import HTML

/// Finds the element that holds the article's body: most prose, least else.
struct BodyFinder {
    let page: Page
    let weights: ProseWeights

    /// Index of the element, or nil where there is no prose at all.
    func find() -> Int? {
        let (good, bad) = sums()
        var best: (score: Double, index: Int)?
        for (index, element) in page.scan.elements.enumerated() {
            guard !element.blocks.isEmpty, element.inherited.isDisjoint(with: .junk) else { continue }
            let gain = good[element.blocks.upperBound] - good[element.blocks.lowerBound]
            guard gain > 0 else { continue }
            let loss = bad[element.blocks.upperBound] - bad[element.blocks.lowerBound]
            let score = Double(gain * 2 - loss) * hint(element)
            // The innermost of equals.
            if score >= (best?.score ?? 0) * (isInside(element, best?.index) ? 0.999 : 1.000_001) {
                best = (score, index)
            }
        }
        return best?.index
    }

    private func isInside(_ element: ScanElement, _ outer: Int?) -> Bool {
        guard let outer else { return false }
        let range = page.scan.elements[outer].blocks
        return range.lowerBound <= element.blocks.lowerBound && element.blocks.upperBound <= range.upperBound
    }

    /// Sums before each block of prose and of what does not belong.
    private func sums() -> (good: [Int], bad: [Int]) {
        var good = [0]
        var bad = [0]
        for (index, block) in page.scan.blocks.enumerated() {
            var gain = 0
            var loss = 0
            if block.inherited.isDisjoint(with: .junk) {
                gain = weights.prose[index]
                if gain == 0 { loss = block.linkBytes + 8 }
            }
            good.append(good[index] + gain)
            bad.append(bad[index] + loss)
        }
        return (good, bad)
    }

    private func hint(_ element: ScanElement) -> Double {
        if element.flags.contains(.articleBody) { return 1.2 }
        if element.tag == .article { return 1.1 }
        if element.flags.contains(.article) || element.flags.contains(.body) { return 1.05 }
        return 1
    }
}
