extension TreeBuilder {
    /// Gives each `selectedcontent` a copy of what its select's chosen option holds, as a browser does when the option ends.
    mutating func fillSelectedContent() {
        mayLieDeeper = true
        var node = nodes[0].firstChild
        while node >= 0 {
            if isHTMLElement(node, .select) {
                fillSelectedContent(of: node)
                node = following(node, within: 0, skipsChildren: true)
            } else {
                node = following(node, within: 0, skipsChildren: false)
            }
        }
    }

    private mutating func isHTMLElement(_ node: Int32, _ tag: Tag) -> Bool {
        nodes[Int(node)].tag == tag && nodes[Int(node)].namespace == .html
    }

    /// The option is the last one that says it is selected, else the first that is not disabled.
    private mutating func fillSelectedContent(of select: Int32) {
        guard !has(.multiple, select) else { return }
        var target: Int32 = -1
        var first: Int32 = -1
        var chosen: Int32 = -1
        var node = nodes[Int(select)].firstChild
        while node >= 0 {
            let isOption = isHTMLElement(node, .option)
            if isOption, has(.selected, node) { chosen = node }
            if isOption, first < 0, !has(.disabled, node) { first = node }
            if target < 0, isHTMLElement(node, .selectedcontent) { target = node }
            let skips = isOption || nodes[Int(node)].kind == .document || node == target
            node = following(node, within: select, skipsChildren: skips)
        }
        let option = chosen >= 0 ? chosen : first
        if target >= 0, option >= 0 { copyChildren(of: option, into: target) }
    }

    private mutating func has(_ attribute: AttributeName, _ node: Int32) -> Bool {
        let range = nodes[Int(node)].data
        return (range.offset..<range.offset + Int(range.length)).contains {
            tokenizer.attributes[$0].name == attribute.rawValue
        }
    }

    /// Replaces what `target` holds by copies of the descendants of `origin`.
    private mutating func copyChildren(of origin: Int32, into target: Int32) {
        while nodes[Int(target)].firstChild >= 0 { detach(nodes[Int(target)].firstChild) }
        var node = nodes[Int(origin)].firstChild
        var parent = target
        while node >= 0, spareClones > 0 {
            spareClones -= 1
            let copied = copy(node)
            append(copied, to: parent)
            if nodes[Int(node)].kind != .text, nodes[Int(node)].firstChild >= 0 {
                parent = copied
                node = nodes[Int(node)].firstChild
                continue
            }
            while nodes[Int(node)].next < 0 {
                node = nodes[Int(node)].parent
                if node == origin { return }
                parent = nodes[Int(parent)].parent
            }
            node = nodes[Int(node)].next
        }
    }

    private mutating func copy(_ node: Int32) -> Int32 {
        let record = nodes[Int(node)]
        return make(NodeRecord(kind: record.kind, namespace: record.namespace, tag: record.tag, data: record.data))
    }

    /// The next node in document order; -1 where there is none.
    mutating func following(_ node: Int32, within ancestor: Int32, skipsChildren: Bool) -> Int32 {
        let record = nodes[Int(node)]
        if !skipsChildren, record.kind != .text, record.firstChild >= 0 { return record.firstChild }
        var current = node
        while current != ancestor {
            let next = nodes[Int(current)].next
            if next >= 0 { return next }
            current = nodes[Int(current)].parent
        }
        return -1
    }
}
