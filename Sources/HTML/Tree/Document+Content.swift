extension Document {
    /// The data of a text or comment; empty for other nodes. Valid while the document lives.
    @inlinable package func bytes(of node: NodeID) -> UnsafeBufferPointer<UInt8> {
        let record = nodes[Int(node.index)]
        guard record.kind == .text || record.kind == .comment else { return UnsafeBufferPointer(start: nil, count: 0) }
        return bytes(in: record.data)
    }

    @inlinable func bytes(in range: DataRange) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: (range.isDecoded ? decoded : source) + range.offset, count: Int(range.length))
    }

    /// Adds the data of the node, or of all texts below it, in document order and as they are. Comments and the contents of
    /// templates are left out.
    package func appendText(of node: NodeID, to text: inout [UInt8]) {
        if kind(node) == .text { return text.append(contentsOf: bytes(of: node)) }
        var current = NodeID(link: firstChildLink(node))
        while let descendant = current {
            switch kind(descendant) {
            case .text:
                text.append(contentsOf: bytes(of: descendant))
                current = nextSkippingChildren(of: descendant, within: node)
            case .document, .comment, .doctype:
                current = nextSkippingChildren(of: descendant, within: node)
            case .element:
                current = next(after: descendant, within: node)
            }
        }
    }

    /// `appendText` as a string.
    package func text(of node: NodeID) -> String {
        var text: [UInt8] = []
        appendText(of: node, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The name of an element, in lower case but for SVG's names with capitals; empty for other nodes.
    package func tagName(_ node: NodeID) -> String { name(of: tag(node)) }

    /// A name of this document.
    package func name(of tag: Tag) -> String { String(decoding: tagNames.name(tag.rawValue), as: UTF8.self) }

    /// The number of a name in this document, or nil where it does not occur.
    package func tag(named name: String) -> Tag? { tagNames.find(copying: name.utf8).map(Tag.init) }
}
