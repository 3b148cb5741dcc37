/// Whether a piece of text can be the name of a person in Latin, Cyrillic or other letters with case.
enum PersonName {
    /// The name with its white space folded, or nil where it is no name of a person: digits, too many words, an office or outlet.
    static func clean(_ text: Bytes) -> String? {
        var text = text.trimmed
        while let last = text.last, last == 0x2E && text.count > 3 && !isInitial(text) || last == 0x3A || last == 0x2C {
            text = text.cut(to: text.count - 1)
        }
        guard text.count >= 3, text.count <= 80, !text.contains(where: isForbidden) else { return nil }
        var words = 0
        var longest = 0
        var position = 0
        while position < text.count {
            guard text.spaceLength(at: position) == 0 else {
                position += text.spaceLength(at: position)
                continue
            }
            let start = position
            while position < text.count, text.spaceLength(at: position) == 0 {
                position += text.scalar(at: position).length
            }
            guard isNameWord(text.cut(start..<position), isFirst: words == 0) else { return nil }
            words += 1
            longest = max(longest, position - start)
        }
        guard longest > 1, (2...6).contains(words) || words == 1 && text.count >= 4 && isIdeographic(text) else {
            return nil
        }
        return TextCleaner.clean(text)
    }

    /// Names of one word are told from others only in Han, kana and Hangul.
    private static func isIdeographic(_ text: Bytes) -> Bool {
        let first = text.scalar(at: 0).value
        return Scalars.isHan(first) || Scalars.isKana(first) || Scalars.isHangul(first)
    }

    private static func isInitial(_ text: Bytes) -> Bool {
        text.count >= 2 && text[text.count - 1] == 0x2E
            && (text.count < 3 || text[text.count - 3] == 0x20 || text[text.count - 3] == 0x2E)
            || text.ends(with: "Jr.") || text.ends(with: "Sr.")
    }

    private static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x40, 0x2F, 0x3A, 0x3F, 0x21, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x7C, 0x23, 0x24, 0x25,
            0x26, 0x2A, 0x3D, 0x5C:
            true
        default: false
        }
    }

    /// A name's word begins with a capital (or a letter beyond ASCII), or is a particle inside the name.
    private static func isNameWord(_ word: Bytes, isFirst: Bool) -> Bool {
        for stop in officeWords where word.equalsFolded(stop) { return false }
        let first = word[0]
        if hasInnerCapital(word) { return false }
        if first >= 0x80, isLower(word.scalar(at: 0).value), !word.equals("фон"), !word.equals("ибн") { return false }
        if first.isUpper || first >= 0x80 || first == 0x22 || first == 0x27 || first == 0x28 { return true }
        for particle in [
            "de", "del", "della", "di", "da", "dos", "van", "von", "der", "den", "la", "le", "el", "al", "bin", "ibn",
            "ter",
            "ten", "zu", "du", "y", "e", "af", "av", "bint", "ben", "d", "the",
        ] as [StaticString] where word.equalsFolded(particle) {
            return !isFirst || word.count > 1 && !word.equals("the")
        }
        return word.contains { $0.isUpper }
    }

    /// At most four words: what stands alone on a line may be a heading.
    static func isShort(_ name: String) -> Bool { name.utf8.count(where: { $0 == 0x20 }) <= 3 }

    /// Whether the text begins with a capital letter of a script that has them.
    static func hasCapital(_ text: Bytes) -> Bool {
        guard !text.isEmpty else { return false }
        return Unicode.Scalar(text.scalar(at: 0).value)?.properties.isUppercase ?? false
    }

    /// A small letter beyond ASCII, in scripts that have capitals.
    private static func isLower(_ scalar: UInt32) -> Bool {
        Unicode.Scalar(scalar)?.properties.isLowercase ?? false
    }

    /// A capital behind a small letter: words run together, save in names such as McKay and DeLuca.
    private static func hasInnerCapital(_ word: Bytes) -> Bool {
        var start = 0
        for position in word.indices {
            if word[position] == 0x2D { start = position + 1 }
            if position >= start + 4, word[position].isUpper, word[position - 1].isLower { return true }
        }
        return false
    }

    private static let officeWords: [StaticString] = [
        "of", "membership", "library", "related", "report", "reports", "subscription", "download", "article",
        "articles",
        "staff", "writer", "writers", "reporter", "reporters", "editor", "editors", "editorial", "correspondent",
        "news", "press",
        "agency", "team", "desk", "admin", "administrator", "guest", "contributor", "contributors",
        "columnist",
        "associated", "bureau", "service", "services", "magazine", "times", "tribune",
        "herald",
        "journal", "gazette", "media", "newsroom", "published", "updated", "posted", "online", "board", "department",
        "company",
        "inc", "ltd", "llc", "copyright", "photo", "photos", "photograph", "image", "video", "special", "share",
        "follow",
        "subscribe", "minutes", "read", "comments", "comment", "views", "today", "the", "this", "our", "your", "about",
        "more",
        "author", "authors", "chief", "senior", "producer", "producers", "analyst", "director", "redaktion", "wire",
        "wires",
        "kitchens", "kitchen", "sponsored", "advertisement", "network", "university", "group", "foundation",
        "committee", "association",
        "corporation",
        "publisher", "freelance", "photographer", "email", "contact", "anonymous", "unknown",
        "user",
        "from", "with", "for", "on", "is", "are", "was", "has", "have", "who", "at", "office", "public", "relations",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april",
        "june", "july", "august", "september", "october", "november", "december", "am", "pm", "est", "edt", "pst",
        "gmt", "utc",
        "start", "slideshow", "gallery", "watch", "listen", "learn", "copy", "bookmark", "breaking", "exclusive",
        "opinion",
        "analysis", "politics", "business", "sports", "entertainment", "technology", "lifestyle", "culture", "health",
        "science",
        "world", "cnn", "bbc", "nbc", "abc", "cbs", "npr", "afp", "reuters", "editor-at-large",
        "foto", "fotos", "Фото", "фото", "Коллаж", "коллаж", "bild", "imagen", "illustration", "archivbild",
        "symbolbild", "Редакция",
    ]
}
