internal import HTML

/// Posts of another service shown as quotations, known by their last line: "— Name (@account) March 3, 2026".
struct EmbeddedPosts {
    private var quotations: [Range<Int>] = []

    init(page: Page, range: Range<Int>) {
        for index in range where page.scan.blocks[index].kind == .quote {
            let block = page.scan.blocks[index]
            guard EmbeddedPosts.isSignature(page.text(of: block)),
                let quotation = page.ancestor(of: block.element, where: { $0.tag == .blockquote })
            else { continue }
            quotations.append(page.scan.elements[quotation].blocks)
        }
    }

    func holds(_ block: Int) -> Bool { quotations.contains { $0.contains(block) } }

    /// The last line of the text is a dash, a name, an account in brackets.
    private static func isSignature(_ text: Bytes) -> Bool {
        guard let account = text.find("(@") else { return false }
        var start = account
        while start > 0, text[start - 1] != 0x0A { start -= 1 }
        let line = text.cut(from: start)
        return line.count < 160 && (line.starts(with: "—") || line.starts(with: "–") || line.starts(with: "-"))
    }
}
