extension TreeBuilder {
    /// Makes `node`, which is in no list, the last child of `parent`.
    @inline(__always)
    mutating func append(_ node: Int32, to parent: Int32) {
        let base = nodes.base
        let last = base[Int(parent)].lastChild
        base[Int(node)].parent = parent
        base[Int(node)].previous = last
        base[Int(node)].next = -1
        if last >= 0 { base[Int(last)].next = node } else { base[Int(parent)].firstChild = node }
        base[Int(parent)].lastChild = node
    }

    /// Puts `node`, which is in no list, before `sibling`.
    mutating func insert(_ node: Int32, before sibling: Int32) {
        let base = nodes.base
        let parent = base[Int(sibling)].parent
        let previous = base[Int(sibling)].previous
        base[Int(node)].parent = parent
        base[Int(node)].previous = previous
        base[Int(node)].next = sibling
        base[Int(sibling)].previous = node
        if previous >= 0 { base[Int(previous)].next = node } else { base[Int(parent)].firstChild = node }
    }

    /// Takes `node` out of its parent's children, if it has one.
    mutating func detach(_ node: Int32) {
        let base = nodes.base
        let record = base[Int(node)]
        guard record.parent >= 0 else { return }
        if record.previous >= 0 {
            base[Int(record.previous)].next = record.next
        } else {
            base[Int(record.parent)].firstChild = record.next
        }
        if record.next >= 0 {
            base[Int(record.next)].previous = record.previous
        } else {
            base[Int(record.parent)].lastChild = record.previous
        }
        base[Int(node)].parent = -1
        base[Int(node)].previous = -1
        base[Int(node)].next = -1
    }

    /// Moves all children of one node behind those of another.
    mutating func moveChildren(of parent: Int32, to target: Int32) {
        var child = nodes[Int(parent)].firstChild
        nodes.base[Int(parent)].firstChild = -1
        nodes.base[Int(parent)].lastChild = -1
        while child >= 0 {
            let next = nodes[Int(child)].next
            append(child, to: target)
            child = next
        }
    }
}
