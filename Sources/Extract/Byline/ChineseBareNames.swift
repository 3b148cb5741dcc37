/// Finds Chinese names that no label introduces, at the few places where only an author stands: （甲 乙） behind the dateline or at
/// the very end, □甲, and behind date and outlet below the headline.
struct ChineseBareNames {
    let page: Page
    let frame: ArticleFrame

    func names() -> [String] {
        for index in frame.head where page.scan.blocks[index].count <= 160 {
            let found = headLine(page.text(of: page.scan.blocks[index])).filter(isPerson)
            if !found.isEmpty { return found }
        }
        if let first = frame.body.first {
            let found = behindDateline(page.text(of: page.scan.blocks[first]))
            if !found.isEmpty { return found }
        }
        guard let last = frame.body.last else { return [] }
        return atEnd(page.text(of: page.scan.blocks[last]))
    }

    /// Sections and places are written as people's names are: 国际, 文化, 江西.
    private func isPerson(_ name: String) -> Bool {
        var copy = name
        let isPlace = copy.withUTF8 { Gazetteer.name(in: $0, at: 0)?.length == $0.count }
        return !isPlace && !SectionNames.holds(name, on: page, above: frame.title)
    }

    /// `□甲 乙`, `2024-05-01 10:30 某某日报 甲`, and `某某日报 2024-05-01 10:30 甲`.
    private func headLine(_ text: Bytes) -> [String] {
        for mark in ["□", "■", "◎", "●", "○", "▌"] as [StaticString] where text.starts(with: mark) {
            return only(text.cut(from: mark.utf8CodeUnitCount).trimmed)
        }
        guard let date = DateScanner(text: text).first() else { return [] }
        var rest = text.cut(from: date.range.upperBound).trimmed
        let before = text.cut(to: date.range.lowerBound).trimmed
        if before.count >= 9, before.count <= 36, PublisherStage.endsAsOutlet(before), !before.contains("/") {
            // Places of two characters stand there as often as people do.
            return only(rest).filter { $0.utf8.count >= 9 }
        }
        guard !rest.isEmpty, date.range.lowerBound < 24, let outlet = outletEnd(rest) else { return [] }
        rest = rest.cut(from: outlet).trimmed
        return only(rest)
    }

    /// The end of the first word, which must be labelled as the source or end as outlets do.
    private func outletEnd(_ text: Bytes) -> Int? {
        var position = 0
        if let (label, end) = CreditReader.label(in: text, at: 0), label.kind == .source {
            position = end
            while position < text.count, isMark(text.scalar(at: position).value) || text.spaceLength(at: position) > 0 {
                position += text.scalar(at: position).length
            }
        }
        let start = position
        while position < text.count, text.spaceLength(at: position) == 0 {
            position += text.scalar(at: position).length
        }
        guard position > start, position < text.count else { return nil }
        return start > 0 || ChineseNames.isNoName(text.cut(start..<position)) ? position : nil
    }

    private func isMark(_ scalar: UInt32) -> Bool { scalar == 0x3A || scalar == 0xFF1A }

    /// 某社某地5月1日电 （甲 乙）.
    private func behindDateline(_ text: Bytes) -> [String] {
        guard let (_, end) = DatelineReader(text: text, year: nil).read() else { return [] }
        let rest = text.cut(end..<min(text.count, end + 80)).trimmed
        guard let range = Brackets.ranges(in: rest, before: 0).first, range.lowerBound <= 3 else { return [] }
        return only(rest.cut(range).trimmed)
    }

    /// …。（甲 乙）
    private func atEnd(_ text: Bytes) -> [String] {
        let tail = text.cut(from: max(0, text.count - 60))
        guard let range = Brackets.ranges(in: tail, before: 60).last, range.upperBound + 3 >= tail.count,
            range.lowerBound >= 6
        else { return [] }
        let opening = range.lowerBound - (tail[range.lowerBound - 1] == 0x28 ? 1 : 3)
        let before = tail.scalar(at: opening - tail.lengthOfCharacter(before: opening)).value
        return Scalars.endsSentence(before) || before == 0x201D ? only(tail.cut(range).trimmed) : []
    }

    /// The names, where the text is nothing but one to four of two or three characters, or with dots.
    private func only(_ text: Bytes) -> [String] {
        guard !text.isEmpty, text.count <= 60 else { return [] }
        let (names, end) = ChineseNames(text: text).list(at: 0)
        guard end == text.count, names.count <= 4 else { return [] }
        return names
    }
}
