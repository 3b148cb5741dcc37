// The credits of a Chinese story that its first paragraphs begin with.

extension ChineseCredits {
    /// （记者 甲 乙） near the start of the first paragraphs, and 某报记者 甲 as a paragraph of its own.
    func readOpening(_ index: Int, _ found: inout [Found]) {
        let block = page.scan.blocks[index]
        let text = page.text(of: block)
        if block.count <= 90, !isSentence(text) {
            found += CreditReader(text: text).credits().filter(isPerson).map { Found(credit: $0, place: .bracket) }
            return
        }
        for range in Brackets.ranges(in: text, before: 300) { readBracket(text.cut(range), &found) }
        readReport(text, &found)
        readUnbracketed(text, &found)
    }

    /// 某报讯 记者甲报道：…
    private func readReport(_ text: Bytes, _ found: inout [Found]) {
        guard let end = text.cut(to: 120).find("报道"), let start = text.cut(to: end).find("记者") else { return }
        let credits = CreditReader(text: text.cut(start..<end + 6)).credits()
        guard credits.allSatisfy(isPerson), DatelineReader(text: text, year: nil).read() != nil || start == 0 else {
            return
        }
        found += credits.map { Found(credit: $0, place: .bracket) }
    }

    /// 某报记者 甲 乙 and a space, then the story: only where the outlet stands before the label, or 本报 or a dateline does.
    private func readUnbracketed(_ text: Bytes, _ found: inout [Found]) {
        let head = text.cut(to: 240)
        guard let label = head.find("记者") ?? head.find("記者"), label <= 150 else { return }
        let before = head.cut(to: label).trimmed
        let word = before.cut(from: (before.lastIndex { $0 == 0x20 || $0 == 0x0A } ?? -1) + 1)
        let opens = ["报", "報", "網", "网", "社", "台", "刊", "讯", "电", "新闻", "客户端", "特约"].contains { word.ends(with: $0) }
        guard opens, word.count <= 60, !word.contains("，"), !word.contains("。") else { return }
        let (names, end) = ChineseNames(text: head).list(at: label + 6)
        guard !names.isEmpty, end < head.count, head.spaceLength(at: end) > 0 else { return }
        let credits = CreditReader(text: head.cut(label..<end)).credits()
        guard credits.map(\.name) == names else { return }
        found += credits.map { Found(credit: $0, place: .bracket) }
    }

    private func readBracket(_ text: Bytes, _ found: inout [Found]) {
        guard text.count <= 200 else { return }
        found += CreditReader(text: text).credits().filter(isPerson).map { Found(credit: $0, place: .bracket) }
    }
}
