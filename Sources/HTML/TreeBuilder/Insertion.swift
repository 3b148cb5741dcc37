extension TreeBuilder {
    /// Where a node goes (HTML Standard, 13.2.6.1): at the end of a node's children, or before one of them.
    struct Place {
        let parent: Int32
        /// -1 for the end.
        let before: Int32
    }

    /// The appropriate place for inserting a node into the current node, or into another.
    @inline(__always)
    mutating func place(in target: Int32? = nil) -> Place {
        let node = target ?? open.current.node
        let record = nodes[Int(node)]
        if record.namespace == .html, record.kind == .element {
            if fosters, isFosterTarget(record.tag) { return fosterPlace() }
            if record.tag == .template { return Place(parent: record.firstChild, before: -1) }
        }
        return Place(parent: node, before: -1)
    }

    private mutating func isFosterTarget(_ tag: Tag) -> Bool {
        open.traits(of: ElementKey(tag)).contains(.fosters)
    }

    /// What does not belong in a table goes before it.
    @inline(never)
    private mutating func fosterPlace() -> Place {
        let template = open.lastIndex(of: .template)
        let table = open.lastIndex(of: .table)
        if let template, template > table ?? -1 {
            return Place(parent: nodes[Int(open[template].node)].firstChild, before: -1)
        }
        guard let table else { return Place(parent: open[0].node, before: -1) }
        let node = open[table].node
        let parent = nodes[Int(node)].parent
        if parent >= 0 { return Place(parent: parent, before: node) }
        return Place(parent: open[table - 1].node, before: -1)
    }

    @inline(__always)
    mutating func put(_ node: Int32, at place: Place) {
        if place.before >= 0 { insert(node, before: place.before) } else { append(node, to: place.parent) }
    }

    @inline(__always)
    mutating func make(_ record: NodeRecord) -> Int32 {
        nodes.append(record)
        return Int32(truncatingIfNeeded: nodes.count - 1)
    }

    /// An element with the attributes of the token.
    @inline(__always)
    mutating func makeElement(_ tag: Tag, _ namespace: Namespace = .html) -> Int32 {
        let start = tokenizer.token.attributeStart
        let attributes = DataRange(
            address: UInt32(truncatingIfNeeded: start),
            length: UInt32(truncatingIfNeeded: tokenizer.attributes.count - start))
        return make(NodeRecord(kind: .element, namespace: namespace, tag: tag, data: attributes))
    }

    /// Whether an element may be opened; beyond, elements are put into the tree as leaves, so that their contents become
    /// their siblings. A template's contents are a level of their own.
    var hasRoom: Bool {
        @inline(__always) get { open.count + open.number(of: .template) < maximumDepth - 1 }
    }

    /// Whether a template may be opened.
    var hasRoomForContents: Bool { open.count + open.number(of: .template) + 1 < maximumDepth - 1 }

    /// Inserts an HTML element for the token's tag; false where it could not be opened.
    @inline(__always) @discardableResult
    mutating func insertElement() -> Bool {
        let tag = tokenizer.token.tag
        let node = makeElement(tag)
        put(node, at: place())
        guard hasRoom else { return false }
        push(node, ElementKey(tag))
        return true
    }

    /// Inserts an HTML element that is closed at once.
    @inline(__always)
    mutating func insertVoid() {
        let node = makeElement(tokenizer.token.tag)
        put(node, at: place())
    }

    /// Inserts an element without attributes that no tag asked for.
    @discardableResult
    mutating func insertImplied(_ tag: Tag) -> Bool {
        let node = make(NodeRecord(kind: .element, tag: tag))
        put(node, at: place())
        guard hasRoom else { return false }
        push(node, ElementKey(tag))
        return true
    }

    @inline(__always)
    mutating func push(_ node: Int32, _ key: ElementKey) {
        open.push(node, key)
        nodes.base[Int(node)].head |= NodeRecord.openBit
    }

    @inline(__always)
    mutating func pop() {
        let entry = open.pop()
        nodes.base[Int(entry.node)].head &= ~NodeRecord.openBit
    }

    mutating func removeFromStack(at index: Int) {
        // What is open within it lies a level deeper than the stack tells.
        if index < open.count - 1 { mayLieDeeper = true }
        nodes.base[Int(open[index].node)].head &= ~NodeRecord.openBit
        open.remove(at: index)
    }

    /// Inserts a comment for the token, into the current node or as the last child of another.
    mutating func insertComment(into parent: Int32? = nil) {
        let node = make(NodeRecord(kind: .comment, data: tokenizer.token.data))
        if let parent { append(node, to: parent) } else { put(node, at: place()) }
    }
}
