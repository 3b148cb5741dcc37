extension TreeBuilder {
    /// How many attributes `html` or `body` may have once a second tag has added some.
    private static let maximumMergedAttributes = 256

    /// A second `html` tag: what the first did not say.
    mutating func mergeIntoRoot() {
        guard !open.contains(.template) else { return }
        mergeAttributes(into: open[0].node)
    }

    /// A second `body` tag.
    mutating func mergeIntoBody() {
        guard open.count > 1, open[1].key == .body, !open.contains(.template) else { return }
        framesetOK = false
        mergeAttributes(into: open[1].node)
    }

    private mutating func mergeAttributes(into node: Int32) {
        let old = nodes[Int(node)].data
        let start = tokenizer.token.attributeStart
        let end = tokenizer.attributes.count
        guard start < end, end - start + Int(old.length) <= Self.maximumMergedAttributes else { return }
        tokenizer.serial &+= 1
        for index in 0..<Int(old.length) { _ = isNew(tokenizer.attributes[old.offset + index]) }
        let added = (start..<end).map { tokenizer.attributes[$0] }.filter { isNew($0) }
        guard !added.isEmpty else { return }
        let first = tokenizer.attributes.count
        for index in 0..<Int(old.length) { tokenizer.attributes.append(tokenizer.attributes[old.offset + index]) }
        for record in added { tokenizer.attributes.append(record) }
        nodes.base[Int(node)].data = DataRange(
            address: UInt32(first), length: UInt32(tokenizer.attributes.count - first))
    }

    /// Whether the name has not been asked for since the serial number changed.
    private mutating func isNew(_ record: AttributeRecord) -> Bool {
        tokenizer.attributeNames.isFirst(record.name, onTag: tokenizer.serial)
    }

    /// A frameset takes the place of a body nobody has seen anything of yet.
    mutating func startFrameset() {
        guard open.count > 1, open[1].key == .body, framesetOK else { return }
        detach(open[1].node)
        popThrough(1)
        insertElement()
        mode = .inFrameset
    }

    /// The DOCTYPE and the mode it asks for.
    mutating func insertDoctype() {
        let doctype = tokenizer.doctype
        let node = make(NodeRecord(kind: .doctype))
        append(node, to: 0)
        documentType = DocumentType(
            name: Self.string(doctype.name), publicID: Self.string(doctype.publicID),
            systemID: Self.string(doctype.systemID))
        quirksMode = Quirks.mode(of: doctype)
    }

    private static func string(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }
}
