internal import Model

/// Finds the headline among the lines of a page that lost its markup.
///
/// Such a page often begins with the document's title, the headline and the site's name behind it; then the line that repeats its
/// beginning is the headline. Otherwise it is the nearest line above the body that can be one.
struct LineTitle {
    let page: Page
    let weights: ProseWeights
    /// Whether a line is a menu or a breadcrumb.
    let isMenu: (Int) -> Bool

    /// The headline: where it stands, and how long it is where the line has more.
    struct Found {
        var line: Int
        var text: Bytes
        /// Whether the document's title says the same.
        var isConfirmed: Bool
    }

    /// Only the first lines can be the document's title.
    static let titleLines = 3
    /// A headline is looked for in so many lines.
    private static let maximumLines = 4_000

    func text(_ index: Int) -> Bytes { page.text(of: page.scan.blocks[index]) }

    /// The headline that the document's title repeats, and behind which soon a long text comes.
    func announced(_ runs: [LineRuns.Run]) -> Found? {
        guard !page.scan.blocks.isEmpty else { return nil }
        let first = TitleKey(text(0))
        for line in page.scan.blocks.indices.prefix(LineTitle.titleLines) {
            let title = text(line)
            let key = TitleKey(title)
            // A menu's first entry is repeated below as well, and so is the site's name behind the headline.
            guard title.count >= LineTitle.menuLength || line == 0 && key.count >= LineTitle.titleLetters,
                title.count <= 400, !isMenu(line), !PageControls.isOne(title), !BoilerplateText.isBoilerplate(title),
                line == 0 || !key.isPart(of: first)
            else { continue }
            if let best = best(of: shown(key, after: line), runs) ?? (line == 0 ? alike(key, runs) : nil) {
                return Found(line: best, text: text(best), isConfirmed: true)
            }
        }
        return nil
    }

    /// Of several lines the last one above the longest text; no more than `enoughProse` bytes of it count.
    private func best(of lines: [Int], _ runs: [LineRuns.Run]) -> Int? {
        var best: (prose: Int, last: Int, line: Int)?
        for line in lines {
            guard let (prose, run) = text(behind: line, runs) else { continue }
            if best.map({ prose > $0.prose || prose == $0.prose && run.last == $0.last }) ?? true {
                best = (prose, run.last, line)
            }
        }
        return best?.line ?? lines.first
    }

    /// The longest text soon behind the line. A long headline can stand in the run itself.
    private func text(behind line: Int, _ runs: [LineRuns.Run]) -> (prose: Int, run: LineRuns.Run)? {
        var best: (prose: Int, run: LineRuns.Run)?
        for run in runs where run.last > line && run.first - line <= LineTitle.nearLines {
            let prose = min(weights.prose(in: max(run.first, line + 1)..<run.last + 1), LineTitle.enoughProse)
            if best.map({ prose > $0.prose }) ?? true { best = (prose, run) }
        }
        return best
    }

    /// A line above a text that says much the same as the title in other words.
    private func alike(_ title: TitleKey, _ runs: [LineRuns.Run]) -> Int? {
        var best: (likeness: Double, line: Int)?
        for line in page.scan.blocks.indices.dropFirst(1).prefix(LineTitle.maximumLines) {
            let text = text(line)
            guard text.count >= LineTitle.menuLength, text.count <= 300, !text.ends(with: "."), !text.ends(with: "。"),
                !isMenu(line)
            else { continue }
            let key = TitleKey(text)
            let likeness = key.likeness(to: title, atLeast: LineTitle.leastLikeness)
            // A small part of the title is more often the name of the site.
            guard likeness >= LineTitle.leastLikeness, likeness > best?.likeness ?? 0, key.count * 5 >= title.count * 2,
                let (prose, _) = self.text(behind: line, runs), prose >= 400
            else { continue }
            best = (likeness, line)
        }
        return best?.line
    }

    /// The headline that the page's address has in it: `/2024/05/ferry-pier-closes-for-repairs`.
    func addressed(_ runs: [LineRuns.Run]) -> Found? {
        guard let path = page.url?.path else { return nil }
        let parts = path.split(separator: "/").filter { $0.utf8.count(where: { $0 == 0x2D || $0 == 0x5F }) >= 3 }
        guard let slug = parts.max(by: { $0.utf8.count < $1.utf8.count }) else { return nil }
        let key = TitleKey(String(slug))
        guard key.count >= 2 * LineTitle.titleLetters else { return nil }
        return alike(key, runs).map { Found(line: $0, text: text($0), isConfirmed: true) }
    }

    private static let leastLikeness = 0.5
    /// A document's title may be shorter than a menu's longest entries.
    private static let titleLetters = 10

    /// So far below its headline a text may begin, in lines; and so much of it, in bytes, is enough.
    private static let nearLines = 60
    private static let enoughProse = 1_500

    /// The lines below that are all of the title or its beginning, as long as any of them.
    private func shown(_ title: TitleKey, after first: Int) -> [Int] {
        var lines: [Int] = []
        var length = 0
        for line in page.scan.blocks.indices.dropFirst(first + 1).prefix(LineTitle.maximumLines) {
            let text = text(line)
            guard text.count >= 8, text.count <= 400 else { continue }
            let key = TitleKey(text)
            guard key.count >= length, key.count * 5 >= title.count * 2, key.isStart(of: title), !isMenu(line) else {
                continue
            }
            if key.count > length { lines.removeAll() }
            length = key.count
            lines.append(line)
        }
        return lines
    }
}
