extension TreeBuilder {
    /// HTML Standard, 13.2.6.4.11.
    mutating func inCaption() -> Outcome {
        switch tokenizer.token.kind {
        case .startTag:
            switch tokenizer.token.tag {
            case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
                return closeCaption() ? .reprocess : .done
            default: return inBody()
            }
        case .endTag:
            switch tokenizer.token.tag {
            case .caption:
                _ = closeCaption()
                return .done
            case .table: return closeCaption() ? .reprocess : .done
            case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return .done
            default: return inBody()
            }
        default: return inBody()
        }
    }

    /// False where no caption is open.
    private mutating func closeCaption() -> Bool {
        guard open.has(.caption, in: .tableScope) else { return false }
        impliedEnds()
        popThrough(.caption)
        formatting.clearToMarker()
        mode = .inTable
        return true
    }

    /// HTML Standard, 13.2.6.4.12.
    mutating func inColumnGroup() -> Outcome {
        switch tokenizer.token.kind {
        case .text:
            let space = takeLeadingSpace()
            if !space.isEmpty { insertText(space) }
            if tokenizer.token.data.isEmpty { return .done }
        case .comment:
            insertComment()
            return .done
        case .doctype:
            return .done
        case .startTag:
            switch tokenizer.token.tag {
            case .html: return inBody()
            case .col:
                insertVoid()
                return .done
            case .template:
                startTemplate()
                return .done
            default: break
            }
        case .endTag:
            switch tokenizer.token.tag {
            case .colgroup:
                if open.currentKey == .colgroup { leaveColumnGroup() }
                return .done
            case .col: return .done
            case .template:
                endTemplate()
                return .done
            default: break
            }
        case .endOfFile: return inBody()
        case .null: break
        }
        guard open.currentKey == .colgroup else { return .done }
        leaveColumnGroup()
        return .reprocess
    }

    private mutating func leaveColumnGroup() {
        pop()
        mode = .inTable
    }
}
