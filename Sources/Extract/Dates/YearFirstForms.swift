import Model

// Rarer forms in which the year stands before the month.

extension DateScanner {
    /// `2024. május 5.`, `2024 m. gegužės 5 d.`, `2024. gada 5. maijs`: the name of the month behind the year.
    func yearThenName(_ year: Int, _ run: Range<Int>) -> WrittenDate? {
        var position = skipSpaces(run.upperBound)
        guard position < text.count, position > run.upperBound || text[position] == 0x2E || text[position] == 0x2D
        else { return nil }
        if text[position] == 0x2E || text[position] == 0x2D { position = skipSpaces(position + 1) }
        for mark in ["m. ", "gada "] as [StaticString] where text.has(mark, at: position) {
            position += mark.utf8CodeUnitCount
        }
        guard position > run.upperBound + 1 || text[run.upperBound] != 0x20 else { return nil }
        let pieces = (text.word(at: position), text.word(at: text.skipMarks(text.word(at: position).upperBound)))
        let (first, second) = (text.cut(pieces.0), text.cut(pieces.1))
        guard !first.isEmpty, !second.isEmpty else { return nil }
        let isDayFirst = first[0].isDigit
        let day = isDayFirst ? pieces.0 : pieces.1
        guard let month = MonthNames.month(isDayFirst ? second : first),
            (1...2).contains(digits(at: day.lowerBound).count),
            let date = CivilDate(year: year, month: month, day: number(digits(at: day.lowerBound)))
        else { return nil }
        return finish(date, run.lowerBound..<pieces.1.upperBound, time: nil)
    }

    /// `2024 05/01 10:30`, `202405/0110:30`: the year in an element of its own; only where a time follows.
    func yearApart(_ year: Int, _ run: Range<Int>, month: Range<Int>) -> WrittenDate? {
        guard month.count == 2, month.upperBound < text.count,
            text[month.upperBound] == 0x2F || text[month.upperBound] == 0x2D
        else { return nil }
        let day = digits(at: month.upperBound + 1)
        guard day.count == 2 || isJoined(day),
            let date = CivilDate(year: year, month: number(month), day: number(day.prefixRange(2)))
        else { return nil }
        let found = finish(date, run.lowerBound..<day.prefixRange(2).upperBound, time: nil)
        return found.time == nil ? nil : found
    }

    /// Whether a day has its time right behind it: days and times of elements side by side have nothing between them, 2024-05-0110:30.
    func isJoined(_ day: Range<Int>) -> Bool {
        day.count == 4 && day.upperBound < text.count && text[day.upperBound] == 0x3A
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// The letters and figures from the position on.
    fileprivate func word(at start: Int) -> Range<Int> {
        var end = start
        while end < count, end - start < 40, self[end].isWordByte, spaceLength(at: end) == 0 {
            end += 1
        }
        return start..<end
    }

    /// The position behind a full stop and spaces.
    fileprivate func skipMarks(_ start: Int) -> Int {
        var position = start
        while position < count, position - start < 4, self[position] == 0x2E || self[position] == 0x20 { position += 1 }
        return position
    }
}
