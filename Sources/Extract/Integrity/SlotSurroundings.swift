/// What stands on both sides of a place, or before it.
extension SlotReader {
    /// The slot of what goes before the range: 位于, 来自.
    func slotBefore(_ range: Range<Int>) -> NameSlot? {
        let head = text.cut(max(0, range.lowerBound - 12)..<range.lowerBound)
        if head.ends(with: "、"), let name = Gazetteer.name(in: text, endingAt: range.lowerBound - 3),
            name.entry.kind != .district
        {
            return NameSlot(kind: .locative, continuation: .max, owner: nil)
        }
        guard !head.isEmpty,
            NameMarks.mayGoBefore(head.scalar(at: head.count - head.lengthOfCharacter(before: head.count)).value)
        else { return nil }
        guard let word = NameMarks.before.firstIndex(where: { head.ends(with: $0) }),
            !NameMarks.otherwise.contains(where: { head.ends(with: $0) })
        else { return nil }
        return NameSlot(kind: .locative, continuation: UInt64(word), owner: nil)
    }

    /// ICP备 behind, or the brackets of a licence number around.
    func licence(_ rest: Bytes, before range: Range<Int>) -> (NameSlot.Kind, String?)? {
        if ["ICP备", "ICP证", "ICP備"].contains(where: { rest.starts(with: $0) }) { return (.licence, nil) }
        guard rest.starts(with: ")字第"), range.lowerBound > 0, text[range.lowerBound - 1] == 0x28 else { return nil }
        return (.licence, nil)
    }

    /// 社 or 网 before, and a day with 电 or 讯 behind.
    func dateline(_ rest: Bytes, before range: Range<Int>) -> (NameSlot.Kind, String?)? {
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

    func around(_ range: Range<Int>) -> (NameSlot.Kind, String?)? {
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
}
