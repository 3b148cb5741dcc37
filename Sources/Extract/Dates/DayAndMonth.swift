/// Reads the day and the month that stand before a year, from right to left.
struct DayAndMonth {
    let text: Bytes
    let order: DayOrder

    /// Day, month and where they begin; nil where the bytes before `end` are something else.
    func before(_ end: Int) -> (day: Int, month: Int, start: Int)? {
        guard let last = piece(before: end) else { return nil }
        guard let first = piece(before: last.start) else { return nil }
        switch (first.kind, last.kind) {
        case (.number(let one), .number(let two)): return numeric(one, two, start: first.start)
        case (.number(let day), .month(let month)): return (day, month, first.start)
        case (.month(let month), .number(let day)): return (day, month, first.start)
        default: return nil
        }
    }

    private enum Kind {
        case number(Int)
        case month(Int)
    }

    private func numeric(_ one: Int, _ two: Int, start: Int) -> (day: Int, month: Int, start: Int)? {
        let isDayFirst = one > 12 || two <= 12 && order == .dayFirst
        return isDayFirst ? (one, two, start) : (two, one, start)
    }

    /// The number or month name before the position, over separators, ordinal endings and "de".
    private func piece(before end: Int) -> (kind: Kind, start: Int)? {
        var position = end
        for _ in 0..<3 {
            position = skipSeparators(before: position)
            let start = wordStart(before: position)
            guard start < position, position - start <= 32 else { return nil }
            let word = text.cut(start..<position)
            if word[0].isDigit { return number(word, start) }
            if let month = MonthNames.month(word) { return (.month(month), start) }
            guard DayAndMonth.small.contains(where: { word.equalsFolded($0) }) else {
                guard word.isOrdinalEnding else { return nil }
                position = start
                continue
            }
            position = start
        }
        return nil
    }

    /// Words between day, month and year: `22 de mayo de 2024`, `22 tháng 5 năm 2024`.
    private static let small: [StaticString] = ["de", "del", "d", "of", "г", "tháng", "Tháng", "năm"]

    private func number(_ word: Bytes, _ start: Int) -> (kind: Kind, start: Int)? {
        var value = 0
        var index = 0
        while index < word.count, word[index].isDigit, index < 3 {
            value = value * 10 + Int(word[index] - 0x30)
            index += 1
        }
        guard index <= 2, value >= 1, value <= 31, index == word.count || word.cut(from: index).isOrdinalEnding
        else { return nil }
        return (.number(value), start)
    }

    private func skipSeparators(before end: Int) -> Int {
        var position = end
        while position > 0, end - position < 8 {
            let length = text.lengthOfCharacter(before: position)
            let byte = text[position - length]
            let isMark = length == 1 && (byte == 0x20 || byte == 0x2E || byte == 0x2C || byte == 0x2F || byte == 0x2D)
            guard
                isMark || length == 3 && text.has("’", at: position - length)
                    || text.spaceLength(at: position - length) == length
            else { break }
            position -= length
        }
        return position
    }

    private func wordStart(before end: Int) -> Int {
        var position = end
        while position > 0, end - position < 40 {
            let length = text.lengthOfCharacter(before: position)
            let scalar = text.scalar(at: position - length).value
            // No letter is below U+00C0 beyond ASCII, nor among the punctuation of U+2000 to U+206F; º ends a Spanish ordinal.
            let isMark = (0x80..<0xC0).contains(scalar) && scalar != 0xBA || (0x2000...0x206F).contains(scalar)
            guard text[position - length].isWordByte, !isMark else { break }
            position -= length
        }
        return position
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    fileprivate var isOrdinalEnding: Bool {
        equalsFolded("st") || equalsFolded("nd") || equalsFolded("rd") || equalsFolded("th") || equals("º")
            || equalsFolded("er")
    }
}
