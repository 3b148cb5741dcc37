/// The words of buttons, advertisements and inserted links in the languages of the press but English and Chinese.
enum ForeignBoilerplate {
    static func isBoilerplate(_ text: Bytes) -> Bool {
        wholes.holds(text) || openings.opens(text) || isReadAlso(text)
    }

    /// `Lire aussi : …`, `Читайте также: …`: a link to another story between paragraphs.
    private static func isReadAlso(_ text: Bytes) -> Bool {
        guard let length = readAlso.opening(text) else { return false }
        let rest = text.cut(from: length).trimmed
        guard let first = rest.first else { return true }
        if [0x3A, 0x7C, 0x3E, 0x2D].contains(first) { return true }
        return ["：", "»", "›", "→", "–", "—", "|"].contains { (mark: StaticString) in rest.starts(with: mark) }
    }

    private static let readAlso = OpeningTable([
        "lesen sie auch", "lesen sie hier", "lesen sie mehr", "lies auch", "mehr zum thema", "auch interessant",
        "auch lesenswert",
        "lire aussi", "à lire aussi", "À lire aussi", "a lire aussi", "à lire également", "À lire également",
        "lire également", "à voir aussi",
        "À voir aussi", "voir aussi", "lee también", "lea también", "leé también", "leer también", "lee además",
        "mirá también", "mira también",
        "te puede interesar", "ver también", "vea también", "más información", "leia também", "leia mais",
        "veja também", "saiba mais",
        "confira também", "leggi anche", "leggi pure", "guarda anche", "vedi anche", "lees ook", "lees meer",
        "bekijk ook", "läs också", "läs även",
        "läs mer", "les også", "les mer", "læs også", "læs mere", "lue myös", "lue lisää", "katso myös", "czytaj także",
        "czytaj też",
        "czytaj również", "czytaj więcej", "zobacz także", "zobacz też", "zobacz również", "przeczytaj także",
        "przeczytaj też", "čtěte také",
        "Čtěte také", "čtěte i", "čítajte aj", "Čítajte aj", "prečítajte si aj", "olvasd el", "olvassa el",
        "citește și", "citeşte şi", "citeste si",
        "citește mai mult", "vezi și", "pročitajte i", "pročitajte još", "pročitaj još", "preberite tudi",
        "διαβάστε επίσης", "Διαβάστε επίσης",
        "Διαβάστε ακόμα", "διαβάστε ακόμα", "Δείτε επίσης", "ayrıca oku", "читайте также", "Читайте также",
        "читайте ещё", "Читайте ещё",
        "Смотрите также", "Читайте по теме", "По теме", "читайте також", "Читайте також", "Дивіться також",
        "Прочетете още", "Прочетете също",
        "Вижте още", "اقرأ أيضا", "اقرأ أيضاً", "اقرأ أيضًا", "اقرأ المزيد", "إقرأ أيضاً", "شاهد أيضاً", "بیشتر بخوانید",
        "مزید پڑھیں", "یہ بھی پڑھیں",
        "קראו גם", "यह भी पढ़ें", "ये भी पढ़ें", "इसे भी पढ़ें", "আরও পড়ুন", "baca juga", "simak juga", "lihat juga", "xem thêm",
        "đọc thêm",
        "Đọc thêm", "อ่านเพิ่มเติม",
    ])

    private static let wholes = OpeningTable([
        "teilen", "drucken", "kommentare", "mehr anzeigen", "weiterlesen", "partager", "imprimer", "commentaires",
        "lire plus", "compartir",
        "imprimir", "comentarios", "guardar", "leer más", "publicidade", "compartilhar", "compartilhe", "partilhar",
        "comentários", "condividi",
        "stampa", "commenti", "pubblicità", "advertentie", "delen", "annons", "annonse", "annonce", "reklame", "mainos",
        "jaa", "dela",
        "reklama", "udostępnij", "hirdetés", "megosztás", "reclamă", "publicitate", "distribuie", "oglas", "podijeli",
        "podeli", "Διαφήμιση", "διαφήμιση",
        "ΔΙΑΦΗΜΙΣΗ", "reklam", "paylaş", "yazdır", "Реклама", "реклама", "РЕКЛАМА", "Поделиться", "Распечатать",
        "Поділитися", "إعلان", "مشاركة", "طباعة",
        "اعلان", "تبلیغات", "פרסומת", "विज्ञापन", "iklan", "bagikan", "quảng cáo", "chia sẻ", "โฆษณา", "広告", "シェア", "シェアする",
        "광고", "공유", "공유하기",
        "인쇄", "글자크기", "글자크기 설정", "음성재생 설정", "기사보기", "본문 보기", "요약보기", "음성으로 듣기", "번역 설정",
    ])

    private static let openings = OpeningTable([
        "la suite après cette publicité", "la suite après la publicité", "continúa después de la publicidad",
        "continua después de la publicidad",
        "continúa leyendo", "sigue leyendo después", "el contenido continúa", "continua depois da publicidade",
        "continua após a publicidade",
        "continua após publicidade", "continua dopo la pubblicità", "l'articolo continua dopo",
        "l'articolo prosegue dopo", "lees verder na de advertentie",
        "artikel gaat verder", "het artikel gaat verder", "verhaal gaat verder", "der artikel wird nach",
        "nach der werbung", "продолжение после рекламы",
        "Продолжение после рекламы", "статья продолжается после", "продовження після реклами",
        "Продовження після реклами", "artikkelen fortsetter",
        "saken fortsetter", "artiklen fortsætter", "artikeln fortsätter", "juttu jatkuu", "scroll untuk", "gulir untuk",
        "lanjutkan membaca",
        "haber devam ediyor", "reklamdan sonra",
    ])
}
