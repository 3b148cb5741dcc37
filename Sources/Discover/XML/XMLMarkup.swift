// A subtree as HTML: what an Atom feed carries as XHTML, and what stands in an RSS description unescaped.

extension XMLTree {
    /// The children of a node as HTML.
    ///
    /// `escapesText` is false where the text is markup itself that was escaped once more. Prefixes are dropped.
    func markup(ofChildrenOf node: Index, escapesText: Bool) -> String {
        var output: [UInt8] = []
        var open: [Index] = []
        for index in descendants(of: node) {
            while let last = open.last, nodes[Int(last)].end <= index { close(open.removeLast(), in: &output) }
            if isElement(index) {
                writeStartTag(index, to: &output)
                open.append(index)
            } else {
                let bytes = text[Int(nodes[Int(index)].text.lowerBound)..<Int(nodes[Int(index)].text.upperBound)]
                if escapesText { XMLTree.escape(bytes, to: &output) } else { output.append(contentsOf: bytes) }
            }
        }
        while let last = open.popLast() { close(last, in: &output) }
        return String(decoding: output, as: UTF8.self)
    }

    private func writeStartTag(_ node: Index, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "<"))
        output.append(contentsOf: name(of: node).utf8)
        for index in nodes[Int(node)].attributes {
            let attribute = attributes[Int(index)]
            output.append(UInt8(ascii: " "))
            output.append(contentsOf: names[Int(attribute.name)].utf8)
            output.append(contentsOf: "=\"".utf8)
            XMLTree.escape(text[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)], to: &output)
            output.append(UInt8(ascii: "\""))
        }
        output.append(UInt8(ascii: ">"))
    }

    private func close(_ node: Index, in output: inout [UInt8]) {
        let name = name(of: node)
        if XMLTree.voidElements.contains(name) { return }
        output.append(contentsOf: "</\(name)>".utf8)
    }

    private static let voidElements: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    private static func escape(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
            default: output.append(byte)
            }
        }
    }
}
