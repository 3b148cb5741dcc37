/// A tree as text, one node a line, as the html5lib tests have it.
package enum TreeFormat {
    /// The lines of the tree, each with its line feed.
    package static func write(_ document: Document) -> String {
        var text = ""
        for node in document.children(of: document.root) { write(node, 0, document, &text) }
        return text
    }

    private static func write(_ node: NodeID, _ depth: Int, _ document: Document, _ text: inout String) {
        text += "| " + String(repeating: "  ", count: depth)
        switch document.kind(node) {
        case .document: text += "content\n"
        case .doctype: text += "<!DOCTYPE \(doctype(document.documentType))>\n"
        case .text: text += "\"\(String(decoding: document.bytes(of: node), as: UTF8.self))\"\n"
        case .comment: text += "<!-- \(String(decoding: document.bytes(of: node), as: UTF8.self)) -->\n"
        case .element:
            text += "<\(prefix(document.namespace(node)))\(document.tagName(node))>\n"
            writeAttributes(node, depth + 1, document, &text)
        }
        for child in document.children(of: node) { write(child, depth + 1, document, &text) }
    }

    private static func doctype(_ type: DocumentType?) -> String {
        guard let type else { return "" }
        if type.publicID.isEmpty, type.systemID.isEmpty { return type.name }
        return "\(type.name) \"\(type.publicID)\" \"\(type.systemID)\""
    }

    private static func prefix(_ namespace: Namespace) -> String {
        switch namespace {
        case .html: ""
        case .svg: "svg "
        case .mathml: "math "
        }
    }

    private static func writeAttributes(_ node: NodeID, _ depth: Int, _ document: Document, _ text: inout String) {
        let lines = document.attributes(of: node).map { name, value in
            let name = document.treeName(of: name)
            return (Array(name.utf16), "\(name)=\"\(String(decoding: value, as: UTF8.self))\"\n")
        }
        for line in lines.sorted(by: { $0.0.lexicographicallyPrecedes($1.0) }) {
            text += "| " + String(repeating: "  ", count: depth) + line.1
        }
    }
}

extension Document {
    /// The prefix of a foreign attribute is parted from its name by a space.
    fileprivate func treeName(of attribute: AttributeName) -> String {
        let bytes = attributeNames.name(attribute.rawValue)
        return String(decoding: bytes.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}
