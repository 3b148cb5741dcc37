// The text below a node, raw and trimmed.

extension XMLTree {
    /// The nodes below a node in document order, the node itself left out.
    func descendants(of node: Index) -> Range<Index> { (node + 1)..<max(node + 1, nodes[Int(node)].end) }

    /// All text below a node, as it stands in the document.
    func rawText(of node: Index) -> String {
        var bytes: [UInt8] = []
        for index in descendants(of: node) where !isElement(index) {
            let range = nodes[Int(index)].text
            bytes.append(contentsOf: text[Int(range.lowerBound)..<Int(range.upperBound)])
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// All text below a node without white space around it; nil where nothing is left.
    func trimmedText(of node: Index) -> String? { rawText(of: node).trimmed }

    /// A closed child element's trimmed text.
    func text(ofChild name: String, _ namespace: XMLNamespace, of node: Index) -> String? {
        for child in elements(of: node) where self.name(of: child) == name && self.namespace(of: child) == namespace {
            if let text = trimmedText(of: child) { return text }
        }
        return nil
    }
}

extension StringProtocol {
    /// Without white space, no-break and zero-width spaces around it; nil where nothing is left.
    var trimmed: String? {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return nil }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }

    /// Trimmed, and every run of white space made one space; nil where nothing is left.
    var collapsed: String? {
        var result = String.UnicodeScalarView()
        var pending = false
        for scalar in unicodeScalars {
            if scalar.isBlank {
                pending = !result.isEmpty
            } else {
                if pending { result.append(" ") }
                pending = false
                result.append(scalar)
            }
        }
        return result.isEmpty ? nil : String(result)
    }
}

extension Unicode.Scalar {
    /// White space, or one of the invisible characters that stand around titles and links.
    var isBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
            true
        default: false
        }
    }
}
