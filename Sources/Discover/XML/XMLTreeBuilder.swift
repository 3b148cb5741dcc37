import CXML2

/// Turns libxml2's events into an ``XMLTree``, within limits.
///
/// libxml2 keeps the names it reports in a dictionary that lives as long as the parser, so a name is interned by its address.
final class XMLTreeBuilder {
    private(set) var tree = XMLTree()
    /// What the document's internal subset declares: general entities with plain text as their value.
    private(set) var entities: [String: String] = [:]
    /// Whether there was an error that elements around the document may help to recover from.
    private(set) var hasErrors = false

    private let limits: XMLLimits
    private let parser: xmlParserCtxtPtr
    private var open: [(node: XMLTree.Index, lastChild: XMLTree.Index)] = []
    private var namesByAddress: [UnsafePointer<xmlChar>: Int32] = [:]
    private var namesByText: [String: Int32] = [:]
    private var namespacesByAddress: [UnsafePointer<xmlChar>: Int32] = [:]
    private var errors = 0
    private var mismatchedName: Int32?

    init(parser: xmlParserCtxtPtr, limits: XMLLimits) {
        self.parser = parser
        self.limits = limits
    }

    func startElement(
        name: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?, uri: UnsafePointer<xmlChar>?,
        attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, attributeCount: Int
    ) {
        if tree.nodes.isEmpty, name.pointee == UInt8(ascii: "_"), name[1] == 0 { return }
        guard !open.isEmpty || tree.nodes.isEmpty else {
            // A second root.
            tree.isDamaged = true
            return
        }
        guard open.count < limits.maximumDepth, tree.nodes.count < limits.maximumNodes, errors <= limits.maximumErrors
        else { return stop() }
        let first = Int32(tree.attributes.count)
        if let attributes {
            for index in 0..<attributeCount { appendAttribute(attributes + 5 * index) }
        }
        let node = XMLTree.Node(
            name: intern(name), namespace: namespace(prefix: prefix, uri: uri), parent: open.last?.node ?? XMLTree.none,
            attributes: first..<Int32(tree.attributes.count), text: 0..<0)
        open.append((append(node), XMLTree.none))
    }

    /// Closes the innermost open element of the name that the end tag had; one that closes nothing is left out.
    ///
    /// libxml2 pops an element at every end tag, whatever its name, and reports the mismatch just before.
    func endElement(name: UnsafePointer<xmlChar>) {
        let name = mismatchedName ?? intern(name)
        mismatchedName = nil
        guard let place = open.lastIndex(where: { tree.nodes[Int($0.node)].name == name }) else { return }
        let end = XMLTree.Index(tree.nodes.count)
        for (node, _) in open[place...] {
            tree.nodes[Int(node)].end = end
            tree.nodes[Int(node)].isClosed = node == open[place].node || !holdsSiblings(node)
        }
        open.removeSubrange(place...)
    }

    /// Whether an element without an end tag has swallowed elements that were to stand beside it.
    private func holdsSiblings(_ node: XMLTree.Index) -> Bool {
        let namespace = tree.nodes[Int(node)].namespace
        return tree.children(of: node).contains { tree.isElement($0) && tree.nodes[Int($0)].namespace == namespace }
    }

    func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let (parent, last) = open.last, !bytes.isEmpty else { return }
        guard tree.text.count + bytes.count <= limits.maximumTextBytes, errors <= limits.maximumErrors else {
            return stop()
        }
        let start = Int32(tree.text.count)
        tree.text.append(contentsOf: bytes)
        let end = Int32(tree.text.count)
        if last >= 0, last == tree.nodes.count - 1, !tree.isElement(last) {
            tree.nodes[Int(last)].text = tree.nodes[Int(last)].text.lowerBound..<end
            return
        }
        guard tree.nodes.count < limits.maximumNodes else { return stop() }
        var node = XMLTree.Node(name: -1, namespace: 0, parent: parent, attributes: 0..<0, text: start..<end)
        node.end = XMLTree.Index(tree.nodes.count) + 1
        node.isClosed = true
        _ = append(node)
    }

    /// An internal general entity; only text that needs no further expansion is taken, and little of it.
    func declareEntity(_ name: String, value: String) {
        guard entities.count < 256, value.utf8.count <= 1024, !value.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 })
        else { return }
        entities[name] = value
    }

    /// Counts an error; a document of nothing but errors is given up at the next element or text.
    ///
    /// Not here: libxml2 2.9 writes to its input after it reports an error, which ``xmlStopParser`` has freed.
    func report(_ error: xmlError) {
        errors += 1
        // An open element at the end is found by ``finish()``; undeclared prefixes are understood.
        if error.code == Int32(XML_ERR_TAG_NOT_FINISHED.rawValue) { return }
        if error.domain == Int32(XML_FROM_NAMESPACE.rawValue) { return }
        tree.isDamaged = true
        hasErrors = true
        guard error.code == Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue), let found = error.str2 else { return }
        mismatchedName = intern(String(cString: found).lowercased())
    }

    /// Closes the ranges of what the document left open, and gives the tree away.
    func finish() -> XMLTree {
        if !open.isEmpty { tree.isDamaged = true }
        for (node, _) in open { tree.nodes[Int(node)].end = XMLTree.Index(tree.nodes.count) }
        return tree
    }

    private func stop() {
        tree.isDamaged = true
        xmlStopParser(parser)
    }

    private func append(_ node: XMLTree.Node) -> XMLTree.Index {
        let index = XMLTree.Index(tree.nodes.count)
        tree.nodes.append(node)
        guard let (parent, last) = open.last else { return index }
        if last >= 0 { tree.nodes[Int(last)].next = index } else { tree.nodes[Int(parent)].firstChild = index }
        open[open.count - 1].lastChild = index
        return index
    }

    /// Five pointers an attribute: local name, prefix, URI, value, end of value.
    private func appendAttribute(_ fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
        guard let name = fields[0], let value = fields[3], let end = fields[4] else { return }
        let start = Int32(tree.text.count)
        guard tree.text.count + (end - value) <= limits.maximumTextBytes else { return stop() }
        var position = value
        while position < end {
            tree.text.append(position.pointee)
            // libxml2 writes an ampersand as `&#38;` here, for a tree that is to be parsed again.
            position += position.pointee == UInt8(ascii: "&") && end - position >= 5 ? 5 : 1
        }
        tree.attributes.append(
            XMLTree.Attribute(
                name: intern(name), namespace: namespace(prefix: fields[1], uri: fields[2]),
                value: start..<Int32(tree.text.count)))
    }

    private func intern(_ name: UnsafePointer<xmlChar>) -> Int32 {
        if let known = namesByAddress[name] { return known }
        let index = intern(String(cString: name).lowercased())
        namesByAddress[name] = index
        return index
    }

    /// A name that may have its prefix before it.
    private func intern(_ name: String) -> Int32 {
        let local =
            name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
        if let known = namesByText[local] { return known }
        let index = Int32(tree.names.count)
        tree.names.append(local)
        namesByText[local] = index
        return index
    }

    private func namespace(prefix: UnsafePointer<xmlChar>?, uri: UnsafePointer<xmlChar>?) -> Int32 {
        guard let key = uri ?? prefix else { return 0 }
        if let known = namespacesByAddress[key] { return known }
        let index = Int32(tree.namespaces.count)
        let named =
            uri == nil ? XMLNamespace(undeclaredPrefix: String(cString: key)) : XMLNamespace(uri: String(cString: key))
        tree.namespaces.append(named ?? .other(Int(index)))
        namespacesByAddress[key] = index
        return index
    }
}
