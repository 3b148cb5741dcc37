extension TreeBuilder {
    /// HTML Standard, 13.2.6.4.1.
    mutating func inInitial() -> Outcome {
        switch tokenizer.token.kind {
        case .text:
            _ = takeLeadingSpace()
            if tokenizer.token.data.isEmpty { return .done }
        case .comment:
            insertComment(into: 0)
            return .done
        case .doctype:
            insertDoctype()
            mode = .beforeHTML
            return .done
        default:
            break
        }
        quirksMode = .quirks
        mode = .beforeHTML
        return .reprocess
    }

    /// HTML Standard, 13.2.6.4.2.
    mutating func inBeforeHTML() -> Outcome {
        switch tokenizer.token.kind {
        case .doctype:
            return .done
        case .comment:
            insertComment(into: 0)
            return .done
        case .text:
            _ = takeLeadingSpace()
            if tokenizer.token.data.isEmpty { return .done }
        case .startTag where tokenizer.token.tag == .html:
            openRoot(makeElement(.html))
            mode = .beforeHead
            return .done
        case .endTag where !Self.isKeptEndTag(tokenizer.token.tag):
            return .done
        default:
            break
        }
        openRoot(make(NodeRecord(kind: .element, tag: .html)))
        mode = .beforeHead
        return .reprocess
    }

    private mutating func openRoot(_ node: Int32) {
        append(node, to: 0)
        push(node, ElementKey(.html))
    }

    /// The end tags that make the missing parts of a page appear.
    static func isKeptEndTag(_ tag: Tag) -> Bool { tag == .head || tag == .body || tag == .html || tag == .br }

    /// HTML Standard, 13.2.6.4.3.
    mutating func inBeforeHead() -> Outcome {
        switch tokenizer.token.kind {
        case .text:
            _ = takeLeadingSpace()
            if tokenizer.token.data.isEmpty { return .done }
        case .comment:
            insertComment()
            return .done
        case .doctype:
            return .done
        case .startTag where tokenizer.token.tag == .html:
            return inBody()
        case .startTag where tokenizer.token.tag == .head:
            insertElement()
            head = open.current.node
            mode = .inHead
            return .done
        case .endTag where !Self.isKeptEndTag(tokenizer.token.tag):
            return .done
        default:
            break
        }
        insertImplied(.head)
        head = open.current.node
        mode = .inHead
        return .reprocess
    }
}
