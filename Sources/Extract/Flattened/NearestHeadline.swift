// The headline where neither a title nor an address says which line it is.

extension LineTitle {
    /// Without a title to go by: the line above the date that stands above the body, or between the two; else the nearest above the
    /// body. A long headline can be the first line that looks like running text, `first`.
    func nearest(above first: Int) -> Found? {
        let after = (first + 1..<min(first + 4, page.scan.blocks.count))
        if canBeHeadline(first), !text(first).ends(with: "."), after.contains(where: isDated) { return found(first) }
        let head = max(0, first - LineTitle.datedLines)..<first
        // A caption's source can stand between the two.
        let dated = head.last { saysDate(text($0)) } ?? head.last(where: isDated)
        let line =
            dated.flatMap { dated in
                headline(in: (max(0, dated - LineTitle.headLines)..<dated).reversed())
                    ?? headline(in: dated + 1..<first)
            } ?? headline(in: (max(0, first - LineTitle.headLines)..<first).reversed())
        return line.map(found)
    }

    private func found(_ line: Int) -> Found {
        Found(line: line, text: withoutSite(text(line), at: line), isConfirmed: false)
    }

    /// So many lines above the body its date is looked for, and so many above that the headline.
    private static let datedLines = 30
    private static let headLines = 8
    /// Shorter lines are more often an entry of a menu than a headline, in bytes.
    static let menuLength = 20

    /// The first line that can be a headline; one as short as a menu's entries, or that may be a control, only where no other can.
    private func headline(in lines: some Sequence<Int>) -> Int? {
        var short: Int?
        for line in lines where canBeHeadline(line) {
            if text(line).count >= LineTitle.menuLength, !PageControls.isOne(text(line)) { return line }
            short = short ?? line
        }
        return short
    }

    private func canBeHeadline(_ line: Int) -> Bool {
        let text = text(line)
        guard text.count >= 12, text.count <= 240, !isDated(line), !isMenu(line), !isCrumb(text) else { return false }
        return !text.ends(with: "。") && !BylineLines.saysBy(text) && !BoilerplateText.isBoilerplate(text)
    }

    /// A line of the date, the source or the people, and not a headline that speaks of a day.
    private func isDated(_ line: Int) -> Bool {
        let text = text(line)
        guard text.count < 300 else { return false }
        return !CreditReader(text: text).credits().isEmpty || saysDate(text)
    }

    private func saysDate(_ text: Bytes) -> Bool {
        guard text.count < 300, let date = DateScanner(text: text).first() else { return false }
        return date.time != nil || date.range.count * 3 >= text.count
            || DateLabels.kind(text.cut(to: date.range.lowerBound)) != nil
    }

    /// The document's title without what stands behind its last separator; other lines as they are.
    private func withoutSite(_ text: Bytes, at line: Int) -> Bytes {
        guard line < LineTitle.titleLines else { return text }
        var cut = text.count
        for separator in [" - ", " | ", " – ", " — ", "_", "|", "-"] as [StaticString] {
            var position = 0
            var last: Int?
            while let hit = text.find(separator, from: position) {
                last = hit
                position = hit + separator.utf8CodeUnitCount
            }
            guard let last, last >= 12, text.count - last <= 48, last * 3 >= text.count else { continue }
            cut = min(cut, last)
            if cut < text.count { break }
        }
        return text.cut(to: cut).trimmed
    }

    private func isCrumb(_ text: Bytes) -> Bool {
        Breadcrumb.label(text) != nil || Breadcrumb.hasArrow(text) || Breadcrumb.opensAtHome(text)
    }
}
