extension TreeBuilder {
    mutating func startAnchor() {
        if let index = formatting.lastIndex(of: .a) {
            let node = formatting[index].node
            _ = adopt(.a)
            if let left = formatting.index(ofNode: node) { formatting.remove(at: left) }
            if let left = open.index(ofNode: node) { removeFromStack(at: left) }
        }
        reconstructFormatting()
        insertFormatting()
    }

    mutating func startNobr() {
        reconstructFormatting()
        if open.has(.nobr) {
            _ = adopt(.nobr)
            reconstructFormatting()
        }
        insertFormatting()
    }

    mutating func startMarker() {
        reconstructFormatting()
        if insertElement() { formatting.appendMarker() }
        framesetOK = false
    }

    mutating func startListItem() {
        framesetOK = false
        closeOpenItem { $0 == .li }
        closeParagraph()
        insertElement()
    }

    mutating func startDescription() {
        framesetOK = false
        closeOpenItem { $0 == .dd || $0 == .dt }
        closeParagraph()
        insertElement()
    }

    /// Ends the item that is open, unless something lies around the new one that an item may hold.
    @inline(__always)
    private mutating func closeOpenItem(_ isItem: (ElementKey) -> Bool) {
        var index = open.count - 1
        while index >= 0 {
            let key = open[index].key
            if isItem(key) {
                impliedEnds(except: key.tag)
                return popThrough(index)
            }
            if open.traits(of: key).contains(.special), key != .address, key != .div, key != .p { return }
            index -= 1
        }
    }

    mutating func startPreformatted() {
        closeParagraph()
        insertElement()
        skipsLineFeed = true
        framesetOK = false
    }

    mutating func startForm() {
        let isInTemplate = open.contains(.template)
        guard form < 0 || isInTemplate else { return }
        closeParagraph()
        if insertElement(), !isInTemplate { form = open.current.node }
    }

    mutating func startButton() {
        closeElement(.button)
        reconstructFormatting()
        insertElement()
        framesetOK = false
    }

    mutating func startTable() {
        if quirksMode != .quirks { closeParagraph() }
        framesetOK = false
        if insertElement() { mode = .inTable }
    }

    mutating func startInput() {
        if let context, context == .select { return }
        if open.has(.select) { popThrough(.select) }
        reconstructFormatting()
        if !isHiddenInput() { framesetOK = false }
        insertVoid()
    }

    /// Whether the token's type is "hidden".
    mutating func isHiddenInput() -> Bool {
        guard let type = tokenAttribute(.type), type.length == 6 else { return false }
        return Tokenizer.matches("hidden", at: tokenizer.pointer(type))
    }

    /// The value of an attribute of the token.
    mutating func tokenAttribute(_ name: AttributeName) -> DataRange? {
        for index in tokenizer.token.attributeStart..<tokenizer.attributes.count
        where tokenizer.attributes[index].name == name.rawValue {
            return tokenizer.attributes[index].value
        }
        return nil
    }

    mutating func startRule() {
        closeParagraph()
        if open.has(.select) { impliedEnds() }
        insertVoid()
        framesetOK = false
    }

    mutating func startNoscript() {
        if scripting { return startRawText(.rawtext) }
        reconstructFormatting()
        insertElement()
    }

    mutating func startSelect() {
        if let context, context == .select { return }
        if open.has(.select) { return popThrough(.select) }
        reconstructFormatting()
        insertElement()
        framesetOK = false
    }

    mutating func startOption() {
        if open.has(.select) {
            impliedEnds(except: .optgroup)
        } else if open.currentKey == .option {
            pop()
        }
        reconstructFormatting()
        insertElement()
    }

    mutating func startOptionGroup() {
        if open.has(.select) {
            impliedEnds()
        } else if open.currentKey == .option {
            pop()
        }
        reconstructFormatting()
        insertElement()
    }
}
