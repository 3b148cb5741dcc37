internal import Model

/// Collects the credits of a Chinese page: above the body, below it, and in brackets inside.
struct ChineseCredits {
    let page: Page
    let frame: ArticleFrame

    /// Where a credit was found.
    enum Place: Int { case head, bracket, ending, tail }

    struct Found {
        var credit: Credit
        var place: Place
    }

    func collect() -> [Found] {
        var found: [Found] = []
        for index in frame.head where isNear(index) { read(index, .head, &found) }
        for index in frame.body.prefix(3) { readOpening(index, &found) }
        for index in frame.body.suffix(6) { readEnding(index, &found) }
        let last = frame.body.last ?? 0
        // Lines inside the body's reach that were taken out of it, and those below.
        let first = frame.body.first ?? 0
        let bodySet = Set(frame.body)
        for index in first..<max(first, last) where !bodySet.contains(index) { read(index, .tail, &found) }
        for index in frame.tail { read(index, .tail, &found) }
        return found
    }

    private func isNear(_ index: Int) -> Bool {
        guard let title = frame.title else { return true }
        return index >= title - 6
    }

    private func read(_ index: Int, _ place: Place, _ found: inout [Found]) {
        let block = page.scan.blocks[index]
        guard block.count <= 400, block.inherited.isDisjoint(with: [.comment, .related, .ranking, .navigation]) else {
            return
        }
        let text = page.text(of: block)
        // A label whose value stands in the next block.
        let joined = joinedWithNext(index, text)
        let credits = CreditReader(text: joined ?? text).credits()
        found += credits.map { Found(credit: $0, place: place) }
    }

    /// `来源：` in one block and the name in the next.
    private func joinedWithNext(_ index: Int, _ text: Bytes) -> Bytes? {
        guard text.count <= 24, index + 1 < page.scan.blocks.count,
            text.ends(with: "：") || text.ends(with: ":") || CreditReader.label(in: text, at: 0)?.end == text.count
        else { return nil }
        let next = page.scan.blocks[index + 1]
        guard next.count <= 60 else { return nil }
        return page.text.cut(page.scan.blocks[index].range.lowerBound..<next.range.upperBound)
    }

    private func readEnding(_ index: Int, _ found: inout [Found]) {
        let block = page.scan.blocks[index]
        let text = page.text(of: block)
        if block.count <= 150, !isSentence(text) {
            found += CreditReader(text: text).credits().map { Found(credit: $0, place: .ending) }
            return
        }
        guard let range = Brackets.ranges(in: text.cut(from: max(0, text.count - 300)), before: 300).last else {
            return
        }
        let bracket = text.cut(from: max(0, text.count - 300)).cut(range)
        guard bracket.count <= 200 else { return }
        found += CreditReader(text: bracket).credits().filter(isPerson).map { Found(credit: $0, place: .ending) }
    }

    /// Ends as a sentence does, outside brackets.
    func isSentence(_ text: Bytes) -> Bool {
        text.ends(with: "。") || text.ends(with: "？") || text.ends(with: "！") || text.ends(with: "?")
    }

    func isPerson(_ credit: Credit) -> Bool {
        if case .role = credit.kind { return true }
        return false
    }
}
