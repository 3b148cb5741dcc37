extension TreeBuilder {
    /// Inserts characters at the appropriate place; they join a text that is there already.
    @inline(__always)
    mutating func insertText(_ data: DataRange) {
        let place = place()
        let neighbour = place.before >= 0 ? nodes[Int(place.before)].previous : nodes[Int(place.parent)].lastChild
        if neighbour >= 0, nodes[Int(neighbour)].kind == .text {
            return extendText(neighbour, with: data)
        }
        guard place.parent != 0 || place.before >= 0 else { return }  // a document has no text
        let node = make(NodeRecord(kind: .text, data: data))
        put(node, at: place)
    }

    /// Adds to a text: by making its range longer where the new part follows it, else in the side buffer, where it gets
    /// room to double, so that many small parts cost no more than their sum.
    @inline(never)
    mutating func extendText(_ node: Int32, with data: DataRange) {
        let text = nodes[Int(node)].data
        let room = Int(max(nodes[Int(node)].firstChild, 0))
        if text.end == data.address, room == 0 {
            nodes.base[Int(node)].data.length += data.length
            return
        }
        let length = Int(text.length) + Int(data.length)
        if length <= room {
            copy(data, to: text.offset + Int(text.length))
            nodes.base[Int(node)].data.length = UInt32(length)
            return
        }
        let capacity = length * 2
        let offset = tokenizer.decoded.extend(by: capacity)
        copy(text, to: offset)
        copy(data, to: offset + Int(text.length))
        nodes.base[Int(node)].data = DataRange(decodedAt: offset, length: length)
        nodes.base[Int(node)].firstChild = Int32(truncatingIfNeeded: capacity)
    }

    /// Copies bytes to a place in the side buffer that has room for them.
    private mutating func copy(_ data: DataRange, to offset: Int) {
        (tokenizer.decoded.base + offset).update(from: tokenizer.pointer(data), count: Int(data.length))
    }

    /// The number of bytes of white space the data begins with.
    mutating func leadingSpace(_ data: DataRange) -> Int {
        let bytes = tokenizer.pointer(data)
        var length = 0
        while length < Int(data.length), bytes[length].isHTMLSpace { length += 1 }
        return length
    }

    /// Whether the data is white space only.
    @inline(__always)
    mutating func isBlank(_ data: DataRange) -> Bool { leadingSpace(data) == Int(data.length) }

    /// Cuts the white space off the front of the token's text, and gives it.
    mutating func takeLeadingSpace() -> DataRange {
        let data = tokenizer.token.data
        let length = leadingSpace(data)
        tokenizer.token.data = data.dropFirst(length)
        return data.prefix(length)
    }
}
