/// An XML document as flat arrays: what libxml2 reported, in document order.
///
/// Node 0 is the root element when there is one. A node's children are linked by index; a node's index is greater than
/// its parent's, so the array order is preorder. Names are local names in lower case (ASCII), because feeds vary it.
struct XMLTree: Sendable {
    /// The index of a node.
    typealias Index = Int32

    /// No node.
    static let none: Index = -1

    struct Node: Sendable {
        /// Index into ``names``; -1 for a text node.
        var name: Int32
        var namespace: Int32
        var parent: Index
        var firstChild: Index = XMLTree.none
        var next: Index = XMLTree.none
        var attributes: Range<Int32>
        /// Bytes of ``text``; empty for an element.
        var text: Range<Int32>
        /// One past the last node of the subtree; -1 while the element is open.
        var end: Index = XMLTree.none
        /// Whether the end tag was reached: false for what the end of a cut document left open.
        var isClosed = false
    }

    struct Attribute: Sendable {
        let name: Int32
        let namespace: Int32
        let value: Range<Int32>
    }

    var nodes: [Node] = []
    var attributes: [Attribute] = []
    var text: [UInt8] = []
    var names: [String] = []
    var namespaces: [XMLNamespace] = [.none]

    /// Whether the parser met something that is not well-formed, or stopped at a limit: the rest may be missing.
    var isDamaged = false

    /// The root element.
    var root: Index? { nodes.isEmpty ? nil : 0 }

    func isElement(_ node: Index) -> Bool { nodes[Int(node)].name >= 0 }

    /// The local name in lower case; empty for a text node.
    func name(of node: Index) -> String {
        let name = nodes[Int(node)].name
        return name >= 0 ? names[Int(name)] : ""
    }

    func namespace(of node: Index) -> XMLNamespace { namespaces[Int(nodes[Int(node)].namespace)] }

    func parent(of node: Index) -> Index? {
        let parent = nodes[Int(node)].parent
        return parent >= 0 ? parent : nil
    }

    func isClosed(_ node: Index) -> Bool { nodes[Int(node)].isClosed }

    /// The children of a node, text included, in document order.
    func children(of node: Index) -> some Sequence<Index> {
        sequence(state: nodes[Int(node)].firstChild) { next -> Index? in
            guard next >= 0 else { return nil }
            defer { next = nodes[Int(next)].next }
            return next
        }
    }

    /// The child elements of a node that were closed, in document order.
    func elements(of node: Index) -> some Sequence<Index> {
        children(of: node).lazy.filter { isElement($0) && isClosed($0) }
    }

    /// Whether any child is an element.
    func hasElements(_ node: Index) -> Bool { children(of: node).contains { isElement($0) } }

    /// The value of an attribute by its local name in lower case; without a namespace unless one is given.
    func attribute(_ name: String, _ namespace: XMLNamespace = .none, of node: Index) -> String? {
        for index in nodes[Int(node)].attributes {
            let attribute = attributes[Int(index)]
            guard names[Int(attribute.name)] == name, namespaces[Int(attribute.namespace)] == namespace else {
                continue
            }
            return string(attribute.value)
        }
        return nil
    }

    /// The bytes that a text node or an attribute value refers to, as a string.
    func string(_ range: Range<Int32>) -> String {
        String(decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    }
}
