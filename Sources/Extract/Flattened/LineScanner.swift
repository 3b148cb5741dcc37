internal import HTML

/// Makes a scan of plain text: every line is a block of one element.
enum LineScanner {
    /// More lines than this are not looked at.
    private static let maximumLines = 50_000

    static func scan(_ utf8: [UInt8], document: Document) -> PageScan {
        var scan = PageScan()
        var writer = BlockWriter()
        utf8.withUnsafeBufferPointer { text in
            var start = 0
            while start < text.count, scan.blocks.count < maximumLines {
                let end = text[start...].firstIndex(of: 0x0A) ?? text.count
                writer.append(text.cut(start..<end), isLink: false)
                if let (range, _, _) = writer.close() { scan.blocks.append(line(range)) }
                start = end + 1
            }
        }
        scan.text = writer.text
        scan.elements = [
            ScanElement(
                node: document.root, tag: .none, parent: -1, flags: [], text: 0..<scan.text.count,
                blocks: 0..<scan.blocks.count, endElement: 1)
        ]
        return scan
    }

    private static func line(_ range: Range<Int>) -> ScanBlock {
        ScanBlock(
            range: range, kind: .paragraph, level: 0, element: 0, linkBytes: 0, flags: [], ownerFlags: [])
    }
}
