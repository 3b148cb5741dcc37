/// Reads bylines in Latin letters: `By Ann Lee and Bo Ek, Staff Writers | Updated …`.
enum EnglishByline {
    /// The names in the text, in order; empty where it does not read like a byline.
    static func names(_ text: Bytes) -> [String] {
        var rest = text.trimmed
        if let by = byWord(in: rest) { rest = rest.cut(from: by) }
        while let cut = opening(rest) { rest = rest.cut(from: cut).trimmed }
        var end = rest.count
        for position in 0..<rest.count where rest[position].isDigit || isBar(rest, position) {
            end = position
            break
        }
        rest = rest.cut(to: end).trimmed
        for word in [" at", " on", " updated"] as [StaticString] where rest.endsFolded(with: word) {
            rest = rest.cut(to: rest.count - word.utf8CodeUnitCount).trimmed
        }
        var names: [String] = []
        for part in split(rest) where names.count < 12 {
            let part = part.trimmed
            guard let name = PersonName.clean(part) else {
                // A title, an outlet, a place.
                continue
            }
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

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

    /// The length of a word that opens a byline.
    private static func opening(_ text: Bytes) -> Int? {
        if text.startsFolded(with: "by"), text.count > 4, text[2].isUpper { return 2 }
        if let first = text.first, first == 0x3A { return 1 }
        for word in [
            "by:", "by ", "written by", "posted by", "published by", "reported by", "story by", "from ", "von ", "por ",
            "par ", "di ", "av ", "af ", "author:", "authors:", "author ", "text:", "words by", "reporting by",
            "analysis by",
            "opinion by", "review by", "por:", "par:", "von:", "words:", "interview by", "edited by", "autor:",
            "autore:",
        ] as [StaticString] where text.startsFolded(with: word) { return word.utf8CodeUnitCount }
        return nil
    }

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
                for word in [" for ", " in ", " at ", " on ", " via ", " updated"] as [StaticString]
                where text.hasFolded(word, at: position) {
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
