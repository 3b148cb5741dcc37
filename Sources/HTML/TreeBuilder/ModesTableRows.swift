extension TreeBuilder {
    /// HTML Standard, 13.2.6.4.13.
    mutating func inTableBody() -> Outcome {
        let tag = tokenizer.token.tag
        switch tokenizer.token.kind {
        case .startTag:
            switch tag {
            case .tr:
                clearStack(to: [.tbody, .tfoot, .thead])
                if insertElement() { mode = .inRow }
                return .done
            case .th, .td:
                clearStack(to: [.tbody, .tfoot, .thead])
                guard insertImplied(.tr) else { return .done }
                mode = .inRow
                return .reprocess
            case .caption, .col, .colgroup, .tbody, .tfoot, .thead: return leaveTableBody()
            default: return inTable()
            }
        case .endTag:
            switch tag {
            case .tbody, .tfoot, .thead:
                if open.has(tag, in: .tableScope) { closeTableBody() }
                return .done
            case .table: return leaveTableBody()
            case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: return .done
            default: return inTable()
            }
        default: return inTable()
        }
    }

    private mutating func closeTableBody() {
        clearStack(to: [.tbody, .tfoot, .thead])
        pop()
        mode = .inTable
    }

    private mutating func leaveTableBody() -> Outcome {
        let isIn =
            open.has(.tbody, in: .tableScope) || open.has(.thead, in: .tableScope)
            || open.has(.tfoot, in: .tableScope)
        guard isIn else { return .done }
        closeTableBody()
        return .reprocess
    }

    /// HTML Standard, 13.2.6.4.14.
    mutating func inRow() -> Outcome {
        let tag = tokenizer.token.tag
        switch tokenizer.token.kind {
        case .startTag:
            switch tag {
            case .th, .td:
                clearStack(to: [.tr])
                if insertElement() {
                    mode = .inCell
                    formatting.appendMarker()
                }
                return .done
            case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr:
                return closeRow() ? .reprocess : .done
            default: return inTable()
            }
        case .endTag:
            switch tag {
            case .tr:
                _ = closeRow()
                return .done
            case .table: return closeRow() ? .reprocess : .done
            case .tbody, .tfoot, .thead:
                guard open.has(tag, in: .tableScope) else { return .done }
                return closeRow() ? .reprocess : .done
            case .body, .caption, .col, .colgroup, .html, .td, .th: return .done
            default: return inTable()
            }
        default: return inTable()
        }
    }

    /// False where no row is open.
    private mutating func closeRow() -> Bool {
        guard open.has(.tr, in: .tableScope) else { return false }
        clearStack(to: [.tr])
        pop()
        mode = .inTableBody
        return true
    }

    /// HTML Standard, 13.2.6.4.15.
    mutating func inCell() -> Outcome {
        let tag = tokenizer.token.tag
        switch tokenizer.token.kind {
        case .startTag:
            switch tag {
            case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
                return closeCell() ? .reprocess : .done
            default: return inBody()
            }
        case .endTag:
            switch tag {
            case .td, .th:
                guard open.has(tag, in: .tableScope) else { return .done }
                impliedEnds()
                popThrough(tag)
                formatting.clearToMarker()
                mode = .inRow
                return .done
            case .body, .caption, .col, .colgroup, .html: return .done
            case .table, .tbody, .tfoot, .thead, .tr:
                guard open.has(tag, in: .tableScope) else { return .done }
                return closeCell() ? .reprocess : .done
            default: return inBody()
            }
        default: return inBody()
        }
    }

    /// Close the cell; false where none is open.
    private mutating func closeCell() -> Bool {
        impliedEnds()
        guard let index = open.index(of: .td, in: .tableScope) ?? open.index(of: .th, in: .tableScope) else {
            return false
        }
        popThrough(index)
        formatting.clearToMarker()
        mode = .inRow
        return true
    }
}
