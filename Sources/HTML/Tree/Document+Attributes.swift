extension Document {
    /// The value of an attribute, references decoded; nil where the element does not have it. Valid while the document lives.
    @inlinable package func attribute(_ name: AttributeName, of node: NodeID) -> UnsafeBufferPointer<UInt8>? {
        let record = nodes[Int(node.index)]
        guard record.kind == .element else { return nil }
        let first = attributeRecords + Int(record.data.address)
        var index = 0
        while index < Int(record.data.length) {
            if first[index].name == name.rawValue { return bytes(in: first[index].value) }
            index += 1
        }
        return nil
    }

    /// `attribute` as a string.
    package func attributeString(_ name: AttributeName, of node: NodeID) -> String? {
        attribute(name, of: node).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The value of an attribute whose name has no number of its own, in lower case.
    package func attribute(named name: StaticString, of node: NodeID) -> UnsafeBufferPointer<UInt8>? {
        attributeName(named: name).flatMap { attribute($0, of: node) }
    }

    /// The number of a name in this document, or nil where no element has it; ask once, not for each element.
    package func attributeName(named name: StaticString) -> AttributeName? {
        name.withUTF8Buffer { attributeNames.find(copying: $0) }.map(AttributeName.init)
    }

    /// The name as markup has it, with the prefix of a foreign attribute: `xlink:href`.
    package func name(of attribute: AttributeName) -> String {
        let parts = attributeNames.name(attribute.rawValue).split(separator: UInt8(ascii: "/"))
        let names = parts.map { String(decoding: $0, as: UTF8.self) }
        return names.count == 2 && names[0] == names[1] ? names[0] : names.joined(separator: ":")
    }

    /// All attributes of an element, in the order of the source; none for other nodes.
    @inlinable package func attributes(of node: NodeID) -> Attributes {
        let record = nodes[Int(node.index)]
        guard record.kind == .element else { return Attributes(document: self, position: 0, end: 0) }
        let start = Int(record.data.address)
        return Attributes(document: self, position: start, end: start + Int(record.data.length))
    }
}

/// The attributes of an element.
@usableFromInline
package struct Attributes: Sequence, IteratorProtocol {
    @usableFromInline let document: Document
    @usableFromInline var position: Int
    @usableFromInline let end: Int

    @inlinable init(document: Document, position: Int, end: Int) {
        self.document = document
        self.position = position
        self.end = end
    }

    @inlinable package mutating func next() -> (name: AttributeName, value: UnsafeBufferPointer<UInt8>)? {
        guard position < end else { return nil }
        let record = document.attributeRecords[position]
        position += 1
        return (AttributeName(rawValue: record.name), document.bytes(in: record.value))
    }
}
