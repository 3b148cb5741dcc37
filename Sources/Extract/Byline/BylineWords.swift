/// The words that open bylines, in the languages of the press that are written with capitals.
enum BylineWords {
    /// The length of the word that opens the line, and whether it can open nothing but a byline.
    static func opening(_ text: Bytes) -> (length: Int, isSure: Bool)? {
        if text.startsFolded(with: "by"), text.count > 4, text[2].isUpper { return (2, true) }
        if let first = text.first, first == 0x3A { return (1, true) }
        guard let first = text.first else { return nil }
        for (word, isSure) in byFirst[Int(first.lowered)] where text.startsFolded(with: word) {
            return (word.utf8CodeUnitCount, isSure)
        }
        return nil
    }

    private static let byFirst: [[(StaticString, Bool)]] = {
        var table = [[(StaticString, Bool)]](repeating: [], count: 256)
        for word in sure { table[Int(word.utf8Start[0])].append((word, true)) }
        for word in short { table[Int(word.utf8Start[0])].append((word, false)) }
        return table
    }()

    /// Whether the line is a word such as "By" alone, and the name stands in the next.
    static func isAlone(_ text: Bytes) -> Bool {
        var text = text.trimmed
        while let last = text.last, last == 0x3A || last == 0x20 { text = text.cut(to: text.count - 1) }
        return text.count <= 24 && alone.contains { text.equalsFolded($0) }
    }

    private static let alone: [StaticString] = [
        "by", "written by", "posted by", "published by", "author", "authors", "words by", "story by", "von", "par",
        "por", "di",
        "autor", "auteur", "autore", "door", "автор", "Автор", "текст", "Текст", "yazar", "tác giả",
    ]

    private static let sure: [StaticString] = [
        "by:", "by ", "written by", "posted by", "published by", "reported by", "story by", "author:", "authors:",
        "Écrit par ", "article rédigé par ", "recueilli par ", "texte :", "texte:", "texte et photos", "escrita por ",
        "texto y fotos:", "texto e fotos:",
        "reportagem de ", "reportagem:", "redação:", "servizio di ", "testo di ", "testo e foto di ", "tekst: ",
        "skrevet av:", "skrevet af:",
        "skriven av:", "text av ", "text av:", "toimittaja:", "autor tekstu:", "oprac. ", "opr. ", "autor článku:",
        "napsala ", "píše:", "írta:", "Írta:",
        "szöveg:", "scris de ", "publicat de ", "de către ", "napisao:", "napisala:", "piše:", "autori:", "autorë:",
        "nga:", "συντάκτης:", "Συντάκτης:",
        "Γράφει ο ", "Γράφει η ", "γράφει ο ", "γράφει η ", "автор статьи:", "Автор статьи:", "Автор текста:",
        "Подготовил ", "Подготовила ",
        "Беседовал ", "Беседовала ", "Текст и фото:", "Журналист:", "Корреспондент:", "Журналіст:", "Аутор:",
        "ditulis oleh ", "dilaporkan oleh ",
        "laporan:", "reporter :", "wartawan:", "jurnalis:", "penulis :", "بقلم:", "بقلم ", "كتب:", "إعداد:", "تحرير:",
        "מאת:", "מאת ", "लेखक:",
        "text:", "words by", "reporting by", "analysis by", "opinion by", "review by", "text by", "report by",
        "words:", "interview by", "edited by", "por:", "par:", "von:",
        "autor:", "autorin:", "autoren:", "autore:", "auteur:", "auteur :", "auteurs:", "autora:", "autorka:",
        "författare:",
        "ein artikel von ", "eine analyse von ", "ein kommentar von ", "ein gastbeitrag von ", "kommentar von ",
        "veröffentlicht von ", "geschrieben von ", "artikel von ", "écrit par ", "publié par ", "rédigé par ",
        "propos recueillis par ",
        "escrito por ", "redactado por ", "publicado por ", "texto:", "texto de ", "scritto da ", "pubblicato da ",
        "a cura di ", "articolo di ", "geschreven door ", "geplaatst door ", "tekst:", "skrevet af ", "skrevet av ",
        "skriven av ",
        "av:", "af:", "foto och text:", "text och foto:", "tekst og foto:", "kirjoittaja:", "teksti:", "szerző:",
        "napsal ", "автор:", "Автор:",
        "текст:", "Текст:", "авторы:", "Авторы:", "автори:", "Автори:", "haber:", "yazar:", "yazan:", "muhabir:",
        "tác giả:", "bài: ", "bài viết:", "penulis:", "oleh:", "reporter:", "editor:", "journalist:",
    ]

    /// Words that open other lines as well.
    private static let short: [StaticString] = [
        "from ", "author ", "von ", "por ", "par ", "di ", "de ", "da ", "av ", "af ", "door ", "oleh ", "od ",
        "przez ", "nga ", "автор ", "Автор ", "tác giả ",
    ]

    /// Words behind or below a name that say what the person does.
    static func saysRole(_ text: Bytes) -> Bool { roles.occur(in: text) }

    private static let roles: FoldedWords = [
        "staff writer", "reporter", "journalist", "correspondent", "columnist", "contributor", "editor", "author",
        "writer",
        "redakteur", "redaktør", "redaktör", "korrespondent", "journalistin", "toimittaja", "rédact", "periodista",
        "redactor",
        "giornalista", "redazione", "corrispondente", "jornalista", "repórter", "redacteur", "корреспондент",
        "журналист",
        "обозреватель", "muhabir", "yazar", "phóng viên", "dziennikarz", "redaktor",
    ]
}
