import Model

/// What a credit line gives: a name or an outlet, and as what.
struct Credit: Equatable {
    var kind: CreditKind
    var name: String
}

/// Reads Chinese credit lines: labels such as 记者, 作者, 责任编辑, 来源 and the names behind them.
///
/// `来源：某某网 作者：甲 责任编辑：乙`, `文/甲 图/乙`, `某报记者 甲 乙 通讯员 丙`, `[责任编辑：甲 PK1]`. Linear in the length of the line.
struct CreditReader {
    let text: Bytes

    /// The label at the position and the position behind it; spaces inside the label (责 编) are passed over.
    static func label(in text: Bytes, at start: Int) -> (label: CreditLabel, end: Int)? {
        guard start < text.count, text[start] >= 0xE4, text[start] <= 0xE9 else { return nil }
        guard start + 3 <= text.count, CreditLabel.mayBegin(text, at: start) else { return nil }
        for label in CreditLabel.all {
            guard let end = match(label.text, in: text, at: start) else { continue }
            if label.needsMark, !hasMark(in: text, at: end) { continue }
            return (label, end)
        }
        return nil
    }

    private static func match(_ label: StaticString, in text: Bytes, at start: Int) -> Int? {
        var position = start
        for index in stride(from: 0, to: label.utf8CodeUnitCount, by: 3) {
            if index > 0 {
                var spaces = 0
                while spaces < 3, position < text.count, text.spaceLength(at: position) > 0 {
                    position += text.spaceLength(at: position)
                    spaces += 1
                }
            }
            guard position + 3 <= text.count else { return nil }
            for offset in 0..<3 where text[position + offset] != label.utf8Start[index + offset] { return nil }
            position += 3
        }
        return position
    }

    private static func hasMark(in text: Bytes, at position: Int) -> Bool {
        guard position < text.count else { return false }
        let scalar = text.scalar(at: position).value
        return isColon(scalar) || scalar == 0x2F || scalar == 0xFF0F || isBar(scalar)
            || text.spaceLength(at: position) > 0 && text.spaceLength(at: position) != 1
    }

    private static func isColon(_ scalar: UInt32) -> Bool { scalar == 0x3A || scalar == 0xFF1A }

    private static func isBar(_ scalar: UInt32) -> Bool {
        scalar == 0x7C || scalar == 0xFF5C || scalar == 0x4E28 || scalar == 0xFE31 || scalar == 0x2502
            || scalar == 0x2223
    }

    /// All credits of the line.
    func credits() -> [Credit] {
        var found: [Credit] = []
        var position = 0
        while position < text.count {
            guard let (label, end) = CreditReader.label(in: text, at: position) else {
                position = readReversed(at: position, &found) ?? position + text.scalar(at: position).length
                continue
            }
            position = read(label, at: position, end, &found)
        }
        return found
    }

    /// 甲/文: the names stand before the label; returns where to go on.
    private func readReversed(at start: Int, _ found: inout [Credit]) -> Int? {
        guard start == 0 || text.spaceLength(at: start - text.lengthOfCharacter(before: start)) > 0,
            text[start] >= 0xE3,
            text.contains("/文") || text.contains("／文")
        else { return nil }
        let (names, end) = ChineseNames(text: text).list(at: start)
        guard !names.isEmpty, text.has("/文", at: end) || text.has("／文", at: end) else { return nil }
        found += names.map { Credit(kind: .role(.author), name: $0) }
        return end + (text.has("/文", at: end) ? 4 : 6)
    }

    /// Reads what stands behind a label; returns where to go on.
    private func read(_ label: CreditLabel, at start: Int, _ end: Int, _ found: inout [Credit]) -> Int {
        // Two labels in one: 文/图, 图文/摄影, 编辑、记者.
        let (names, marked) = skipMark(end)
        if let next = CreditReader.label(in: text, at: names), marked { _ = next; return names }
        if label.kind == .source {
            guard marked, let (name, last) = outlet(at: names) else { return end }
            found.append(Credit(kind: .source, name: name))
            return last
        }
        let reader = ChineseNames(text: text, takesPenNames: marked && isAtBoundary(start))
        let (list, last) = reader.list(at: names)
        guard !list.isEmpty else { return end }
        if isPhotograph(at: last) { return last }
        found += list.map { Credit(kind: label.kind, name: $0) }
        return last
    }

