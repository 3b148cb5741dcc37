internal import HTML

// Lines below the text.

extension BylineLines {
    /// A line below the text that says who posted or wrote it.
    func closingLine() -> [String] {
        for index in frame.tail.prefix(16) where page.scan.blocks[index].count <= 90 {
            let text = page.text(of: page.scan.blocks[index])
            guard
                text.startsFolded(with: "posted by ") || text.startsFolded(with: "written by ")
                    || text.startsFolded(with: "published by ") || text.startsFolded(with: "publié par ")
                    || text.startsFolded(with: "publicado por ")
            else { continue }
            return EnglishByline.names(text)
        }
        return []
    }

    /// Who all the links to authors' pages below the text agree on.
    func linkedBelow() -> [String] {
        let lines = (Array(frame.body.suffix(2)) + Array(frame.tail.prefix(16))).filter {
            page.scan.blocks[$0].inherited.isDisjoint(with: [
                .comment, .related, .ranking, .footer, .sidebar, .navigation,
            ])
        }
        var names: [String] = []
        for link in page.links(in: Set(lines)) where page.leadsToAuthor(link) {
            let text = page.text(ofElement: link)
            let isAuthors = page.attribute(.rel, of: link)?.containsFolded("author") == true
            guard isAuthors || text.containsFolded(" by ") else { continue }
            for name in EnglishByline.names(text) where !names.contains(name) { names.append(name) }
        }
        return names.count == 1 ? names : []
    }

    /// A name alone in bold, or behind a dash, as the last line of the text.
    func lastLine() -> [String] {
        guard frame.body.count > 2, let index = frame.body.last else { return [] }
        let block = page.scan.blocks[index]
        guard block.count <= 60, block.kind == .paragraph || block.kind == .text, block.linkBytes == 0 else {
            return []
        }
        var text = page.text(of: block)
        let dash = ["—", "–", "-"].first { text.starts(with: $0) } as StaticString?
        if let dash { text = text.cut(from: dash.utf8CodeUnitCount).trimmed }
        guard block.flags.contains(.strong) || dash != nil else { return [] }
        let names = EnglishByline.names(text)
        guard PersonName.hasCapital(text), names.allSatisfy(PersonName.isShort) else { return [] }
        let length = names.reduce(0) { $0 + $1.utf8.count }
        return length + 6 * max(0, names.count - 1) + 2 >= text.count ? names : []
    }
}
