/// Reads what stands around a place in the text.
struct SlotReader {
    let text: Bytes
    let siblings: SiblingLists

    /// The slot that a phrase at the range fills; nil where anything could stand.
    func slot(_ range: Range<Int>) -> NameSlot? {
        guard let (kind, owner) = compound(range) ?? behind(range) ?? around(range) else { return nil }
        var continuation: UInt64 = 0
        for byte in text.cut(range.upperBound..<range.upperBound + 6) {
            continuation = continuation << 8 | UInt64(byte)
        }
        // One list is one piece of evidence.
        if kind == .sibling { continuation = 0 }
        return NameSlot(kind: kind, continuation: continuation, owner: owner)
    }

    private func compound(_ range: Range<Int>) -> (NameSlot.Kind, String?)? {
        siblings.isAmongCompounds(range) ? (.sibling, nil) : nil
    }

    private func behind(_ range: Range<Int>) -> (NameSlot.Kind, String?)? {
        let rest = text.cut(range.upperBound..<range.upperBound + 48)
        guard let first = rest.first else { return nil }
        if first < 0x80 { return licence(rest, before: range) ?? dateline(rest, before: range) }
        let opening = rest.scalar(at: 0)
        guard
            NameMarks.mayFollow(opening.value, opening.length < rest.count ? rest.scalar(at: opening.length).value : 0)
        else { return nil }
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
        if rest.starts(with: "、"), let name = Gazetteer.name(in: rest, at: 3), name.entry.kind != .district {
            return around(range) ?? (.place, nil)
        }
        return mark(rest).map { ($0, nil) }
    }

    private func mark(_ rest: Bytes) -> NameSlot.Kind? {
        if NameMarks.special.contains(where: { rest.starts(with: $0) }) { return .special }
        for mark in NameMarks.institutions where rest.starts(with: mark) {
            let next = rest.cut(from: mark.utf8CodeUnitCount)
            // 日报道, 晚报告, 大学生 are other words.
            let isOther = next.starts(with: "道") || next.starts(with: "告") || next.starts(with: "生")
            return isOther ? nil : .institution
        }
        return NameMarks.places.contains { rest.starts(with: $0) } ? .place : nil
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
