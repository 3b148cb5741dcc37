/// Reads Korean and Japanese bylines, whose scripts have no capitals: 이름 기자, 文＝名前, 記者名.
enum AsianBylines {
    /// The names of the line; empty where it does not read like a byline.
    static func names(_ text: Bytes, language: String) -> [String] {
        language == "ko" ? korean(text) : japanese(text)
    }

    /// Names before 기자 (reporter) and its like.
    private static func korean(_ text: Bytes) -> [String] {
        var names: [String] = []
        for label in ["기자", "특파원", "인턴기자", "선임기자"] as [StaticString] {
            var from = 0
            while let hit = text.find(label, from: from) {
                from = hit + label.utf8CodeUnitCount
                let head = text.cut(to: hit).trimmed
                let name = lastWord(head) { Scalars.isHangul($0) }
                guard (2...4).contains(name.characterCount), hit > 0, !isOffice(name) else { continue }
                if !names.contains(name.string) { names.append(name.string) }
            }
        }
        return names
    }

    private static func isOffice(_ name: Bytes) -> Bool {
        ["뉴스", "일보", "신문", "취재", "사진", "온라인", "디지털", "편집", "담당", "본지", "수습"].contains { (word: StaticString) in
            name.ends(with: word)
        }
    }

    /// Names behind 文＝, 執筆：, 記者 and its like.
    private static func japanese(_ text: Bytes) -> [String] {
        for label in ["取材・文", "文・写真", "執筆", "著者", "ライター", "筆者", "文", "記者"] as [StaticString]
        where text.starts(with: label) {
            var position = label.utf8CodeUnitCount
            guard position < text.count else { return [] }
            let mark = text.scalar(at: position)
            guard [0x3A, 0xFF1A, 0xFF1D, 0x3D, 0xFF0F, 0x2F, 0x20, 0x3000].contains(mark.value) else { continue }
            position += mark.length
            let name = firstWord(text.cut(from: position).trimmed)
            return (2...8).contains(name.characterCount) ? [name.string] : []
        }
        return []
    }

    private static func lastWord(_ text: Bytes, where matches: (UInt32) -> Bool) -> Bytes {
        var start = text.count
        while start > 0 {
            let length = text.lengthOfCharacter(before: start)
            guard matches(text.scalar(at: start - length).value) else { break }
            start -= length
        }
        return text.cut(from: start)
    }

    /// Han and kana characters from the beginning on, and a space between family name and given name.
    private static func firstWord(_ text: Bytes) -> Bytes {
        var position = 0
        while position < text.count {
            let (scalar, length) = text.scalar(at: position)
            guard Scalars.isHan(scalar) || Scalars.isKana(scalar) || scalar == 0x3005 else { break }
            position += length
        }
        return text.cut(to: position)
    }
}
