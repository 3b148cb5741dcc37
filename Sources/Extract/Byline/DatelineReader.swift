import Model

/// Reads the opening of a Chinese story: 某网12月22日报道, 某社巴黎12月9日电, 某报讯.
struct DatelineReader {
    let text: Bytes
    /// The year of publication, since datelines have none.
    let year: Int?

    /// How far into the first paragraph a dateline may reach, in bytes.
    private static let reach = 96

    /// The dateline, and where the text behind it begins.
    func read() -> (dateline: Dateline, end: Int)? {
        let opening = text.cut(to: DatelineReader.reach)
        return dated(opening) ?? undated(opening)
    }

    /// With a day: outlet, place, M月D日, and one of 电, 讯, 报道, 消息.
    private func dated(_ opening: Bytes) -> (dateline: Dateline, end: Int)? {
        guard let monthMark = opening.find("月"), let month = number(opening, before: monthMark),
            let dayMark = opening.find("日", from: monthMark + 3), dayMark - monthMark <= 5,
            let day = number(opening, before: dayMark)
        else { return nil }
        var end = dayMark + 3
        while end < opening.count, opening.spaceLength(at: end) > 0 { end += opening.spaceLength(at: end) }
        guard let verb = ["综合电", "电", "讯", "报道", "消息"].first(where: { opening.has($0, at: end) }) else { return nil }
        guard let (outlet, place) = outletAndPlace(opening.cut(to: month.start).trimmed) else { return nil }
        let date = year.flatMap { CivilDate(year: $0, month: month.value, day: day.value) }
        let written = date.map { Timestamp($0, hour: 0, minute: 0, second: 0, offsetSeconds: 0)?.rfc3339.prefix(10) }
        return (
            Dateline(outlet: outlet, place: place, date: written.flatMap { $0.map(String.init) }),
            end + verb.utf8CodeUnitCount
        )
    }

    /// Without a day: 某报讯 before a bracket or a space.
    private func undated(_ opening: Bytes) -> (dateline: Dateline, end: Int)? {
        guard let mark = opening.find("讯"), mark >= 6, mark <= 60 else { return nil }
        let end = mark + 3
        guard end < opening.count else { return nil }
        let next = opening.scalar(at: end).value
        guard next == 0x28 || next == 0xFF08 || opening.spaceLength(at: end) > 0 else { return nil }
        guard let (outlet, place) = outletAndPlace(opening.cut(to: mark).trimmed) else { return nil }
        return (Dateline(outlet: outlet, place: place, date: nil), end)
    }

    private func number(_ text: Bytes, before end: Int) -> (value: Int, start: Int)? {
        var start = end
        while start > 0, text[start - 1].isDigit, end - start < 3 { start -= 1 }
        guard (1...2).contains(end - start) else { return nil }
        var value = 0
        for position in start..<end { value = value * 10 + Int(text[position] - 0x30) }
        return (value, start)
    }

    /// The outlet ends with the last 社, 网, 报, 台, 客户端 or 新闻; what is left is a place of few characters.
    private func outletAndPlace(_ head: Bytes) -> (outlet: String, place: String?)? {
        let head = head.trimmed
        guard head.count >= 6, head.count <= 60, !head.contains("，"), !head.contains("。") else { return nil }
        var cut = 0
        for ending in ["社", "网", "报", "台", "客户端", "新闻", "在线", "网站", "卫视", "融媒"] as [StaticString] {
            var from = 0
            while let hit = head.find(ending, from: from) {
                cut = max(cut, hit + ending.utf8CodeUnitCount)
                from = hit + 3
            }
        }
        guard cut >= 6 else { return nil }
        let place = head.cut(from: cut).trimmed
        guard place.characterCount <= 8 else { return nil }
        return (head.cut(to: cut).string, place.isEmpty ? nil : place.string)
    }
}
