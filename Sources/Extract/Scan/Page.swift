internal import HTML
internal import Model

/// A page under extraction: the tree, the scan of it, and its text. Lives inside one call of the extractor.
struct Page {
    let document: Document
    let scan: PageScan
    let text: Bytes
    let url: WebURL?

    /// Whether the page came as plain text.
    var isFlattened: Bool { scan.elements.count == 1 && scan.elements[0].tag == .none }

    func text(of block: ScanBlock) -> Bytes { text.cut(block.range) }

    func text(of element: ScanElement) -> Bytes { text.cut(element.text).trimmed }

    func text(ofElement index: Int) -> Bytes { text(of: scan.elements[index]) }

    func attribute(_ name: AttributeName, of element: Int) -> Bytes? {
        document.attribute(name, of: scan.elements[element].node)
    }

    /// The innermost element that holds the block and has one of the tags.
    func ancestor(of element: Int, where matches: (ScanElement) -> Bool) -> Int? {
        var index = element
        while index >= 0 {
            if matches(scan.elements[index]) { return index }
            index = scan.elements[index].parent
        }
        return nil
    }

    /// A number for the kind of place a block stands in: what it is, its element, and the one around that, by name and class.
    func place(of block: ScanBlock) -> UInt64 {
        var hash = UInt64(block.kind.rawValue)
        var element = block.element
        for _ in 0..<2 where element >= 0 {
            let one = scan.elements[element]
            hash = (hash ^ UInt64(one.tag.rawValue)) &* 0x100_0000_01b3
            hash = (hash ^ one.classKey) &* 0x100_0000_01b3
            element = one.parent
        }
        return hash
    }
}
