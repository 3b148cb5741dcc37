extension TreeBuilder {
    /// Makes siblings of what lies deeper than allowed.
    ///
    /// The stack of open elements is bounded, but elements may leave it before their contents do, and the adoption
    /// agency may put elements around others that are closed already.
    /// Each node moves once.
    mutating func limitDepth() {
        var node = nodes[0].firstChild
        var depth = 1
        while node >= 0 {
            if depth >= maximumDepth { liftDeepChildren(of: node) }
            let record = nodes[Int(node)]
            if record.kind != .text, record.firstChild >= 0 {
                node = record.firstChild
                depth += 1
                continue
            }
            while nodes[Int(node)].next < 0 {
                node = nodes[Int(node)].parent
                depth -= 1
                if node <= 0 { return }
            }
            node = nodes[Int(node)].next
        }
    }

    /// Puts the children from the first element on behind the node itself. A template's contents cannot go there.
    private mutating func liftDeepChildren(of node: Int32) {
        guard nodes[Int(node)].kind == .element else { return }
        var child = nodes[Int(node)].firstChild
        while child >= 0, nodes[Int(child)].kind == .text || nodes[Int(child)].kind == .comment {
            child = nodes[Int(child)].next
        }
        var behind = node
        while child >= 0 {
            let next = nodes[Int(child)].next
            let isContents = nodes[Int(child)].kind == .document
            detach(child)
            if !isContents {
                put(child, behind: behind)
                behind = child
            }
            child = next
        }
    }

    private mutating func put(_ node: Int32, behind sibling: Int32) {
        let next = nodes[Int(sibling)].next
        if next >= 0 { insert(node, before: next) } else { append(node, to: nodes[Int(sibling)].parent) }
    }
}
