/// Finds items of lists of places that are no places: 福州 | … | 莆田.
struct SiblingLists {
    let text: Bytes

    /// A list of places around an item.
    struct List {
        /// The names in it.
        var names: [String] = []
        /// How many are of each province; the index is the province's.
        var provinces: [Int: Int] = [:]
    }

    private static let reach = 10

    /// The places beside the item; nil where the range is no item, or the list is not one of places.
    func list(around range: Range<Int>) -> List? {
        guard isSeparator(before: range.lowerBound), isSeparator(at: range.upperBound) else { return nil }
        var list = List()
        var strangers = 0
        var position = range.upperBound
        for _ in 0..<SiblingLists.reach where strangers < 2 {
            guard let item = item(after: position) else { break }
            position = item.upperBound
            if !note(item, in: &list) { strangers += 1 }
        }
        strangers = 0
        position = range.lowerBound
        for _ in 0..<SiblingLists.reach where strangers < 2 {
            guard let item = item(before: position) else { break }
            position = item.lowerBound
            if !note(item, in: &list) { strangers += 1 }
        }
        return list.names.count >= 4 ? list : nil
    }

    /// Whether the items beside it are names with the same word behind them: 北京房产 | …房产 | 广州房产.
    func isAmongCompounds(_ range: Range<Int>) -> Bool {
        guard isSeparator(before: range.lowerBound) else { return false }
        var end = range.upperBound
        while end < text.count, end - range.upperBound <= 18, separator(at: end) == nil {
            end += text.scalar(at: end).length
        }
        guard end > range.upperBound, end < text.count, end - range.upperBound <= 18 else { return false }
        let suffix = text.cut(range.upperBound..<end)
        var names = 0
        var position = end
        for _ in 0..<3 {
            guard let item = item(after: position), isCompound(item, suffix) else { break }
            position = item.upperBound
            names += 1
        }
        position = range.lowerBound
        for _ in 0..<3 {
            guard let item = item(before: position), isCompound(item, suffix) else { break }
            position = item.lowerBound
            names += 1
        }
        return names >= 2
    }

    private func isCompound(_ item: Range<Int>, _ suffix: Bytes) -> Bool {
        guard let hit = Gazetteer.name(in: text, at: item.lowerBound), hit.entry.kind != .district else { return false }
        return text.cut(item.lowerBound + hit.length..<item.upperBound).equals(suffix)
    }

    private func note(_ item: Range<Int>, in list: inout List) -> Bool {
        guard let hit = Gazetteer.name(in: text, at: item.lowerBound), hit.entry.kind != .district,
            item.count - hit.length <= 6
        else { return false }
        if !list.names.contains(hit.entry.name) {
            list.names.append(hit.entry.name)
            list.provinces[hit.entry.province, default: 0] += 1
        }
        return true
    }

    private func item(after position: Int) -> Range<Int>? {
        var start = position
        while start < text.count, start - position < 12, let length = separator(at: start) { start += length }
        var end = start
        while end < text.count, end - start <= 36, separator(at: end) == nil { end += text.scalar(at: end).length }
        return end > start && end - start <= 36 ? start..<min(end, text.count) : nil
    }

    private func item(before position: Int) -> Range<Int>? {
        var end = position
        while end > 0, position - end < 12, isSeparator(before: end) { end -= text.lengthOfCharacter(before: end) }
        var start = end
        while start > 0, end - start <= 36, !isSeparator(before: start) {
            start -= text.lengthOfCharacter(before: start)
        }
        return end > start && end - start <= 36 ? start..<end : nil
    }

    private func isSeparator(at position: Int) -> Bool { position >= text.count || separator(at: position) != nil }

    private func isSeparator(before position: Int) -> Bool {
        position <= 0 || separator(at: position - text.lengthOfCharacter(before: position)) != nil
    }

    /// The length of the separator at the position: white space, a bar, a point, a stroke.
    private func separator(at position: Int) -> Int? {
        switch text[position] {
        case 0x20, 0x0A, 0x7C, 0x2F: return 1
        case 0xC2 where text.has("·", at: position) || text.has("\u{A0}", at: position): return 2
        case 0xE2 where text.has("│", at: position) || text.has("•", at: position): return 3
        case 0xE3 where text.has("、", at: position) || text.has("　", at: position): return 3
        case 0xEF where text.has("｜", at: position): return 3
        default: return nil
        }
    }
}
