internal import Model

/// Reads Chinese personal names: two to four characters with a known family name, or parts joined by ·.
struct ChineseNames {
    let text: Bytes
    /// Names without a known family name count too: pen names behind an explicit label.
    var takesPenNames = false

    /// The names from the position on, and where they end. Nothing is returned from a list that turns into other text.
    func list(at start: Int) -> (names: [String], end: Int) {
        var names: [String] = []
        var position = skipSeparators(start)
        var end = start
        while names.count < 12, let (found, next) = entry(at: position, isFirst: names.isEmpty) {
            names += found
            end = next
            let after = skipSeparators(next)
            if after == next { break }
            position = after
        }
        return (names, end)
    }

    /// One run of characters that is a name, or several names written together.
    private func entry(at start: Int, isFirst: Bool) -> (names: [String], end: Int)? {
        guard start < text.count, CreditReader.label(in: text, at: start) == nil else { return nil }
        var (length, end, hasDot) = run(at: start)
        guard length > 0 else { return nil }
        if isOutlet(before: end) { return nil }
        if length == 1, let joined = spacedName(at: start, end) { return joined }
        if !hasDot, let cut = cutAtReport(start, end) {
            (end, length) = cut
        } else if !hasDot, let cut = cutAtVerb(start, end) {
            (end, length) = cut
            // 记者 甲 乙 北港报道: two characters behind the names are a place.
            if length == 2, !isFirst, text.has("报道", at: end) || text.has("報導", at: end) { return nil }
        }
        if !hasDot, let cut = cutAtPlace(start, end, length) { (end, length) = cut }
        let word = text.cut(start..<end)
        guard !ChineseNames.isNoName(word), hasDot || !ChineseNames.isSpeech(word) else { return nil }
        if hasDot { return (3...14).contains(length) ? ([word.string], end) : nil }
        let isKnown = ChineseNames.startsWithFamilyName(word)
        switch length {
        case 2, 3: return isKnown || takesPenNames ? ([word.string], end) : nil
        case 4:
            if ChineseNames.hasDoubleFamilyName(word) { return ([word.string], end) }
            if isKnown, let two = split(word, at: 2) { return (two, end) }
            return takesPenNames ? ([word.string], end) : nil
        case 5: return isKnown ? (split(word, at: 3) ?? split(word, at: 2)).map { ($0, end) } : nil
        case 6: return isKnown ? split(word, at: 3).map { ($0, end) } : nil
        default: return nil
        }
    }

    /// Han characters and the dots between them, from the position on.
    private func run(at start: Int) -> (length: Int, end: Int, hasDot: Bool) {
        var position = start
        var length = 0
        var hasDot = false
        while position < text.count, length < 16 {
            let (scalar, bytes) = text.scalar(at: position)
            let isDot = scalar == 0xB7 || scalar == 0x2022 || scalar == 0x30FB || scalar == 0x2027
            guard Scalars.isHan(scalar) || isDot && length > 0 else { break }
            if length > 0, !isDot, CreditReader.label(in: text, at: position) != nil { break }
            hasDot = hasDot || isDot
            length += 1
            position += bytes
        }
        return (length, position, hasDot)
    }

    /// 某报记者: the characters before a reporter's label are the outlet's.
    private func isOutlet(before end: Int) -> Bool {
        guard let label = CreditReader.label(in: text, at: end)?.label, case .role(let role) = label.kind else {
            return false
        }
        return role == .reporter || role == .columnist || role == .correspondent
            || role == .photographer && !label.needsMark
    }

    /// A two-character name with a space inside, as 王 甲.
    private func spacedName(at start: Int, _ end: Int) -> (names: [String], end: Int)? {
        var next = end
        while next < text.count, text.spaceLength(at: next) > 0 { next += text.spaceLength(at: next) }
        guard next > end, next < text.count, CreditReader.label(in: text, at: next) == nil else { return nil }
        let (length, last, _) = run(at: next)
        let family = text.cut(start..<end)
        guard length == 1, ChineseNames.startsWithFamilyName(family) else { return nil }
        return ([family.string + text.cut(next..<last).string], last)
    }

    /// 作者某某系…: the sentence goes on behind the name.
    private func cutAtVerb(_ start: Int, _ end: Int) -> (end: Int, length: Int)? {
        var position = start
        for length in 0..<5 where position < end {
            let isVerb = ["系", "为", "是", "摄", "报道", "報導", "来自", "供图", "发自", "通讯"].contains {
                text.has($0, at: position)
            }
            if length >= 2, isVerb, position < end { return (position, length) }
            position += text.scalar(at: position).length
        }
        return nil
    }

    /// 记者某某北港5日电: the two characters before the day are the place.
    private func cutAtPlace(_ start: Int, _ end: Int, _ length: Int) -> (end: Int, length: Int)? {
        guard length >= 4, length <= 5, end < text.count, text[end].isDigit else { return nil }
        let rest = text.cut(end..<min(end + 8, text.count))
        guard rest.contains("日电") || rest.contains("日電") || rest.contains("日讯") else { return nil }
        return (end - 6, length - 2)
    }

    /// 记者某某福州报道: a known place between name and verb is no part of the name.
    private func cutAtReport(_ start: Int, _ end: Int) -> (end: Int, length: Int)? {
        for length in 4...5 {
            let verb = start + 3 * length
            guard verb < end, text.has("报道", at: verb) || text.has("報導", at: verb) else { continue }
            return Gazetteer.name(in: text, endingAt: verb)?.length == 6 ? (verb - 6, length - 2) : nil
        }
        return nil
    }

    /// Whether the characters are of speech rather than of a name: 记者：您怎么看.
    static func isSpeech(_ word: Bytes) -> Bool {
        var position = 0
        while position < word.count {
            let (scalar, length) = word.scalar(at: position)
            if speech.contains(scalar) { return true }
            position += length
        }
        return false
    }

    private static let speech = ScalarSet("您你我他她它们么吗呢了的是不这那很请问怎哪谁啊吧没")

    private func split(_ word: Bytes, at characters: Int) -> [String]? {
        let cut = characters * 3
        guard cut < word.count, word[cut].opensCharacter else { return nil }
        let second = word.cut(from: cut)
        return ChineseNames.startsWithFamilyName(second) ? [word.cut(to: cut).string, second.string] : nil
    }

    /// The position behind separators between names: 、,，& / and spaces; a full-width bar.
    private func skipSeparators(_ start: Int) -> Int {
        var position = start
        while position < text.count {
            let space = text.spaceLength(at: position)
            let scalar = text.scalar(at: position)
            let isMark: Bool =
                switch scalar.value {
                case 0x2C, 0x26, 0x2F, 0x3001, 0xFF0C, 0xFF0F, 0xFF06, 0x3F: true
                default: false
                }
            if space == 0 && !isMark { break }
            position += Swift.max(space, scalar.length)
        }
        return position
    }
}
