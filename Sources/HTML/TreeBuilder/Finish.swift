extension TreeBuilder {
    /// Opens the root a fragment is parsed in (HTML Standard, 13.4).
    mutating func startFragment() {
        let root = make(NodeRecord(kind: .element, tag: .html))
        append(root, to: 0)
        push(root, ElementKey(.html))
        guard let context, context.isHTML else { return resetMode() }
        switch context.tag {
        case .title, .textarea: tokenizer.model = .rcdata
        case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.model = .rawtext
        case .script: tokenizer.model = .scriptData
        case .noscript: tokenizer.model = scripting ? .rawtext : .data
        case .plaintext: tokenizer.model = .plaintext
        case .template: templateModes.append(.inTemplate)
        case .form: form = make(NodeRecord(kind: .element, tag: .form))
        default: break
        }
        resetMode()
    }

    /// Hands the tree over.
    consuming func finish() -> DocumentParts {
        let isFragment = context != nil
        if isFragment {
            let root = nodes[0].firstChild
            detach(root)
            moveChildren(of: root, to: 0)
        }
        if hasSelectedContent { fillSelectedContent() }
        if mayLieDeeper { limitDepth() }
        let count = nodes.count
        return DocumentParts(
            nodes: nodes.release(), count: count, attributes: tokenizer.attributes.release(), source: source.base,
            decoded: tokenizer.decoded.release(), tagNames: tokenizer.tagNames,
            attributeNames: tokenizer.attributeNames, quirksMode: quirksMode, documentType: documentType,
            isFragment: isFragment)
    }
}
