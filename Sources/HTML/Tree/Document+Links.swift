extension Document {
    /// The document node.
    @inlinable package var root: NodeID { NodeID(index: 0) }

    @inlinable package func kind(_ node: NodeID) -> NodeKind { nodes[Int(node.index)].kind }

    /// The element's name; `.none` for what is no element.
    @inlinable package func tag(_ node: NodeID) -> Tag { nodes[Int(node.index)].tag }

    @inlinable package func namespace(_ node: NodeID) -> Namespace { nodes[Int(node.index)].namespace }

    /// Whether the node is an HTML element of this name.
    @inlinable package func isElement(_ node: NodeID, _ tag: Tag) -> Bool {
        let record = nodes[Int(node.index)]
        return record.tag == tag && record.namespace == .html
    }

    @inlinable package func parent(_ node: NodeID) -> NodeID? { NodeID(link: nodes[Int(node.index)].parent) }

    @inlinable package func nextSibling(_ node: NodeID) -> NodeID? { NodeID(link: nodes[Int(node.index)].next) }

    @inlinable package func previousSibling(_ node: NodeID) -> NodeID? { NodeID(link: nodes[Int(node.index)].previous) }

    @inlinable package func firstChild(_ node: NodeID) -> NodeID? { NodeID(link: firstChildLink(node)) }

    @inlinable package func lastChild(_ node: NodeID) -> NodeID? {
        let record = nodes[Int(node.index)]
        return record.kind == .text ? nil : NodeID(link: record.lastChild)
    }

    /// Text keeps something else in that field.
    @inlinable func firstChildLink(_ node: NodeID) -> Int32 {
        let record = nodes[Int(node.index)]
        return record.kind == .text ? -1 : record.firstChild
    }

    /// The node after this one in document order, within the descendants of `ancestor`.
    @inlinable package func next(after node: NodeID, within ancestor: NodeID) -> NodeID? {
        let child = firstChildLink(node)
        return child >= 0 ? NodeID(index: child) : nextSkippingChildren(of: node, within: ancestor)
    }

    /// The node after this one and all its descendants in document order, within the descendants of `ancestor`.
    @inlinable package func nextSkippingChildren(of node: NodeID, within ancestor: NodeID) -> NodeID? {
        var current = node.index
        while current != ancestor.index && current >= 0 {
            let record = nodes[Int(current)]
            if record.next >= 0 { return NodeID(index: record.next) }
            current = record.parent
        }
        return nil
    }

    /// The children, in order.
    @inlinable package func children(of node: NodeID) -> Children {
        Children(document: self, link: firstChildLink(node))
    }

    /// The nodes below, in document order; the contents of templates too.
    @inlinable package func descendants(of node: NodeID) -> Descendants {
        Descendants(document: self, ancestor: node, current: node)
    }
}

/// The children of a node.
@usableFromInline
package struct Children: Sequence, IteratorProtocol {
    @usableFromInline let document: Document
    @usableFromInline var link: Int32

    @inlinable init(document: Document, link: Int32) {
        self.document = document
        self.link = link
    }

    @inlinable package mutating func next() -> NodeID? {
        guard let node = NodeID(link: link) else { return nil }
        link = document.nodes[Int(link)].next
        return node
    }
}

/// The descendants of a node in document order.
@usableFromInline
package struct Descendants: Sequence, IteratorProtocol {
    @usableFromInline let document: Document
    @usableFromInline let ancestor: NodeID
    @usableFromInline var current: NodeID?

    @inlinable init(document: Document, ancestor: NodeID, current: NodeID?) {
        self.document = document
        self.ancestor = ancestor
        self.current = current
    }

    @inlinable package mutating func next() -> NodeID? {
        guard let node = current else { return nil }
        current = document.next(after: node, within: ancestor)
        return current
    }
}
