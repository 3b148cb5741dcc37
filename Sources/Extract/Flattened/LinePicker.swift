/// Finds the headline and the body among the lines of a page that lost its markup.
///
/// The body begins behind the byline or with the first long line of sentences, and ends with the last one before the page's
/// tail. Short lines between long ones are sub-headings.
struct LinePicker {
    let page: Page
    let weights: ProseWeights

    struct Result {
        var title: LineTitle.Found?
        var body: [Int]
        var headings: Set<Int>
    }

    func pick() -> Result? {
        let titles = LineTitle(page: page, weights: weights, isMenu: isMenu)
        let runs = LineRuns(picker: self).runs
        guard let early = firstLong(runs) else { return nil }
        var title = titles.announced(runs) ?? titles.addressed(runs)
        let run = chosen(title) ?? early
        var first = run.first
        let last = run.last
        if title.map({ $0.line >= first }) ?? true { title = titles.nearest(above: first) }
        if title?.line == first { first = (first + 1..<last + 1).first(where: isProse) ?? last }
        let start = (byline(between: title?.line, and: first) ?? title?.line).map { $0 + 1 } ?? first
        var body: [Int] = []
        var headings: Set<Int> = []
        for index in min(max(start, first - 6), first)...last where keeps(index, first) {
            body.append(index)
            if isHeading(index, last) { headings.insert(index) }
        }
        return body.isEmpty ? nil : Result(title: title, body: body, headings: headings)
    }

    func text(_ index: Int) -> Bytes { page.text(of: page.scan.blocks[index]) }

    func isProse(_ index: Int) -> Bool {
        weights.prose[index] >= 100 && !isMenu(index) && !isLegal(index) && hasClauses(text(index))
    }

    /// Whether marks part the words as in a sentence: a menu's entries that ran together have none.
    private func hasClauses(_ text: Bytes) -> Bool {
        let end = text.scalar(at: text.count - text.lengthOfCharacter(before: text.count)).value
        return Scalars.endsSentence(end) || end == 0x201D
            || text.containsAny(["，", "。", "、", "；", "：", ", ", ". ", "; "])
    }

    /// The first run that is half as long as the longest, or long by itself: other stories' openings may come behind it.
    private func firstLong(_ runs: [LineRuns.Run]) -> LineRuns.Run? {
        let most = runs.reduce(0) { max($0, $1.prose) }
        return runs.first { $0.prose >= 900 || $0.prose * 2 >= most }
    }

    /// The first run behind the headline that is long enough.
    private func chosen(_ title: LineTitle.Found?) -> LineRuns.Run? {
        guard let title else { return nil }
        let behind = LineRuns(picker: self, from: title.line + 1).runs
        let most = behind.reduce(0) { max($0, $1.prose) }
        return behind.first { $0.prose * 5 >= most || $0.prose >= 600 }
    }

    /// A short line that ends as a sentence does.
    func isSentence(_ index: Int) -> Bool {
        let text = text(index)
        guard text.count >= 15, !isMenu(index), !isLegal(index) else { return false }
        let end = text.scalar(at: text.count - text.lengthOfCharacter(before: text.count)).value
        return Scalars.endsSentence(end) || end == 0x201D
    }

    /// Items between bars, bullets or wide gaps.
    private func isMenu(_ index: Int) -> Bool {
        let text = text(index)
        var bars = 0
        for byte in text where byte == 0x7C { bars += 1 }
        return bars >= 3 || text.starts(with: "•") && text.count < 60
    }

    private func isLegal(_ index: Int) -> Bool {
        text(index).containsAny([
            "ICP备", "许可证", "版权所有", "Copyright", "举报电话", "不得转载", "All rights reserved", "All Rights Reserved",
        ])
    }

    /// The line above the body that has a date, a source or an editor.
    private func byline(between title: Int?, and first: Int) -> Int? {
        (max(title.map { $0 + 1 } ?? 0, first - 12)..<max(first, title.map { $0 + 1 } ?? 0)).last { index in
            let text = text(index)
            return text.count < 300
                && (DateScanner(text: text).first() != nil || !CreditReader(text: text).credits().isEmpty)
        }
    }

    /// Lines of the page are left out, and short lines above the first long one that are no sentences.
    private func keeps(_ index: Int, _ first: Int) -> Bool {
        if isMenu(index) || BoilerplateText.isBoilerplate(text(index)) { return false }
        return index >= first || isSentence(index)
    }

    private func isHeading(_ index: Int, _ last: Int) -> Bool {
        let text = text(index)
        guard index < last, text.count <= 100, index > 0 else { return false }
        let end = text.scalar(at: text.count - text.lengthOfCharacter(before: text.count)).value
        return !Scalars.endsSentence(end) && end != 0x201D && weights.prose[index + 1] >= 60
    }
}
