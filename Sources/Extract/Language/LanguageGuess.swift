/// Names the language of a text by its script and its commonest words.
enum LanguageGuess {
    /// How many bytes of the text are looked at.
    private static let reach = 4096

    /// A BCP 47 tag, or nil for a text too short to tell; `declared` (the page's own tag) decides between near equals.
    static func guess(_ text: Bytes, declared: String? = nil) -> String? {
        let counts = ScriptCounts(text.cut(to: reach))
        let declared = declared.map(primary)
        if counts.kana * 20 > counts.han, counts.kana > 4 { return "ja" }
        if counts.hangul > counts.latin / 4, counts.hangul > 4 { return "ko" }
        if counts.han > 8, counts.han * 3 > counts.latin {
            return counts.traditional > counts.simplified ? "zh-Hant" : "zh"
        }
        if counts.cyrillic > counts.latin { return cyrillic(counts, declared) }
        if counts.arabic > counts.latin { return arabic(counts, declared) }
        for (count, tag) in [
            (counts.hebrew, "he"), (counts.greek, "el"), (counts.thai, "th"), (counts.devanagari, "hi"),
        ]
        where count > counts.latin {
            return tag
        }
        return CommonWords.language(of: text.cut(to: reach), declared: declared) ?? declared
    }

    /// `en` of `en-US`; `zh` of `zh_CN`.
    static func primary(_ tag: String) -> String {
        String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
    }

    private static func cyrillic(_ counts: ScriptCounts, _ declared: String?) -> String {
        if let declared, ["ru", "uk", "bg", "sr", "mk", "kk", "be"].contains(declared) { return declared }
        return counts.ukrainian * 100 > counts.cyrillic ? "uk" : "ru"
    }

    private static func arabic(_ counts: ScriptCounts, _ declared: String?) -> String {
        if let declared, ["ar", "fa", "ur", "ps"].contains(declared) { return declared }
        if counts.urdu * 50 > counts.arabic { return "ur" }
        return counts.persian * 50 > counts.arabic ? "fa" : "ar"
    }
}

/// How many letters of each script a text has.
struct ScriptCounts {
    var latin = 0
    var han = 0
    var kana = 0
    var hangul = 0
    var cyrillic = 0
    var ukrainian = 0
    var arabic = 0
    var persian = 0
    var urdu = 0
    var hebrew = 0
    var greek = 0
    var thai = 0
    var devanagari = 0
    var simplified = 0
    var traditional = 0

    init(_ text: Bytes) {
        let forms = HanForms.table
        var position = 0
        while position < text.count {
            let (scalar, length) = text.scalar(at: position)
            position += length
            if scalar < 0x80 {
                if UInt8(scalar).isLetter { latin += 1 }
            } else {
                count(scalar, forms)
            }
        }
    }

    private mutating func count(_ scalar: UInt32, _ forms: HanForms) {
        switch scalar {
        case 0xC0...0x24F, 0x1E00...0x1EFF: latin += 1
        case 0x370...0x3FF: greek += 1
        case 0x400...0x4FF:
            cyrillic += 1
            if scalar == 0x456 || scalar == 0x457 || scalar == 0x454 || scalar == 0x491 { ukrainian += 1 }
        case 0x590...0x5FF: hebrew += 1
        case 0x600...0x6FF, 0xFB50...0xFDFF:
            arabic += 1
            if scalar == 0x67E || scalar == 0x686 || scalar == 0x6AF || scalar == 0x6CC { persian += 1 }
            if scalar == 0x679 || scalar == 0x6D2 || scalar == 0x688 || scalar == 0x6BA { urdu += 1 }
        case 0x900...0x97F: devanagari += 1
        case 0xE00...0xE7F: thai += 1
        case 0x3041...0x30FF: kana += 1
        case 0x1100...0x11FF, 0xAC00...0xD7A3: hangul += 1
        default:
            guard Scalars.isHan(scalar) else { return }
            han += 1
            switch forms[scalar] {
            case .simplified: simplified += 1
            case .traditional: traditional += 1
            case .both: break
            }
        }
    }
}
