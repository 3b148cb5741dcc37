import Model

/// Finds dates in text of many languages.
///
/// Every date is found from its four-digit year: 2023-12-22, 2023年12月22日, 22. Dezember 2023, Dec. 22nd, 2023, 22/12/2023; digits
/// without separators (20231222104515) count too. Years from 1990 to 2099, and those of the Republic of China (民國113年).
struct DateScanner {
    let text: Bytes
    var order = DayOrder.monthFirst

    /// The first date at or after the position.
    func first(from start: Int = 0, before end: Int? = nil) -> WrittenDate? {
        let limit = Swift.min(end ?? text.count, text.count)
        var position = start
        while position + 3 < limit {
            guard text[position].isDigit else {
                position += 1
                continue
            }
            let run = digits(at: position)
            if let found = date(inRun: run) { return found }
            position = run.upperBound
        }
        return nil
    }

    /// All dates, at most `limit`.
    func all(limit: Int = 16) -> [WrittenDate] {
        var found: [WrittenDate] = []
        var position = 0
        while found.count < limit, let next = first(from: position) {
            found.append(next)
            position = next.range.upperBound
        }
        return found
    }

    /// The digits from the position on.
    func digits(at start: Int) -> Range<Int> {
        var end = start
        while end < text.count, text[end].isDigit { end += 1 }
        return start..<end
    }

    private func date(inRun run: Range<Int>) -> WrittenDate? {
        switch run.count {
        case 2, 3:
            guard let era = eraStart(before: run.lowerBound) else { return nil }
            return yearFirst(number(run) + 1911, era..<run.upperBound)
        case 4:
            guard let year = year(run) else { return nil }
            return yearFirst(year, run) ?? yearLast(year, run) ?? yearThenName(year, run)
                ?? yearApart(year, run, month: digits(at: skipSpaces(run.upperBound)))
        case 6:
            guard let year = year(run.prefixRange(4)) else { return nil }
            return yearApart(year, run, month: run.lowerBound + 4..<run.upperBound)
        case 8, 12, 14: return compact(run)
        default: return nil
        }
    }

    private func year(_ range: Range<Int>) -> Int? {
        let value = number(range)
        return (1990...2099).contains(value) ? value : nil
    }

    func number(_ range: Range<Int>) -> Int {
        var value = 0
        for position in range { value = value &* 10 &+ Int(text[position] &- 0x30) }
        return value
    }

    private func compact(_ run: Range<Int>) -> WrittenDate? {
        let start = run.lowerBound
        guard let year = year(start..<start + 4),
            let date = CivilDate(year: year, month: number(start + 4..<start + 6), day: number(start + 6..<start + 8))
        else { return nil }
        var time: WrittenDate.TimeOfDay?
        if run.count >= 12 {
            let second = run.count == 14 ? number(start + 12..<start + 14) : 0
            let hour = number(start + 8..<start + 10)
            let minute = number(start + 10..<start + 12)
            guard hour < 24, minute < 60, second <= 60 else { return nil }
            time = .init(hour: hour, minute: minute, second: second)
        }
        return finish(date, run, time: time)
    }

    // MARK: Year, month, day

    private func yearFirst(_ year: Int, _ run: Range<Int>) -> WrittenDate? {
        guard let monthStart = separator(at: run.upperBound, cjk: ["年", "년"]) else { return nil }
        let month = digits(at: monthStart)
        guard (1...2).contains(month.count),
            let dayStart = separator(at: month.upperBound, cjk: ["月", "월"])
        else { return nil }
        let day = digits(at: dayStart)
        guard (1...2).contains(day.count) || day.count > 2 && text[dayStart - 1] >= 0x80 || isJoined(day),
            let date = CivilDate(
                year: year, month: number(month), day: number(day.prefixRange(2)))
        else { return nil }
        var end = day.prefixRange(2).upperBound
        for mark in ["日", "일", "号"] as [StaticString] where text.has(mark, at: end) { end += 3 }
        return finish(date, run.lowerBound..<end, time: nil)
    }

    /// 民國112年: years of the Republic of China count from 1912.
    private func eraStart(before end: Int) -> Int? {
        ["民國", "民国"].contains { (era: StaticString) in text.cut(to: end).ends(with: era) } ? end - 6 : nil
    }

    /// The position behind one separator, which may have spaces around it.
    private func separator(at start: Int, cjk marks: [StaticString]) -> Int? {
        var position = skipSpaces(start)
        guard position < text.count else { return nil }
        if marks.contains(where: { text.has($0, at: position) }) { return skipSpaces(position + 3) }
        switch text[position] {
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."): position += 1
        default: return nil
        }
        return skipSpaces(position)
    }

    func skipSpaces(_ start: Int) -> Int {
        var position = start
        while position < text.count, position - start < 6 {
            let length = text.spaceLength(at: position)
            if length == 0 { break }
            position += length
        }
        return position
    }

    // MARK: Day and month before the year

    private func yearLast(_ year: Int, _ run: Range<Int>) -> WrittenDate? {
        guard let (day, month, start) = DayAndMonth(text: text, order: order).before(run.lowerBound),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        return finish(date, start..<run.upperBound, time: nil)
    }

    func finish(_ date: CivilDate, _ range: Range<Int>, time: WrittenDate.TimeOfDay?) -> WrittenDate {
        var found = WrittenDate(date: date, time: time, offsetSeconds: nil, range: range)
        let clock = ClockScanner(text: text)
        if time == nil, let (time, offset, end) = clock.time(after: range.upperBound, on: date) {
            found.time = time
            found.offsetSeconds = offset
            found.range = range.lowerBound..<end
        } else if time == nil, let (time, offset, start) = clock.time(before: range.lowerBound, on: date) {
            found.time = time
            found.offsetSeconds = offset
            found.range = start..<range.upperBound
        }
        return found
    }
}

extension Range<Int> {
    func prefixRange(_ length: Int) -> Range<Int> {
        lowerBound..<Swift.min(upperBound, lowerBound + length)
    }
}
