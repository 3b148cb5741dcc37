/// Reads bylines in Latin letters: `By Ann Lee and Bo Ek, Staff Writers | Updated …`.
enum EnglishByline {
    /// The names in the text, in order; empty where it does not read like a byline.
    static func names(_ text: Bytes) -> [String] {
        var rest = text.trimmed
        if let by = byWord(in: rest) { rest = rest.cut(from: by) }
        while let (cut, isSure) = BylineWords.opening(rest) {
            // "Di Marsh" is a name: behind a short word there must be one of two words.
            let shorter = rest.cut(from: cut).trimmed
            guard isSure || shorter.contains(0x20) else { break }
            rest = shorter
        }
        var end = rest.count
        for position in 0..<rest.count where rest[position].isDigit || isBar(rest, position) {
            end = position
            break
        }
        rest = withoutMonth(rest.cut(to: end).trimmed, isDated: end < rest.count && rest[end].isDigit)
        while let last = rest.last, last == 0x28 || last == 0x5B { rest = rest.cut(to: rest.count - 1).trimmed }
        for word in [" at", " on", " updated"] as [StaticString] where rest.endsFolded(with: word) {
            rest = rest.cut(to: rest.count - word.utf8CodeUnitCount).trimmed
        }
        var names: [String] = []
        for part in split(rest) where names.count < 12 {
            let part = part.trimmed
            guard let name = PersonName.clean(withoutAgency(part)) else {
                // A title, an outlet, a place.
                continue
            }
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// `Ann Lee Feb. 2`: the month before a figure is no part of the name.
    private static func withoutMonth(_ text: Bytes, isDated: Bool) -> Bytes {
        guard isDated, let space = text.lastIndex(of: 0x20) else { return text }
        var word = text.cut(from: space + 1)
        if word.last == 0x2E { word = word.cut(to: word.count - 1) }
        return MonthNames.month(word) == nil ? text : text.cut(to: space).trimmed
    }

    /// `Ann Lee Reuters`: the agency behind a name of two words or more is no part of it.
    private static func withoutAgency(_ text: Bytes) -> Bytes {
        guard let space = text.lastIndex(of: 0x20) else { return text }
        let word = text.cut(from: space + 1)
        let name = text.cut(to: space).trimmed
        return name.contains(0x20) && agencies.contains { word.equalsFolded($0) } ? name : text
    }

    private static let agencies: [StaticString] = [
        "reuters", "bloomberg", "afp", "ap", "dpa", "efe", "upi", "ansa", "tass", "pti", "ani", "ians", "xinhua",
        "kyodo", "yonhap",
        "cnn", "bbc", "npr",
    ]

    /// Where "by" stands in a line such as `Posted on May 2, 2020 by Ann Lee`.
    private static func byWord(in text: Bytes) -> Int? {
        for word in [" by ", " by: "] as [StaticString] {
            if let hit = text.findFolded(word), hit < 80, hit + 6 < text.count { return hit + 1 }
        }
        return nil
    }

    private static func isBar(_ text: Bytes, _ position: Int) -> Bool {
        if text[position] == UInt8(ascii: "|") || text[position] == 0x0A { return true }
        let scalar = text.scalar(at: position).value
        return scalar == 0x2022 || scalar == 0x2014 || scalar == 0x2013 || scalar == 0xB7 || scalar == 0x25CF
    }

    /// "And" in languages where it would be an initial or a name with a capital.
    private static let joints: [StaticString] = [
        " en ", " i ", " и ", " та ", " і ", " й ", " ve ", " dan ", " và ", " ja ", " și ", " és ", " και ", " dhe ",
        " ir ", " un ",
    ]

    /// What no more names follow.
    private static let ends: [StaticString] = [
        " for ", " in ", " at ", " on ", " via ", " updated", " the ", " - ", " leave a ", " no comments",
        " filed under",
        " add comment",
    ]

    private static func split(_ text: Bytes) -> [Bytes] {
        var parts: [Bytes] = []
        var start = 0
        var position = 0
        while position < text.count {
            var length = 0
            switch text[position] {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "&"): length = 1
            case 0x20:
                for word in [" and ", " und ", " et ", " y ", " og ", " och ", " with ", " e "] as [StaticString]
                where text.hasFolded(word, at: position) { length = word.utf8CodeUnitCount }
                for word in joints where text.has(word, at: position) { length = word.utf8CodeUnitCount }
                for word in ends where text.hasFolded(word, at: position) {
                    parts.append(text.cut(start..<position))
                    return parts
                }
            default: break
            }
            if length > 0 {
                parts.append(text.cut(start..<position))
                position += length
                start = position
            } else {
                position += 1
            }
        }
        parts.append(text.cut(from: start))
        return parts
    }
}