    /// 某报记者 甲 摄: a credit of a picture, not of the article. In 记者 甲 摄影 乙 another label begins.
    private func isPhotograph(at position: Int) -> Bool {
        var next = position
        while next < text.count, text.spaceLength(at: next) > 0 { next += text.spaceLength(at: next) }
        if let (_, end) = CreditReader.label(in: text, at: next), namesFollow(end) { return false }
        return text.has("摄", at: next) && !text.has("摄影报道", at: next) || text.has("供图", at: next)
            || text.has("图", at: next) || text.has("/摄", at: next)
    }

    private func namesFollow(_ end: Int) -> Bool {
        let (start, marked) = skipMark(end)
        return marked && ChineseNames(text: text).list(at: start).names.isEmpty == false
    }

    private func isAtBoundary(_ position: Int) -> Bool {
        guard position > 0 else { return true }
        let before = text.scalar(at: position - text.lengthOfCharacter(before: position)).value
        return !Scalars.isHan(before)
    }

    /// The position behind a colon, slash, bar or spaces, and whether there was one.
    private func skipMark(_ start: Int) -> (position: Int, marked: Bool) {
        var position = start
        var marked = false
        while position < text.count, position - start < 24 {
            let scalar = text.scalar(at: position)
            let isMark =
                CreditReader.isColon(scalar.value) || CreditReader.isBar(scalar.value) || scalar.value == 0x2F
                || scalar.value == 0xFF0F || scalar.value == 0x3011
            guard isMark || text.spaceLength(at: position) > 0 else { break }
            marked = true
            position += scalar.length
        }
        return (position, marked)
    }

    /// The name of an outlet from the position on: up to white space, a bracket, a bar or the next label.
    private func outlet(at start: Int) -> (name: String, end: Int)? {
        var position = start
        while position < text.count, position - start < 90 {
            let scalar = text.scalar(at: position)
            if text.spaceLength(at: position) > 0 || CreditReader.isBar(scalar.value) || endsOutlet(scalar.value) {
                break
            }
            if position > start, text[position].isDigit, !text[position - 1].isWordByte || text[position - 1] >= 0x80,
                DateScanner(text: text.cut(from: position)).first(before: 8)?.range.lowerBound == 0
            {
                break
            }
            if position > start, let next = CreditReader.label(in: text, at: position),
                CreditReader.isFollowedByMark(text, next.end)
            {
                break
            }
            position += scalar.length
        }
        let name = CreditReader.withoutIssue(text.cut(start..<position).trimmed)
        guard name.count >= 3, !name[0].isDigit || name.count < 60 && name.contains(where: { $0 >= 0x80 }),
            DateScanner(text: name).first() == nil
        else { return nil }
        return (name.string, position)
    }

    /// `《某刊》` and `《某刊》2024年第5期` without marks and issue.
    private static func withoutIssue(_ name: Bytes) -> Bytes {
        guard name.starts(with: "《"), let end = name.find("》") else { return name }
        return end == name.count - 3 || name[end + 3].isDigit ? name.cut(3..<end) : name
    }

    private static func isFollowedByMark(_ text: Bytes, _ position: Int) -> Bool {
        position < text.count && (isColon(text.scalar(at: position).value) || text.spaceLength(at: position) > 0)
    }

    private func endsOutlet(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x5D, 0x29, 0xFF09, 0x3011, 0xFF0C, 0x2C, 0x3002, 0xFF1B, 0x3B, 0x3001, 0x3C, 0x3E, 0x5B, 0x3010, 0x28,
            0xFF08, 0x5F:
            true
        default: false
        }
    }
}
