extension TreeBuilder {
    /// HTML Standard, 13.2.6.5.
    mutating func inForeignContent() -> Outcome {
        switch tokenizer.token.kind {
        case .null:
            let offset = tokenizer.decoded.count
            PackedCharacters("\u{FFFD}").write(to: &tokenizer.decoded)
            insertText(DataRange(decodedAt: offset, length: tokenizer.decoded.count - offset))
        case .text:
            insertText(tokenizer.token.data)
            if framesetOK, !isBlank(tokenizer.token.data) { framesetOK = false }
        case .comment: insertComment()
        case .doctype, .endOfFile: break
        case .startTag:
            if breaksOut() { return leaveForeignContent() }
            insertForeign(adjustedCurrentKey.namespace)
        case .endTag:
            if tokenizer.token.tag == .br || tokenizer.token.tag == .p { return leaveForeignContent() }
            return endForeign()
        }
        return .done
    }

    private mutating func breaksOut() -> Bool {
        let tag = tokenizer.token.tag
        if tag == .font {
            return tokenAttribute(.color) != nil || tokenAttribute(.face) != nil || tokenAttribute(.size) != nil
        }
        return open.traits(of: ElementKey(tag)).contains(.breaksOut)
    }

    private mutating func leaveForeignContent() -> Outcome {
        while open.count > 1 {
            let key = open.currentKey
            if key.isHTML || key.isMathMLTextIntegrationPoint || key.isHTMLIntegrationPoint { break }
            pop()
        }
        return processInMode()
    }

    /// Any other end tag: closes the nearest foreign element of that name, or goes to the HTML around it.
    private mutating func endForeign() -> Outcome {
        let tag = tokenizer.token.tag
        var index = open.count - 1
        while index > 0 {
            let key = open[index].key
            if key.isHTML { return processInMode() }
            if key.tag == tag || key.namespace == .svg && key.tag == Self.adjustedSVG(tag) {
                popThrough(index)
                return .done
            }
            index -= 1
        }
        return .done
    }

    /// An `svg` or `math` tag in HTML.
    mutating func startForeign(_ namespace: Namespace) {
        reconstructFormatting()
        insertForeign(namespace)
    }

    private mutating func insertForeign(_ namespace: Namespace) {
        let tag = namespace == .svg ? Self.adjustedSVG(tokenizer.token.tag) : tokenizer.token.tag
        adjustAttributes(namespace)
        let node = makeElement(tag, namespace)
        put(node, at: place())
        guard !tokenizer.token.isSelfClosing, hasRoom else { return }
        let encoding = tag == .annotationXml ? tokenAttribute(.encoding) : nil
        let isPoint = Self.isIntegrationPoint(tag, namespace, encoding: encoding.map { bytes($0) })
        push(node, ElementKey(tag, namespace, isIntegrationPoint: isPoint))
    }

    private func bytes(_ range: DataRange) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: tokenizer.pointer(range), count: Int(range.length))
    }

    /// Whether HTML may lie in the element (13.2.6.5, "HTML integration point").
    static func isIntegrationPoint(
        _ tag: Tag, _ namespace: Namespace, encoding: UnsafeBufferPointer<UInt8>?
    ) -> Bool {
        switch namespace {
        case .html: return false
        case .svg: return tag == .foreignObject || tag == .desc || tag == .title
        case .mathml:
            guard tag == .annotationXml, let encoding else { return false }
            let name = String(decoding: encoding.map(\.lowercased), as: UTF8.self)
            return name == "text/html" || name == "application/xhtml+xml"
        }
    }

    private static func adjustedSVG(_ tag: Tag) -> Tag {
        let table = TagTable.shared.adjustedSVG
        guard Int(tag.rawValue) < table.count else { return tag }
        let adjusted = table[Int(tag.rawValue)]
        return adjusted == 0 ? tag : Tag(rawValue: adjusted)
    }

    /// Gives attributes the capitals and namespaces they have in foreign content.
    private mutating func adjustAttributes(_ namespace: Namespace) {
        let table = AttributeTable.shared
        let adjusted = namespace == .svg ? table.svg : table.mathml
        for index in tokenizer.token.attributeStart..<tokenizer.attributes.count {
            let record = tokenizer.attributes[index]
            guard Int(record.name) < adjusted.count, adjusted[Int(record.name)] != 0 else { continue }
            tokenizer.attributes[index] = AttributeRecord(name: adjusted[Int(record.name)], value: record.value)
        }
    }
}
