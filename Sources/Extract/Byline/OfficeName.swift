/// Whether a piece of a byline can be the name of an outlet or office.
enum OfficeName {
    /// The name up to a comma, a bar or a figure, or nil where it is nobody's.
    static func clean(_ text: Bytes) -> String? {
        var end = text.count
        for position in 0..<text.count where isEnd(text, position) {
            end = position
            break
        }
        let name = text.cut(to: end).trimmed
        guard name.count >= 2, name.count <= 40, name[0].isUpper || name[0] >= 0x80 else { return nil }
        let words = 1 + name.filter { $0 == 0x20 }.count
        guard words <= 5, name.contains(where: { $0.isLetter || $0 >= 0x80 }) else { return nil }
        if name.equalsFolded("the editors") || isNobody(name) { return nil }
        return TextCleaner.clean(name)
    }

    /// Whether all its words are names of accounts: admin, user admin.
    static func isNobody(_ name: Bytes) -> Bool {
        name.split(separator: 0x20).allSatisfy { word in
            accounts.contains { UnsafeBufferPointer(rebasing: word).equalsFolded($0) }
        }
    }

    private static let accounts: [StaticString] = [
        "admin", "administrator", "administrador", "anonymous", "unknown", "guest", "user", "staff", "super", "site",
        "web", "webmaster",
        "root", "test",
    ]

    /// Two to six capitals, as agencies are called.
    static func isAcronym(_ name: String) -> Bool {
        (2...6).contains(name.utf8.count) && name.utf8.allSatisfy(\.isUpper)
    }

    private static func isEnd(_ text: Bytes, _ position: Int) -> Bool {
        let byte = text[position]
        if byte.isDigit || byte == 0x2C || byte == 0x7C || byte == 0x28 || byte == 0x0A || byte == 0x3A { return true }
        if text.hasFolded(" in ", at: position) || text.hasFolded(" on ", at: position) { return true }
        let scalar = text.scalar(at: position).value
        return scalar == 0x2022 || scalar == 0xB7 || scalar == 0x2013 || scalar == 0x2014
    }
}

/// The words of lines that say who took or owns a picture.
enum PhotoCredits {
    static func occur(in text: Bytes) -> Bool { words.occur(in: text) }

    private static let words: FoldedWords = [
        "photo", "foto", "image", "picture", "illustration", "getty", "credit", "courtesy", "©", "(c)", "bild:",
        "imagen", "фото",
        "Фото", "коллаж", "nuotr", "kuva:", "afp/", "/afp", "reuters/", "ap/",
    ]
}
