extension TreeBuilder {
    /// Opens a template; its contents are a child of kind `document`.
    mutating func startTemplate() {
        guard hasRoomForContents else { return insertVoid() }
        insertElement()
        let node = open.current.node
        let contents = make(NodeRecord(kind: .document))
        append(contents, to: node)
        formatting.appendMarker()
        framesetOK = false
        mode = .inTemplate
        templateModes.append(.inTemplate)
    }

    /// The end tag of a template (13.2.6.4.4).
    mutating func endTemplate() {
        guard open.contains(.template) else { return }
        impliedEnds(.thoroughlyImpliedEnd)
        closeTemplate()
    }

    private mutating func closeTemplate() {
        popThrough(.template)
        formatting.clearToMarker()
        _ = templateModes.popLast()
        resetMode()
    }

    /// HTML Standard, 13.2.6.4.16.
    mutating func inTemplate() -> Outcome {
        switch tokenizer.token.kind {
        case .text, .null, .comment, .doctype: return inBody()
        case .startTag:
            switch tokenizer.token.tag {
            case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
                return inHead()
            case .caption, .colgroup, .tbody, .tfoot, .thead: return switchTemplate(to: .inTable)
            case .col: return switchTemplate(to: .inColumnGroup)
            case .tr: return switchTemplate(to: .inTableBody)
            case .td, .th: return switchTemplate(to: .inRow)
            default: return switchTemplate(to: .inBody)
            }
        case .endTag:
            if tokenizer.token.tag == .template { endTemplate() }
            return .done
        case .endOfFile:
            guard open.contains(.template) else { return .done }
            closeTemplate()
            return .reprocess
        }
    }

    private mutating func switchTemplate(to inside: InsertionMode) -> Outcome {
        _ = templateModes.popLast()
        templateModes.append(inside)
        mode = inside
        return .reprocess
    }
}
