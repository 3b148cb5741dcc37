internal import HTML
internal import Model

/// A page under extraction: the tree, the scan of it, and its text. Lives inside one call of the extractor.
struct Page {
    let document: Document
    let scan: PageScan
    let text: Bytes
    let url: WebURL?

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
}
