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
        for (count, script) in zip(counts.others, OtherScripts.all) where count > counts.latin {
            return declared.flatMap { script.languages.contains($0) ? $0 : nil } ?? script.languages[0]
        }
        return CommonWords.language(of: text.cut(to: reach), declared: declared) ?? declared
    }

    /// `en` of `en-US`; `zh` of `zh_CN`.
    static func primary(_ tag: String) -> String {
        String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
    }

    private static func cyrillic(_ counts: ScriptCounts, _ declared: String?) -> String {
        if let declared, cyrillicLanguages.contains(declared) { return declared }
        if counts.turkic * 50 > counts.cyrillic { return "kk" }
        if counts.macedonian * 200 > counts.cyrillic { return "mk" }
        if counts.serbian * 50 > counts.cyrillic { return "sr" }
        if counts.belarusian * 100 > counts.cyrillic { return "be" }
        if counts.ukrainian * 100 > counts.cyrillic { return "uk" }
        return counts.hardSign * 100 > counts.cyrillic && counts.russian == 0 ? "bg" : "ru"
    }

    private static let cyrillicLanguages: Set<String> = [
        "ru", "uk", "bg", "sr", "mk", "kk", "be", "ky", "tg", "mn", "uz", "tt", "ba", "os", "ce", "cv",
    ]

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
    var russian = 0
    var hardSign = 0
    var ukrainian = 0
    var belarusian = 0
    var serbian = 0
    var macedonian = 0
    /// Letters of Kazakh and its neighbours.
    var turkic = 0
    var arabic = 0
    var persian = 0
    var urdu = 0
    /// In the order of `OtherScripts.all`.
    var others = [Int](repeating: 0, count: OtherScripts.all.count)
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
        case 0x400...0x4FF: countCyrillic(scalar)
        case 0x600...0x6FF, 0xFB50...0xFDFF:
            arabic += 1
            if scalar == 0x67E || scalar == 0x686 || scalar == 0x6AF || scalar == 0x6CC { persian += 1 }
            if scalar == 0x679 || scalar == 0x6D2 || scalar == 0x688 || scalar == 0x6BA { urdu += 1 }
        case 0x3041...0x30FF: kana += 1
        case 0x1100...0x11FF, 0xAC00...0xD7A3: hangul += 1
        default:
            guard Scalars.isHan(scalar) else {
                guard scalar < 0x1800 else { return }
                if let script = OtherScripts.all.firstIndex(where: { $0.scalars.contains(scalar) }) {
                    others[script] += 1
                }
                return
            }
            han += 1
            switch forms[scalar] {
            case .simplified: simplified += 1
            case .traditional: traditional += 1
            case .both: break
            }
        }
    }

    private mutating func countCyrillic(_ scalar: UInt32) {
        cyrillic += 1
        switch scalar {
        case 0x44B, 0x44D: russian += 1
        case 0x44A: hardSign += 1
        case 0x454, 0x456, 0x457, 0x491: ukrainian += 1
        case 0x45E: belarusian += 1
        case 0x452, 0x458, 0x459, 0x45A, 0x45B, 0x45F: serbian += 1
        case 0x453, 0x455, 0x45C: macedonian += 1
        case 0x493, 0x49B, 0x4A3, 0x4AF, 0x4B1, 0x4BB, 0x4D9, 0x4E9: turkic += 1
        default: break
        }
    }
}
