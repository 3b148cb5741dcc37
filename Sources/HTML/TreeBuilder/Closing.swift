extension TreeBuilder {
    /// Takes elements off the stack up to and with the one at `index`.
    @inline(__always)
    mutating func popThrough(_ index: Int) {
        while open.count > index { pop() }
    }

    /// Takes elements off the stack up to and with the nearest of this name, which is there.
    mutating func popThrough(_ tag: Tag) {
        if let index = open.lastIndex(of: tag) { popThrough(index) }
    }

    /// Generate implied end tags (13.2.6.3), but for one.
    @inline(__always)
    mutating func impliedEnds(except tag: Tag = .none, _ trait: TagTraits = .impliedEnd) {
        while open.traits(of: open.currentKey).contains(trait), open.currentKey != tag { pop() }
    }

    /// Close a p element, if one is in button scope.
    @inline(__always)
    mutating func closeParagraph() {
        if open.has(.p, in: .buttonScope) {
            impliedEnds(except: .p)
            popThrough(.p)
        }
    }

    /// Closes the nearest element of this name with its implied ends; false where none is in scope.
    @inline(__always) @discardableResult
    mutating func closeElement(_ tag: Tag, in scope: TagTraits = .scope, except: Tag = .none) -> Bool {
        guard open.contains(tag), let index = open.index(of: tag, in: scope) else { return false }
        impliedEnds(except: except)
        popThrough(index)
        return true
    }

    /// Reset the insertion mode appropriately (13.2.4.1).
    mutating func resetMode() {
        var index = open.count - 1
        while index >= 0 {
            let isLast = index == 0
            let key = isLast ? context ?? open[index].key : open[index].key
            if let found = modeInside(key, isLast: isLast) {
                mode = found
                return
            }
            index -= 1
        }
        mode = .inBody
    }

    private mutating func modeInside(_ key: ElementKey, isLast: Bool) -> InsertionMode? {
        guard key.isHTML else { return isLast ? .inBody : nil }
        switch key.tag {
        case .td, .th: return isLast ? .inBody : .inCell
        case .tr: return .inRow
        case .tbody, .thead, .tfoot: return .inTableBody
        case .caption: return .inCaption
        case .colgroup: return .inColumnGroup
        case .table: return .inTable
        case .template: return templateModes.last ?? .inBody
        case .head: return isLast ? .inBody : .inHead
        case .body: return .inBody
        case .frameset: return .inFrameset
        case .html: return head < 0 ? .beforeHead : .afterHead
        default: return isLast ? .inBody : nil
        }
    }
}
