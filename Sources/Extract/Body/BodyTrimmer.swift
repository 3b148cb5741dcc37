internal import HTML

/// Takes away what follows the article in a part of the page of its own: comments, other articles, notices.
///
/// An article's paragraphs stand in places that are built alike. The element around the first such group is where it ends.
struct BodyTrimmer {
    let page: Page
    let weights: ProseWeights
    let body: Int

    /// Paragraphs that stand in the same kind of place.
    private struct Group {
        var prose = 0
        var count = 0
        var first: Int
        /// The innermost element around all of them.
        var home: Int
    }

    func trimmed(_ kept: [Int]) -> [Int] {
        guard let home = home(of: kept), home != body else { return kept }
        let end = page.scan.elements[home].blocks.upperBound
        let inside = kept.reduce(0) { $1 < end ? $0 + weights.prose[$1] : $0 }
        let after = kept.reduce(0) { $1 >= end ? $0 + weights.prose[$1] : $0 }
        guard after > 0, inside >= BodyTrimmer.leastProse,
            inside >= after || isSeries(kept.filter { $0 >= end }, of: after)
        else { return kept }
        return kept.filter { $0 < end || isAlike(home, page.scan.blocks[$0].element) }
    }

    /// Elements that hold a part of a page.
    private static let holders: Set<Tag> = [.div, .section, .article, .main, .td]

    /// Whether both stand in elements of one series: neighbours of the same name and class.
    private func isAlike(_ home: Int, _ element: Int) -> Bool {
        let outer = common(home, element)
        let one = page.scan.elements[child(of: outer, around: home)]
        let other = page.scan.elements[child(of: outer, around: element)]
        return one.tag == other.tag && one.classKey == other.classKey && one.classKey != 0
    }

    private func child(of outer: Int, around element: Int) -> Int {
        var element = element
        while element > outer, page.scan.elements[element].parent != outer {
            element = page.scan.elements[element].parent
        }
        return element
    }

    private static let leastProse = 600

    private func isSeries(_ kept: [Int], of total: Int) -> Bool {
        var groups: [UInt64: (count: Int, prose: Int)] = [:]
        for index in kept where weights.prose[index] >= 60 {
            groups[page.place(of: page.scan.blocks[index]), default: (0, 0)].count += 1
            groups[page.place(of: page.scan.blocks[index]), default: (0, 0)].prose += weights.prose[index]
        }
        return groups.values.contains { $0.count >= 4 && $0.prose * 2 >= total }
    }

    /// The element around the paragraphs of the first group that is large enough to be an article.
    private func home(of kept: [Int]) -> Int? {
        var groups: [UInt64: Group] = [:]
        var total = 0
        for index in kept where weights.prose[index] >= 60 {
            let block = page.scan.blocks[index]
            total += weights.prose[index]
            var group = groups[page.place(of: block)] ?? Group(first: index, home: block.element)
            group.prose += weights.prose[index]
            group.count += 1
            group.home = common(group.home, block.element)
            groups[page.place(of: block)] = group
        }
        let large = groups.values.filter {
            $0.count >= 2 && $0.prose * 10 >= total * 3 && page.scan.blocks[$0.first].kind != .item
        }
        guard var home = large.min(by: { $0.first < $1.first })?.home else { return nil }
        while home > body, !BodyTrimmer.holders.contains(page.scan.elements[home].tag) {
            home = page.scan.elements[home].parent
        }
        return home
    }

    /// The innermost element around both; elements are numbered in document order.
    private func common(_ one: Int, _ other: Int) -> Int {
        var element = min(one, other)
        let inner = max(one, other)
        while element >= 0, page.scan.elements[element].endElement <= inner {
            element = page.scan.elements[element].parent
        }
        return element
    }
}
