import HTML
import Testing

/// Finds what is wrong with the links of a tree; nil where nothing is.
func flaw(in document: Document, maximumDepth: Int) -> String? {
    var visited = Set<Int32>([0])
    var stack: [(node: NodeID, depth: Int)] = [(document.root, 0)]
    while let (node, depth) = stack.popLast() {
        var previous: NodeID?
        for child in document.children(of: node) {
            if !visited.insert(child.index).inserted { return "node \(child.index) is met twice" }
            if document.parent(child) != node { return "node \(child.index) has another parent" }
            if document.previousSibling(child) != previous { return "node \(child.index) has another predecessor" }
            if document.kind(child) == .element, depth + 1 > maximumDepth { return "node \(child.index) is too deep" }
            if let problem = flaw(of: child, previous: previous, in: document) { return problem }
            stack.append((child, depth + 1))
            previous = child
        }
        if document.kind(node) != .text, document.lastChild(node) != previous {
            return "node \(node.index): last child"
        }
    }
    return visited.count <= document.count ? nil : "more nodes than there are"
}

private func flaw(of node: NodeID, previous: NodeID?, in document: Document) -> String? {
    switch document.kind(node) {
    case .text:
        if document.bytes(of: node).isEmpty { return "text \(node.index) is empty" }
        if let previous, document.kind(previous) == .text { return "text \(node.index) follows a text" }
        if document.bytes(of: node).contains(0) { return "text \(node.index) has a NUL" }
    case .element:
        if document.tagName(node).isEmpty { return "element \(node.index) has no name" }
        let names = document.attributes(of: node).map(\.name)
        if Set(names).count != names.count { return "element \(node.index) has an attribute twice" }
    case .document:
        if document.parent(node).map({ document.isElement($0, .template) }) != true {
            return "contents without template"
        }
    case .comment, .doctype: break
    }
    return nil
}

/// Numbers that are the same for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
