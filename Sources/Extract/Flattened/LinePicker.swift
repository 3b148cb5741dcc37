/// Finds the headline and the body among the lines of a page that lost its markup.
///
/// The body begins behind the byline or with the first long line of sentences, and ends with the last one before the page's
/// tail. Short lines between long ones are sub-headings.
struct LinePicker {
    let page: Page
    let weights: ProseWeights

    struct Result {
        var title: Int?
        var body: [Int]
        var headings: Set<Int>
    }

    func pick() -> Result? {
        guard let (first, last) = extent() else { return nil }
        let title = title(before: first)
        let start = (byline(between: title, and: first) ?? title).map { $0 + 1 } ?? first
        var body: [Int] = []
        var headings: Set<Int> = []
        for index in min(start, first)...last where keeps(index) {
            body.append(index)
            if isHeading(index, last) { headings.insert(index) }
        }
        return body.isEmpty ? nil : Result(title: title, body: body, headings: headings)
    }

    private func text(_ index: Int) -> Bytes { page.text(of: page.scan.blocks[index]) }

    private func isProse(_ index: Int) -> Bool { weights.prose[index] >= 100 && !isMenu(index) && !isLegal(index) }

    /// The first and last long lines, without those that stand behind the tail's first marker.
    private func extent() -> (first: Int, last: Int)? {
        let lines = page.scan.blocks.indices
        guard let first = lines.first(where: isProse) else { return nil }
        var last = first
        var gap = 0
        for index in first..<lines.upperBound {
            if SectionMarkers.opensForeignSection(text(index)) { break }
            if isProse(index) {
                last = index
                gap = 0
            } else {
                gap += 1
                if gap > 12 { break }
            }
        }
        return (first, last)
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
        ((title.map { $0 + 1 } ?? max(0, first - 4))..<first).last { index in
            let text = text(index)
            return text.count < 300
                && (DateScanner(text: text).first() != nil || !CreditReader(text: text).credits().isEmpty)
        }
    }

    /// The nearest line above byline and body that can be a headline.
    private func title(before first: Int) -> Int? {
        var index = first - 1
        while index >= max(0, first - 8) {
            let text = text(index)
            let hasDate = DateScanner(text: text).first() != nil
            if text.count >= 12, text.count <= 240, !hasDate, !isMenu(index), !isCrumb(text),
                CreditReader(text: text).credits().isEmpty
            {
                return index
            }
            index -= 1
        }
        return nil
    }

    private func isCrumb(_ text: Bytes) -> Bool { text.contains(" > ") || text.contains("位置") && text.contains(":") }

    private func keeps(_ index: Int) -> Bool {
        !isMenu(index) && !BoilerplateText.isBoilerplate(text(index))
    }

    private func isHeading(_ index: Int, _ last: Int) -> Bool {
        let text = text(index)
        guard index < last, text.count <= 100, index > 0 else { return false }
        let end = text.scalar(at: text.count - text.lengthOfCharacter(before: text.count)).value
        return !Scalars.endsSentence(end) && end != 0x201D && weights.prose[index + 1] >= 60
    }
}
