extension TreeBuilder {
    /// HTML Standard, 13.2.6.4.9.
    mutating func inTable() -> Outcome {
        switch tokenizer.token.kind {
        case .text, .null:
            let key = open.currentKey
            guard key.isHTML, open.traits(of: key).contains(.fosters) || key == .template else { break }
            pendingTableText.removeAll(keepingCapacity: true)
            pendingIsBlank = true
            originalMode = mode
            mode = .inTableText
            return .reprocess
        case .comment:
            insertComment()
            return .done
        case .doctype:
            return .done
        case .startTag:
            if let outcome = startInTable() { return outcome }
        case .endTag:
            switch tokenizer.token.tag {
            case .table:
                if open.has(.table, in: .tableScope) { endTable() }
                return .done
            case .template:
                endTemplate()
                return .done
            case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return .done
            default: break
            }
        case .endOfFile:
            return inBody()
        }
        return inBodyFostering()
    }

    /// "Anything else": as in a body, but what would lie in the table goes before it.
    private mutating func inBodyFostering() -> Outcome {
        fosters = true
        var outcome = inBody()
        while outcome == .reprocess, mode == .inTable || mode == .inTableBody || mode == .inRow { outcome = inBody() }
        fosters = false
        return outcome
    }

    mutating func endTable() {
        popThrough(.table)
        resetMode()
    }

    /// Nil where the tag does not belong in a table.
    private mutating func startInTable() -> Outcome? {
        switch tokenizer.token.tag {
        case .caption:
            clearStack(to: [.table])
            if insertElement() {
                formatting.appendMarker()
                mode = .inCaption
            }
        case .colgroup:
            clearStack(to: [.table])
            if insertElement() { mode = .inColumnGroup }
        case .col: return implyInTable(.colgroup, .inColumnGroup)
        case .tbody, .tfoot, .thead:
            clearStack(to: [.table])
            if insertElement() { mode = .inTableBody }
        case .td, .th, .tr: return implyInTable(.tbody, .inTableBody)
        case .table:
            guard open.has(.table, in: .tableScope) else { return .done }
            endTable()
            return .reprocess
        case .style, .script, .template: return inHead()
        case .input:
            guard isHiddenInput() else { return nil }
            insertVoid()
        case .form:
            guard form < 0, !open.contains(.template) else { return .done }
            let node = makeElement(.form)
            put(node, at: place())
            form = node
        default: return nil
        }
        return .done
    }

    private mutating func implyInTable(_ tag: Tag, _ inside: InsertionMode) -> Outcome {
        clearStack(to: [.table])
        guard insertImplied(tag) else { return .done }
        mode = inside
        return .reprocess
    }

    /// Takes elements off the stack down to one of these, `template` or `html`.
    mutating func clearStack(to context: [Tag]) {
        while !Self.isTableContext(open.currentKey, context) { pop() }
    }

    private static func isTableContext(_ key: ElementKey, _ context: [Tag]) -> Bool {
        key.isHTML && (context.contains(key.tag) || key == .template || key == .html)
    }

    /// HTML Standard, 13.2.6.4.10.
    mutating func inTableText() -> Outcome {
        switch tokenizer.token.kind {
        case .null: return .done
        case .text:
            pendingIsBlank = pendingIsBlank && isBlank(tokenizer.token.data)
            pendingTableText.append(tokenizer.token.data)
            return .done
        default:
            mode = originalMode
            flushTableText()
            return .reprocess
        }
    }

    /// White space stays in the table; anything else goes before it, with its white space.
    private mutating func flushTableText() {
        if !pendingIsBlank {
            fosters = true
            reconstructFormatting()
            framesetOK = false
        }
        for data in pendingTableText { insertText(data) }
        fosters = false
    }
}
