/// Splits the text of a breadcrumb.
enum Breadcrumb {
    /// Where the text behind 当前位置： or its like begins.
    static func label(_ text: Bytes) -> Int? {
        guard let hit = text.cut(to: 60).find("位置") else { return nil }
        let end = hit + 6
        guard end < text.count else { return nil }
        let next = text.scalar(at: end).value
        if next == 0x3A || next == 0xFF1A { return end }
        let isBreadcrumbs = ["您所在的", "您的", "当前", "所在", "您当前的", "你的", "您现在的"].contains { (word: StaticString) in
            text.cut(to: hit).ends(with: word)
        }
        return isBreadcrumbs && (text.spaceLength(at: end) > 0 || hasArrow(text)) ? end : nil
    }

    static func hasArrow(_ text: Bytes) -> Bool {
        // One at the end alone is that of "more >".
        let last = text.count - (text.isEmpty ? 0 : text.lengthOfCharacter(before: text.count))
        return [">", "›", "»", "＞", "→"].contains { (arrow: StaticString) in text.find(arrow).map { $0 < last } ?? false
        }
    }

    /// `首页 → 新闻 → 正文`, `某网 | 新闻 | 正文`: the word behind the last mark says that the text follows.
    static func endsAtText(_ text: Bytes) -> Bool {
        guard text.count <= 200, text.ends(with: "正文") || text.ends(with: "内容") else { return false }
        let head = text.cut(to: text.count - 6).trimmed
        guard head.count >= 6 else { return false }
        let mark = head.scalar(at: head.count - head.lengthOfCharacter(before: head.count)).value
        return isSeparator(mark) && mark != 0x3A && mark != 0xFF1A
    }

    /// `首页 / 新闻`: slashes part breadcrumbs where the first part is the front page.
    static func opensAtHome(_ text: Bytes) -> Bool {
        guard let slash = text.find("/"), slash >= 4, slash <= 24 else { return false }
        return isNoSection(text.cut(to: slash).trimmed.string)
    }

    static func parts(_ text: Bytes, isLabelled: Bool = false) -> [String] {
        let rest = text.cut(from: label(text) ?? 0)
        var parts: [String] = []
        var start = 0
        var position = 0
        while position < rest.count {
            let scalar = rest.scalar(at: position)
            if isSeparator(scalar.value) || isLabelled && isLooseSeparator(scalar.value) {
                parts.append(rest.cut(start..<position).trimmed.string)
                start = position + scalar.length
            }
            position += scalar.length
        }
        parts.append(rest.cut(from: start).trimmed.string)
        return parts.filter { !$0.isEmpty }
    }

    /// The names in text that stands between links; what ends as a label or a question does is none.
    static func unlinked(_ text: Bytes) -> [String] {
        var parts: [String] = []
        var start = 0
        var position = 0
        while position <= text.count {
            let scalar = position < text.count ? text.scalar(at: position) : (value: 0x3E, length: 1)
            let isSlash = scalar.value == 0x2F && position > 0 && text[position - 1] == 0x20
            if isSlash || scalar.value != 0x2F && scalar.value != 0x3A && isSeparator(scalar.value) {
                let part = withoutMarks(text.cut(start..<min(position, text.count)))
                let isLabel = part.last.map { $0 == 0x3A || $0 == 0x3F } ?? true
                if !isLabel, scalar.value != 0xFF1A { parts.append(part.string) }
                start = min(position + scalar.length, text.count)
            }
            position += scalar.length
        }
        return parts
    }

    /// Without arrows, bars, dashes and slashes at either end.
    static func withoutMarks(_ text: Bytes) -> Bytes {
        var text = text.trimmed
        while let first = text.first {
            let mark = text.scalar(at: 0)
            guard isEdge(mark.value), first != 0x3A else { break }
            text = text.cut(from: mark.length).trimmed
        }
        while !text.isEmpty {
            let length = text.lengthOfCharacter(before: text.count)
            let mark = text.scalar(at: text.count - length).value
            guard isEdge(mark), mark != 0x3A, mark != 0xFF1A else { break }
            text = text.cut(to: text.count - length).trimmed
        }
        return text
    }

    private static func isEdge(_ scalar: UInt32) -> Bool {
        isSeparator(scalar) || isLooseSeparator(scalar) && scalar != 0x300B || scalar == 0x2039 || scalar == 0xAB
    }

    /// Marks that part only what a label says to be a breadcrumb.
    private static func isLooseSeparator(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2D, 0xB7, 0x2014, 0x2013, 0x2022, 0xFF0F, 0xFF5C, 0x300B: true
        default: false
        }
    }

    private static func isSeparator(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3E, 0x203A, 0xBB, 0xFF1E, 0x2192, 0x3A, 0xFF1A, 0x7C, 0x2F: true
        default: false
        }
    }

    /// The front page and the article itself, in the languages of the press.
    static func isNoSection(_ part: String) -> Bool { noSections.contains(part.lowercased()) }

    private static let noSections: Set<String> = [
        "首页", "首頁", "网站首页", "正文", "文章正文", "主页", "主頁", "内容", "详情", "站内", "搜索", "返回首页", "新闻正文",
        "back", "go back", "return", "zurück", "retour", "volver", "voltar", "indietro", "tilbage", "tillbaka", "назад",
        "home", "home page", "homepage", "front page", "start", "you are here", "startseite", "startsida",
        "startside",
        "accueil", "inicio", "portada", "inici", "início", "página inicial", "pagina inicial", "capa",
        "pagina iniziale", "prima pagina",
        "voorpagina", "hjem", "hem", "forside", "forsiden", "etusivu", "koti", "avaleht", "sākums", "pradžia",
        "titulinis",
        "strona główna", "główna", "domů", "úvod", "domov", "domovská stránka", "početna", "naslovnica", "naslovna",
        "naslovnica",
        "kezdőlap", "címlap", "főoldal", "acasă", "acasa", "prima pagină", "ballina", "kreu", "anasayfa", "ana sayfa",
        "beranda", "laman utama",
        "trang chủ", "главная", "главная страница", "головна", "головна сторінка", "начало", "почетна", "насловна",
        "αρχική", "αρχική σελίδα",
        "الرئيسية", "الصفحة الرئيسية", "صفحه اصلی", "خانه", "صفحہ اول", "ראשי", "דף הבית", "होम", "मुख्य पृष्ठ", "হোম",
        "หน้าแรก", "หน้าหลัก",
        "홈", "トップ", "ホーム", "トップページ",
    ]
}
