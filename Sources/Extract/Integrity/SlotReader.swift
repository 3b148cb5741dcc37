/// Reads what stands around a place in the text.
struct SlotReader {
    let text: Bytes
    let siblings: SiblingLists

    /// The slot that a phrase at the range fills; nil where anything could stand.
    func slot(_ range: Range<Int>) -> NameSlot? {
        guard let (kind, owner) = behind(range) ?? around(range) else { return nil }
        var continuation: UInt64 = 0
        for byte in text.cut(range.upperBound..<range.upperBound + 6) {
            continuation = continuation << 8 | UInt64(byte)
        }
        // One list is one piece of evidence.
        if kind == .sibling { continuation = 0 }
        return NameSlot(kind: kind, continuation: continuation, owner: owner)
    }

    private func behind(_ range: Range<Int>) -> (NameSlot.Kind, String?)? {
        let rest = text.cut(range.upperBound..<range.upperBound + 48)
        guard let first = rest.first else { return nil }
        if first < 0x80 { return licence(rest, before: range) ?? dateline(rest, before: range) }
        if rest.starts(with: "省") { return province(rest.cut(from: 3)) }
        if rest.starts(with: "市") { return city(rest.cut(from: 3)) }
        if let region = region(rest) { return region }
        if rest.starts(with: "公网安备") || rest.starts(with: "公網安備") { return (.licence, nil) }
        if let hit = Gazetteer.name(in: rest, at: 0) {
            if hit.entry.kind == .province { return nil }
            if hit.entry.kind != .district { return (.ownerNamed, hit.entry.owner) }
            return rest.has("区", at: hit.length) ? (.ownerNamed, hit.entry.owner) : nil
        }
        if rest.starts(with: "时间"), rest.count > 6, rest[6].isDigit { return (.time, nil) }
        for mark in SlotReader.institutions where rest.starts(with: mark) {
            let next = rest.cut(from: mark.utf8CodeUnitCount)
            // 日报道, 晚报告, 大学生 are other words.
            let isOther = next.starts(with: "道") || next.starts(with: "告") || next.starts(with: "生")
            return isOther ? nil : (.institution, nil)
        }
        return nil
    }

    private func province(_ rest: Bytes) -> (NameSlot.Kind, String?)? {
        if let hit = Gazetteer.name(in: rest, at: 0), hit.entry.kind == .city || hit.entry.kind == .town {
            return (.ownerOfTown, hit.entry.owner)
        }
        if SlotReader.bodies.contains(where: { rest.starts(with: $0) }) { return (.provinceBody, nil) }
        return SlotReader.otherWords.contains { rest.starts(with: $0) } ? nil : (.province, nil)
    }

    private func city(_ rest: Bytes) -> (NameSlot.Kind, String?)? {
        if let hit = Gazetteer.name(in: rest, at: 0), hit.entry.kind == .district, rest.has("区", at: hit.length) {
            return (.ownerOfTown, hit.entry.owner)
        }
        if SlotReader.bodies.contains(where: { rest.starts(with: $0) }) { return (.cityBody, nil) }
        return SlotReader.otherWordsOfCity.contains { rest.starts(with: $0) } ? nil : (.city, nil)
    }

    private func region(_ rest: Bytes) -> (NameSlot.Kind, String?)? {
        if rest.starts(with: "自治区") { return (.region, nil) }
        if rest.starts(with: "壮族自治区") { return (.namedRegion, "广西") }
        if rest.starts(with: "回族自治区") { return (.namedRegion, "宁夏") }
        if rest.starts(with: "维吾尔自治区") { return (.namedRegion, "新疆") }
        return rest.starts(with: "特别行政区") ? (.namedRegion, nil) : nil
    }

    /// ICP备 behind, or the brackets of a licence number around.
    private func licence(_ rest: Bytes, before range: Range<Int>) -> (NameSlot.Kind, String?)? {
        if ["ICP备", "ICP证", "ICP備"].contains(where: { rest.starts(with: $0) }) { return (.licence, nil) }
        guard rest.starts(with: ")字第"), range.lowerBound > 0, text[range.lowerBound - 1] == 0x28 else { return nil }
        return (.licence, nil)
    }

    /// 社 or 网 before, and a day with 电 or 讯 behind.
    private func dateline(_ rest: Bytes, before range: Range<Int>) -> (NameSlot.Kind, String?)? {
        let head = text.cut(max(0, range.lowerBound - 3)..<range.lowerBound)
        guard rest[0].isDigit, head.equals("社") || head.equals("网") || head.equals("報") || head.equals("报") else {
            return nil
        }
        var position = 0
        while position < rest.count, rest[position].isDigit || rest.has("月", at: position) {
            position += rest[position].isDigit ? 1 : 3
        }
        let isDay = rest.has("日电", at: position) || rest.has("日讯", at: position) || rest.has("日報", at: position)
        return isDay ? (.dateline, nil) : nil
    }

    private func around(_ range: Range<Int>) -> (NameSlot.Kind, String?)? {
        if range.lowerBound > 0, text[range.lowerBound - 1] == 0x40, text[range].contains(where: { $0 >= 0x80 }) {
            return (.mail, nil)
        }
        if siblings.list(around: range) != nil { return (.sibling, nil) }
        guard text.has("、", at: range.upperBound), text.has("、", at: range.lowerBound - 3),
            let before = Gazetteer.name(in: text, endingAt: range.lowerBound - 3),
            let after = Gazetteer.name(in: text, at: range.upperBound + 3),
            before.entry.kind != .district, after.entry.kind != .district
        else { return nil }
        return (.enumeration, nil)
    }

    private static let institutions: [StaticString] = [
        "日报", "晚报", "卫视", "电视台", "新闻网", "大学", "人民政府", "人民广播", "地铁", "市民", "人大", "机场", "警方", "民众", "立法会",
        "特区", "行政长官", "区议会", "廉署", "交警", "消防", "等地",
    ]

    /// What Chinese provinces and cities have, and others have not, behind 省 or 市.
    private static let bodies: [StaticString] = [
        "委", "纪委", "人大", "政协", "人民", "公安", "中级", "高级", "高院", "卫健", "卫生健康", "住房和", "住建", "人社", "民政", "发改",
        "发展改革", "残联", "妇联", "总工会", "团委", "市场监", "检察", "应急管理", "生态环境", "自然资源", "退役", "新闻道德", "新闻办",
        "劳动模范", "气象局", "税务局", "疾控",
    ]

    /// 省心, 省电: words of their own.
    private static let otherWords: [StaticString] = ["心", "略", "钱", "时", "力", "得", "去", "下", "油", "电", "事", "着", "了"]

    private static let otherWordsOfCity: [StaticString] = ["场", "值", "面", "占", "盈", "价", "售", "销", "斤", "井", "侩"]
}
