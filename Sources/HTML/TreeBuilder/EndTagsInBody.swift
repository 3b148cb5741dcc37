extension TreeBuilder {
    @inline(__always)
    mutating func endInBody() -> Outcome {
        let tag = tokenizer.token.tag
        switch Int(tag.rawValue) < endGroups.count ? endGroups[Int(tag.rawValue)] : .other {
        case .other: endOther(tag)
        case .block: closeElement(tag)
        case .paragraph:
            if !open.has(.p, in: .buttonScope) { insertImplied(.p) }
            closeParagraph()
        case .listItem: closeElement(.li, in: .listItemScope, except: .li)
        case .formatting:
            if !adopt(tag) { endOther(tag) }
        case .heading:
            guard open.hasAny(.heading) else { return .done }
            impliedEnds()
            while !open.traits(of: open.currentKey).contains(.heading) { pop() }
            pop()
        case .description: closeElement(tag, except: tag)
        case .form: endForm()
        case .marker:
            if closeElement(tag) { formatting.clearToMarker() }
        case .br:
            tokenizer.token.kind = .startTag
            tokenizer.token.isSelfClosing = false
            return .reprocess
        case .template: endTemplate()
        case .body:
            if open.has(.body) { mode = .afterBody }
        case .html:
            guard open.has(.body) else { return .done }
            mode = .afterBody
            return .reprocess
        }
        return .done
    }

    /// Any other end tag.
    mutating func endOther(_ tag: Tag) {
        guard open.contains(tag) else { return }
        var index = open.count - 1
        while index >= 0 {
            let key = open[index].key
            if key == tag {
                impliedEnds(except: tag)
                return popThrough(index)
            }
            if open.traits(of: key).contains(.special) { return }
            index -= 1
        }
    }

    private mutating func endForm() {
        guard !open.contains(.template) else {
            closeElement(.form)
            return
        }
        let node = form
        form = -1
        guard node >= 0, nodes[Int(node)].isOpen, let index = open.index(of: .form), open[index].node == node
        else { return }
        impliedEnds()
        if let left = open.index(ofNode: node) { removeFromStack(at: left) }
    }
}
