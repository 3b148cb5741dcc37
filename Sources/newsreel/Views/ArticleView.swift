internal import Model

/// An article as a person reads it.
struct ArticleView {
    let article: Article
    let terminal: Terminal

    /// `time  source  title — published, authors, characters`.
    var short: String {
        let content = article.content
        let title = content.title.map { CleanText.line($0) } ?? "(no title)"
        var facts: [String] = []
        if let published = content.published { facts.append(LocalTime.minute(published)) }
        if !content.authors.isEmpty { facts.append(content.authors.map(\.name).joined(separator: ", ")) }
        facts.append(Amount.plural(content.text.count, "character"))
        if article.version > 1 { facts.append("version \(article.version)") }
        let fetched = Timestamp(rfc3339: article.capture.fetched).map { LocalTime.clock($0) } ?? article.capture.fetched
        let source = Style.faint.apply(CleanText.line(article.sourceID.rawValue), on: terminal)
        return "\(fetched)  \(source)  \(Style.strong.apply(title, on: terminal)) — "
            + CleanText.line(facts.joined(separator: ", "))
    }

    /// The whole article: heading, who and when, text, and where it is from.
    var full: [String] {
        let content = article.content
        var lines = wrap(content.title ?? "(no title)").map { Style.strong.apply($0, on: terminal) }
        if let subtitle = content.subtitle { lines += wrap(subtitle) }
        lines += ArticleFacts(content).lines.map { Style.faint.apply($0, on: terminal) } + [""]
        for block in content.blocks where !block.text.isEmpty { lines += self.lines(of: block) + [""] }
        lines += footer.map { Style.faint.apply($0, on: terminal) }
        return lines
    }

    private func lines(of block: Block) -> [String] {
        switch block.type {
        case .heading: wrap(block.text).map { Style.strong.apply($0, on: terminal) }
        case .quote: wrap(block.text, indent: "  > ")
        case .list: block.text.split(separator: "\n").flatMap { wrap(String($0), first: "  * ", indent: "    ") }
        case .image: wrap("[picture: \(block.text)]")
        case .code, .table: CleanText.text(block.text).split(separator: "\n").map { "    " + $0 }
        case .paragraph: wrap(block.text)
        }
    }

    private var footer: [String] {
        var lines = [CleanText.line(article.url)]
        lines.append("id \(article.id), source \(CleanText.line(article.sourceID.rawValue)), fetched \(article.capture.fetched)")
        if let other = article.nearDuplicateOf { lines.append("nearly the same as \(other)") }
        if article.content.integrity.verdict == .suspect {
            let phrases = article.content.integrity.findings.map { "\($0.kind) \($0.phrase ?? "") ×\($0.count)" }
            lines.append(CleanText.line("suspect: " + phrases.joined(separator: "; ")))
        }
        return lines
    }

    private func wrap(_ text: String, first: String? = nil, indent: String = "") -> [String] {
        TextWrap.lines(CleanText.line(text), width: min(terminal.width ?? .max, 100), first: first ?? indent, indent: indent)
    }
}

/// Who wrote an article, when and where it appeared.
struct ArticleFacts {
    let lines: [String]

    init(_ content: ArticleContent) {
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
        self.lines = lines.map { CleanText.line($0) }
    }
}
