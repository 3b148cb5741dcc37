internal import Model

/// What an article says, for reading: heading, who and when, and the text.
struct ContentView {
    let content: ArticleContent
    let terminal: Terminal

    var lines: [String] {
        var lines = wrap(content.title ?? "(no title)").map { Style.strong.apply($0, on: terminal) }
        if let subtitle = content.subtitle { lines += wrap(subtitle) }
        lines += facts.map { Style.faint.apply($0, on: terminal) } + [""]
        for block in content.blocks where !block.text.isEmpty { lines += self.lines(of: block) + [""] }
        return lines
    }

    /// Who wrote it, when and where it appeared.
    private var facts: [String] {
        var lines: [String] = []
        let authors = content.authors.map { "\($0.name) (\($0.role.rawValue))" }
        if !authors.isEmpty { lines.append("by " + authors.joined(separator: ", ")) }
        var facts: [String] = []
        if let publisher = content.publisher { facts.append(publisher.name) }
        if let published = content.published { facts.append(published.rfc3339) }
        if let modified = content.modified { facts.append("changed " + modified.rfc3339) }
        if !content.section.isEmpty { facts.append(content.section.joined(separator: " › ")) }
        if let language = content.language { facts.append(language) }
        if !facts.isEmpty { lines.append(facts.joined(separator: " · ")) }
        if !content.editors.isEmpty { lines.append("edited by " + content.editors.joined(separator: ", ")) }
        return lines.map { CleanText.line($0) }
    }

    private func lines(of block: Block) -> [String] {
        switch block.type {
        case .heading: wrap(block.text).map { Style.strong.apply($0, on: terminal) }
        case .quote: wrap(block.text, indent: "  > ")
        case .list: block.text.split(separator: "\n").flatMap { wrap(String($0), first: "  * ", indent: "    ") }
        case .image: wrap("[picture: \(block.text)]")
        case .code, .table: CleanText.text(block.text).split(separator: "\n").map { "    " + $0 }
        case .paragraph: block.text.split(separator: "\n").flatMap { wrap(String($0)) }
        }
    }

    private func wrap(_ text: String, first: String? = nil, indent: String = "") -> [String] {
        // On anything but a terminal a paragraph is one line, for the next program.
        let width = terminal.width.map { min($0, 100) } ?? .max
        return TextWrap.lines(CleanText.line(text), width: width, first: first ?? indent, indent: indent)
    }
}
