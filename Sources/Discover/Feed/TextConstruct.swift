/// Text elements as feeds write them (RFC 4287 section 3.1 and 4.1.3, Atom 0.3's modes, and what RSS leaves open).
struct TextConstruct {
    private enum Form { case text, html, xhtml, base64 }

    let tree: XMLTree

    /// An RSS element's text, which is markup by custom; nil where it is empty.
    func rss(_ node: XMLTree.Index) -> FeedText? {
        let value = tree.hasElements(node) ? tree.markup(ofChildrenOf: node, escapesText: true) : tree.rawText(of: node)
        return text(value, isMarkup: true)
    }

    /// An Atom text or content construct; nil where it is empty.
    func atom(_ node: XMLTree.Index) -> FeedText? {
        switch form(of: node) {
        case .base64:
            let raw = tree.rawText(of: node)
            return text(Base64.text(raw) ?? raw, isMarkup: true)
        case .xhtml: return text(xhtml(node), isMarkup: true)
        case .html where tree.hasElements(node):
            return text(tree.markup(ofChildrenOf: node, escapesText: false), isMarkup: true)
        case .html: return text(tree.rawText(of: node), isMarkup: true)
        case .text where tree.hasElements(node): return text(xhtml(node), isMarkup: true)
        case .text: return text(tree.rawText(of: node), isMarkup: false)
        }
    }

    private func text(_ value: String, isMarkup: Bool) -> FeedText? {
        value.trimmed.map { FeedText($0, isMarkup: isMarkup) }
    }

    /// The div that Atom wants around XHTML is not part of the content.
    private func xhtml(_ node: XMLTree.Index) -> String {
        var elements = tree.children(of: node).filter { tree.isElement($0) }.makeIterator()
        if let div = elements.next(), elements.next() == nil, tree.name(of: div) == "div", tree.isClosed(div) {
            return tree.markup(ofChildrenOf: div, escapesText: true)
        }
        return tree.markup(ofChildrenOf: node, escapesText: true)
    }

    private func form(of node: XMLTree.Index) -> Form {
        let mode = tree.attribute("mode", of: node)?.lowercased()
        if mode == "base64" { return .base64 }
        let type = tree.attribute("type", of: node)?.lowercased() ?? ""
        switch type {
        case "html", "text/html": return .html
        case "xhtml", "application/xhtml+xml": return .xhtml
        case "", "text", "text/plain": return mode == "escaped" && type.isEmpty ? .html : .text
        default: break
        }
        if type.hasSuffix("/xml") || type.hasSuffix("+xml") { return tree.hasElements(node) ? .xhtml : .html }
        return type.hasPrefix("text/") || !type.contains("/") ? .text : .base64
    }
}
