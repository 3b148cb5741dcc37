extension TreeBuilder {
    /// The adoption agency algorithm (13.2.6.4.7), for the end tag of a formatting element. False where the tag is to be
    /// treated as any other end tag.
    mutating func adopt(_ tag: Tag) -> Bool {
        if open.currentKey == tag, formatting.index(ofNode: open.current.node) == nil {
            pop()
            return true
        }
        for _ in 0..<8 {
            guard let listIndex = formatting.lastIndex(of: tag) else { return false }
            let element = formatting[listIndex].node
            guard let stackIndex = open.index(ofNode: element) else {
                formatting.remove(at: listIndex)
                return true
            }
            guard isInScope(stackIndex) else { return true }
            guard let block = furthestBlock(above: stackIndex) else {
                popThrough(stackIndex)
                formatting.remove(at: listIndex)
                return true
            }
            guard spareClones > 4 else {
                formatting.removeAll()
                return false
            }
            mayLieDeeper = true
            adopt(element, tag, block: block, from: stackIndex)
        }
        return true
    }

    private mutating func isInScope(_ stackIndex: Int) -> Bool {
        var index = open.count - 1
        while index > stackIndex {
            if open.traits(of: open[index].key).contains(.scope) { return false }
            index -= 1
        }
        return true
    }

    /// The highest special element below the formatting element in the tree.
    private mutating func furthestBlock(above stackIndex: Int) -> Int? {
        (stackIndex + 1..<open.count).first { open.traits(of: open[$0].key).contains(.special) }
    }

    /// One round: the formatting element ends before the block, and a copy of it takes the block's children.
    private mutating func adopt(_ element: Int32, _ tag: Tag, block blockIndex: Int, from stackIndex: Int) {
        let block = open[blockIndex].node
        let ancestor = open[stackIndex - 1].node
        var bookmark = element
        var isBehindBookmark = false
        var last = block
        var index = blockIndex
        var rounds = 0
        while index > stackIndex + 1 {
            index -= 1
            rounds += 1
            var node = open[index].node
            var listIndex = formatting.index(ofNode: node)
            if rounds > 3, let found = listIndex {
                formatting.remove(at: found)
                listIndex = nil
            }
            guard let found = listIndex else {
                removeFromStack(at: index)
                continue
            }
            node = replaceWithClone(stackIndex: index, listIndex: found)
            if last == block {
                bookmark = node
                isBehindBookmark = true
            }
            detach(last)
            append(last, to: node)
            last = node
        }
        detach(last)
        put(last, at: place(in: ancestor))
        wrapChildren(of: block, element, tag, bookmark, isBehindBookmark)
    }

    private mutating func replaceWithClone(stackIndex: Int, listIndex: Int) -> Int32 {
        spareClones -= 1
        let old = open[stackIndex].node
        let node = clone(old)
        nodes.base[Int(old)].head &= ~NodeRecord.openBit
        nodes.base[Int(node)].head |= NodeRecord.openBit
        formatting.replace(at: listIndex, with: node)
        open.replace(at: stackIndex, with: node)
        return node
    }

    private mutating func wrapChildren(
        of block: Int32, _ element: Int32, _ tag: Tag, _ bookmark: Int32, _ isBehindBookmark: Bool
    ) {
        spareClones -= 1
        let wrapper = clone(element)
        moveChildren(of: block, to: wrapper)
        append(wrapper, to: block)
        if let place = formatting.index(ofNode: bookmark) {
            formatting.insert(wrapper, tag, at: isBehindBookmark ? place + 1 : place)
        }
        if let old = formatting.index(ofNode: element) { formatting.remove(at: old) }
        if let old = open.index(ofNode: element) { removeFromStack(at: old) }
        if let index = open.index(ofNode: block) {
            open.insert(wrapper, ElementKey(tag), at: index + 1)
            nodes.base[Int(wrapper)].head |= NodeRecord.openBit
        }
    }
}
