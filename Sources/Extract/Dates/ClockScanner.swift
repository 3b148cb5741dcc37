import Model

/// Reads the time of day beside a date, and the zone it is given in.
struct ClockScanner {
    let text: Bytes

    /// Time, zone offset and end of what follows the date: `T10:45:15+08:00`, ` 10:45`, `, at 10:45 a.m. EST`, ` 10时45分`.
    func time(after start: Int, on date: CivilDate) -> (WrittenDate.TimeOfDay, Int?, Int)? {
        guard let begin = skipFiller(from: start), var found = time(at: begin, on: date) else { return nil }
        found.0.hour = HalfDay.hour(found.0.hour, behind: text.cut(start..<begin))
        return found
    }

    /// Time, zone offset and start of what stands before the date: `10:45 AM EST, ` or `10:45, `.
    func time(before end: Int, on date: CivilDate) -> (WrittenDate.TimeOfDay, Int?, Int)? {
        let earliest = Swift.max(0, end - 28)
        guard let colon = (earliest..<end).first(where: { text[$0] == 0x3A && $0 > 0 && text[$0 - 1].isDigit })
        else { return nil }
        var begin = colon - 1
        if begin > 0, text[begin - 1].isDigit { begin -= 1 }
        guard begin == 0 || !text[begin - 1].isWordByte, let found = time(at: begin, on: date), found.2 <= end
        else { return nil }
        let isClose = (found.2..<end).allSatisfy {
            text[$0] == 0x20 || text[$0] == 0x2C || text[$0].isLetter || text[$0] == 0x2E
        }
        return isClose && end - found.2 <= 14 ? (found.0, found.1, begin) : nil
    }

    private func time(at start: Int, on date: CivilDate) -> (WrittenDate.TimeOfDay, Int?, Int)? {
        var position = start
        guard var hour = number(&position, digits: 1...2), hour < 24 else { return nil }
        guard let minute = part(&position, marks: [":", "：", "时", "時", "點", "点", "h", "시 ", "."]), minute < 60 else {
            return nil
        }
        var second = part(&position, marks: [":", "：", "分"]) ?? 0
        if second > 60 { second = 0 }
        skipFraction(&position)
        for mark in ["分", "秒"] as [StaticString] where text.has(mark, at: position) { position += 3 }
        hour = halfDay(hour, &position)
        let offset = ZoneNames.offset(in: text, at: &position, on: date)
        return (.init(hour: hour, minute: minute, second: second), offset, position)
    }

    private func part(_ position: inout Int, marks: [StaticString]) -> Int? {
        for mark in marks where text.has(mark, at: position) {
            var next = position + mark.utf8CodeUnitCount
            guard let value = number(&next, digits: 2...2) else { continue }
            position = next
            return value
        }
        return nil
    }

    private func number(_ position: inout Int, digits: ClosedRange<Int>) -> Int? {
        var end = position
        var value = 0
        while end < text.count, text[end].isDigit, end - position <= digits.upperBound {
            value = value * 10 + Int(text[end] - 0x30)
            end += 1
        }
        guard digits.contains(end - position) else { return nil }
        position = end
        return value
    }

    private func skipFraction(_ position: inout Int) {
        guard position + 1 < text.count, text[position] == 0x2E, text[position + 1].isDigit else { return }
        position += 1
        while position < text.count, text[position].isDigit { position += 1 }
    }

    /// Applies a.m. and p.m.
    private func halfDay(_ hour: Int, _ position: inout Int) -> Int {
        var next = position
        while next < text.count, next - position < 3, text.spaceLength(at: next) > 0 {
            next += text.spaceLength(at: next)
        }
        guard next < text.count, text[next].lowered == 0x61 || text[next].lowered == 0x70 else { return hour }
        let isAfternoon = text[next].lowered == 0x70
        for ending in ["m", ".m.", ".m"] as [StaticString] where text.hasFolded(ending, at: next + 1) {
            let end = next + 1 + ending.utf8CodeUnitCount
            guard end == text.count || !text[end].isLetter else { continue }
            position = end
            if hour == 12 { return isAfternoon ? 12 : 0 }
            return isAfternoon && hour < 12 ? hour + 12 : hour
        }
        return hour
    }

    /// Where the hour may begin: behind separators, the day of the week in brackets, and words such as "at", "um", "kl.".
    private func skipFiller(from start: Int) -> Int? {
        var position = start
        while position < text.count, position - start < 40 {
            let byte = text[position]
            if byte.isDigit { return position }
            if byte == 0x0A || byte == 0x3B { return nil }
            if let length = HalfDay.length(in: text, at: position) {
                position += length
                continue
            }
            if byte == 0x28 || text.has("（", at: position) || text.has("星期", at: position)
                || text.has("周", at: position) || text.has("週", at: position)
                || text.has("오", at: position)
            {
                position = skipWeekday(position)
                continue
            }
            guard byte >= 0x80 || !byte.isLetter else {
                guard let end = fillerWord(at: position) else { return nil }
                position = end
                continue
            }
            guard byte < 0x80 || isSeparator(at: position) else { return nil }
            position += text.scalar(at: position).length
        }
        return nil
    }

    private func isSeparator(at position: Int) -> Bool {
        let scalar = text.scalar(at: position).value
        return text.spaceLength(at: position) > 0 || scalar == 0xE0 || scalar == 0xB7 || scalar == 0x2013
            || scalar == 0x2014 || scalar == 0x2022 || scalar == 0xFF5C || scalar == 0xFF0C
    }

    private func skipWeekday(_ start: Int) -> Int {
        var position = start
        for _ in 0..<6 where position < text.count && !text[position].isDigit {
            position += text.scalar(at: position).length
            if position < text.count, text[position] == 0x20 || text[position] == 0x29 { break }
        }
        return position
    }

    private func fillerWord(at start: Int) -> Int? {
        for word in ["at", "um", "kl", "alle", "ore", "om", "t", "klo", "a las", "o", "s", "updated", "в"]
            as [StaticString]
        where text.hasFolded(word, at: start) {
            let end = start + word.utf8CodeUnitCount
            if end == text.count || !text[end].isLetter { return end }
        }
        return nil
    }
}
