/// Hands the flags of elements down to what is inside them.
enum FlagInheritance {
    /// Sets `inherited` on all elements and blocks.
    ///
    /// A flag of junk on an element that holds most of the page's prose cannot be meant for it, and is not handed down.
    static func apply(to scan: inout PageScan, _ weights: ProseWeights) {
        let total = max(1, weights.total)
        for index in scan.elements.indices {
            let element = scan.elements[index]
            var own = element.flags
            if own.contains(.articleBody), !own.isDisjoint(with: .junk) { own.remove(.articleBody) }
            let share = weights.prose(in: element.blocks)
            if share * 100 > total * 45 { own.subtract(.junk) }
            if share > 400, share * 100 > total * 30, !element.flags.isDisjoint(with: [.article, .body, .articleBody]) {
                own.subtract(.junk)
            }
            scan.elements[index].flags = own
            scan.elements[index].inherited =
                element.parent >= 0 ? own.union(scan.elements[element.parent].inherited) : own
        }
        for index in scan.blocks.indices {
            let block = scan.blocks[index]
            scan.blocks[index].inherited = block.flags.union(scan.elements[block.element].inherited)
            let owner = scan.elements[block.element].flags
            // Flags taken away from the element do not come back through the block.
            scan.blocks[index].inherited.subtract(
                block.flags.intersection(.junk).subtracting(owner).intersection(
                    block.count * 100 > total * 45 ? .junk : []))
        }
    }
}
