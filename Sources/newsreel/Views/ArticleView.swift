internal import Model

/// An article as a person reads it.
struct ArticleView {
    let article: Article
    let terminal: Terminal
    /// The columns that the source's name takes in a line.
    var sourceWidth = 0

    /// `time  source  title — published, authors, characters`.
    var short: String {
        let content = article.content
        let title = content.title.map { CleanText.line($0) } ?? "(no title)"
        var facts: [String] = []
        if let published = content.published { facts.append(published.rfc3339) }
        if !content.authors.isEmpty { facts.append(content.authors.map(\.name).joined(separator: ", ")) }
        facts.append(Amount.plural(content.text.count, "character"))
        if article.version > 1 { facts.append("version \(article.version)") }
        let fetched = Timestamp(rfc3339: article.capture.fetched).map { LocalTime.full($0) } ?? article.capture.fetched
        let name = DisplayWidth.pad(CleanText.line(article.sourceID.rawValue), to: sourceWidth)
        let source = Style.faint.apply(name, on: terminal)
        // On a terminal it stays one line: the facts give way first, then the title.
        let room = terminal.width.map { max(0, $0 - fetched.utf8.count - DisplayWidth.of(name) - 4) } ?? .max
        let shown = DisplayWidth.cut(title, to: room)
        let rest = DisplayWidth.cut(
            " — " + CleanText.line(facts.joined(separator: ", ")), to: room - DisplayWidth.of(shown))
        return "\(fetched)  \(source)  \(Style.strong.apply(shown, on: terminal))" + rest
    }

    /// The whole article, and where it is from.
    var full: [String] {
        ContentView(content: article.content, terminal: terminal).lines
            + footer.map { Style.faint.apply($0, on: terminal) }
    }

    private var footer: [String] {
        var lines = [CleanText.line(article.url)]
        lines.append(
            "id \(article.id), source \(CleanText.line(article.sourceID.rawValue)), fetched \(article.capture.fetched)")
        if let other = article.nearDuplicateOf { lines.append("nearly the same as \(other)") }
        if article.content.integrity.verdict == .suspect {
            let phrases = article.content.integrity.findings.map { "\($0.kind) \($0.phrase ?? "") ×\($0.count)" }
            lines.append(CleanText.line("suspect: " + phrases.joined(separator: "; ")))
        }
        return lines
    }
}
