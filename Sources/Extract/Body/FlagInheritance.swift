internal import HTML

/// Hands the flags of elements down to what is inside them.
enum FlagInheritance {
    /// How far class names are believed.
    enum Trust {
        case full
        /// Only those that never stand around an article's own text.
        case little
    }

    /// Sets `inherited` on all elements and blocks.
    ///
    /// A flag on an element that holds most of the page's prose cannot be meant for that text, and is not handed down.
    static func apply(to scan: inout PageScan, _ weights: ProseWeights, trust: Trust = .full) {
        let total = max(1, weights.total)
        let layout = layoutClasses(scan, weights)
        for index in scan.elements.indices {
            let element = scan.elements[index]
            var own = meant(
                element, prose: weights.prose(in: element.blocks),
                before: weights.prose(in: 0..<element.blocks.lowerBound), of: total)
            if trust == .little {
                own.subtract(FlagInheritance.doubtful)
                // "teaser-body" is also what readers without a subscription see of the article.
                if own.contains(.body) { own.remove(.related) }
            }
            if layout.contains(element.classKey) { own.subtract(FlagInheritance.layoutFlags) }
            if own.contains(.hiddenByClass), repeatsSibling(index, in: scan) { own.remove(.hiddenByClass) }
            if !own.isDisjoint(with: .image) || element.tag == .figure {
                if element.blocks.count <= 4, weights.prose(in: element.blocks) < 700, scan.holdsImage(index) {
                    own.insert(.caption)
                }
            }
            scan.elements[index].flags = own
            scan.elements[index].inherited =
                element.parent >= 0 ? own.union(scan.elements[element.parent].inherited) : own
        }
        for index in scan.blocks.indices {
            let block = scan.blocks[index]
            let owner = scan.elements[block.element]
            let isMost = weights.prose[index] * 100 > total * 45
            let own = isMost ? block.flags.subtracting(.junk.union(.frame)) : block.flags
            // The owner's flags were judged above.
            scan.blocks[index].inherited = own.subtracting(ownBefore(block, owner)).union(owner.inherited)
        }
    }

    private static let doubtful = ElementFlags.junk.subtracting([.comment, .footer, .breadcrumb, .share, .related])

    private static let layoutFlags: ElementFlags = [.sidebar, .header, .navigation, .tool]

    /// Classes named after parts of the page whose elements together hold most of the prose: names of a layout.
    private static func layoutClasses(_ scan: PageScan, _ weights: ProseWeights) -> Set<UInt64> {
        var prose: [UInt64: Int] = [:]
        for element in scan.elements
        where element.classKey != 0 && !element.blocks.isEmpty && !element.flags.isDisjoint(with: layoutFlags) {
            prose[element.classKey, default: 0] += weights.prose(in: element.blocks)
        }
        return Set(prose.lazy.filter { $0.value * 100 > weights.total * 45 }.map(\.key))
    }

    /// One of several alike, as the pages of a gallery are, of which a script shows one at a time.
    private static func repeatsSibling(_ index: Int, in scan: PageScan) -> Bool {
        let element = scan.elements[index]
        var sibling = index - 1
        // The element before, at the same depth.
        while sibling > element.parent, scan.elements[sibling].parent != element.parent {
            sibling = scan.elements[sibling].parent
        }
        guard sibling > element.parent, sibling >= 0 else { return false }
        let before = scan.elements[sibling]
        return before.tag == element.tag && !before.flags.contains(.hiddenByClass) && !before.blocks.isEmpty
            && before.flags.union(.hiddenByClass) == element.flags.union(.hiddenByClass)
    }

    /// Those flags of the block that are only its owner's, and were taken from the owner.
    private static func ownBefore(_ block: ScanBlock, _ owner: ScanElement) -> ElementFlags {
        block.ownerFlags.subtracting(owner.flags)
    }

    private static func meant(_ element: ScanElement, prose: Int, before: Int, of total: Int) -> ElementFlags {
        var own = element.flags
        if element.tag == .html || element.tag == .body { return [] }
        if own.contains(.articleBody), !own.isDisjoint(with: .junk) { own.remove(.articleBody) }
        // What follows an article can be longer than it.
        let soft = ElementFlags.junk.subtracting(before > 300 ? [.popup, .related, .comment] : [.popup])
        if prose * 100 > total * 45 { own.subtract(soft.union(.frame)) }
        // The first long text of a page is its article, whatever follows it.
        if before < 200, prose > 600 {
            own.subtract(FlagInheritance.layoutFlags.union([.share, .breadcrumb, .popup, .tags, .related]))
        }
        if prose * 100 > total * 90 { own.subtract(.junk) }
        if prose > 600 { own.subtract([.date, .source, .meta, .editor, .title, .caption]) }
        if prose > 1200 { own.subtract([.byline]) }
        if prose > 400 { own.subtract([.player]) }
        if prose > 800, prose * 100 > total * 20 { own.subtract([.sidebar, .header, .navigation, .tool]) }
        let isArticle = !own.isDisjoint(with: [.article, .body, .articleBody])
        if isArticle, prose > 400, prose * 100 > total * 30 { own.subtract(soft) }
        if isArticle, prose > 1000 {
            own.subtract([.sidebar, .navigation, .tool, .login, .player, .share, .advert, .tags])
        }
        return own
    }
}
