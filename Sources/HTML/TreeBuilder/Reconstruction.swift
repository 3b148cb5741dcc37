extension TreeBuilder {
    /// Reconstruct the active formatting elements (13.2.4.3).
    @inline(__always)
    mutating func reconstructFormatting() {
        if formatting.isEmpty { return }
        let last = formatting[formatting.count - 1]
        if last.isMarker || nodes[Int(last.node)].isOpen { return }
        reopenFormatting()
    }

    @inline(never)
    private mutating func reopenFormatting() {
        var index = formatting.count - 1
        while index > 0 {
            let entry = formatting[index - 1]
            if entry.isMarker || nodes[Int(entry.node)].isOpen { break }
            index -= 1
        }
        while index < formatting.count {
            guard hasRoom, takeClone() else { return }
            let entry = formatting[index]
            let node = clone(entry.node)
            put(node, at: place())
            push(node, ElementKey(entry.tag))
            formatting.replace(at: index, with: node)
            index += 1
        }
    }

    /// A copy of an element without its children; the attributes are shared.
    mutating func clone(_ node: Int32) -> Int32 {
        let record = nodes[Int(node)]
        return make(NodeRecord(kind: .element, namespace: record.namespace, tag: record.tag, data: record.data))
    }

    /// Whether one more element may be made that no tag asked for. Once there are more of them than any page needs,
    /// formatting ends with its element.
    mutating func takeClone() -> Bool {
        if spareClones == 0 {
            formatting.removeAll()
            return false
        }
        spareClones -= 1
        return true
    }

    /// Inserts an element for the token and makes it an active formatting element.
    mutating func insertFormatting() {
        let tag = tokenizer.token.tag
        guard insertElement() else { return }
        limitLookalikes(of: open.current.node, tag)
        formatting.append(open.current.node, tag)
    }

    /// The Noah's Ark clause: of four alike behind the last marker the first goes.
    private mutating func limitLookalikes(of node: Int32, _ tag: Tag) {
        var alike = 0
        var first = 0
        var index = formatting.count - 1
        while index >= 0, !formatting[index].isMarker {
            if formatting[index].tag == tag, countsAsAlike(formatting[index].node, node) {
                alike += 1
                first = index
            }
            index -= 1
        }
        if alike >= 3 { formatting.remove(at: first) }
    }

    /// Whether two elements have the same attributes, in any order.
    private mutating func countsAsAlike(_ one: Int32, _ other: Int32) -> Bool {
        let first = nodes[Int(one)].data
        let second = nodes[Int(other)].data
        if first == second { return true }
        guard first.length == second.length else { return false }
        if first.length == 0 { return true }
        if equalInOrder(first, second) { return true }
        return first.length <= 16
            && (0..<Int(first.length)).allSatisfy { index in
                let wanted = tokenizer.attributes[first.offset + index]
                return (0..<Int(second.length)).contains { isEqual(wanted, tokenizer.attributes[second.offset + $0]) }
            }
    }

    private mutating func equalInOrder(_ first: DataRange, _ second: DataRange) -> Bool {
        (0..<Int(first.length)).allSatisfy {
            isEqual(tokenizer.attributes[first.offset + $0], tokenizer.attributes[second.offset + $0])
        }
    }

    private mutating func isEqual(_ one: AttributeRecord, _ other: AttributeRecord) -> Bool {
        guard one.name == other.name, one.value.length == other.value.length else { return false }
        let first = tokenizer.pointer(one.value)
        let second = tokenizer.pointer(other.value)
        return (0..<Int(one.value.length)).allSatisfy { first[$0] == second[$0] }
    }
}
