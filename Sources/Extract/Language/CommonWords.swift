/// Tells the languages written in Latin letters apart by words that every text of theirs has.
enum CommonWords {
    /// The language with the most common words; nil where hardly any occur.
    static func language(of text: Bytes, declared: String?) -> String? {
        var hits = [Int](repeating: 0, count: languages.count)
        var words = 0
        var position = 0
        let table = CommonWords.table
        while position < text.count, words < 1500 {
            guard text[position].isWordByte else {
                position += 1
                continue
            }
            var key: UInt64 = 0
            let start = position
            while position < text.count, text[position].isWordByte {
                key = key << 8 | UInt64(text[position].lowered)
                position += 1
            }
            words += 1
            guard position - start <= 8, case let mask = table[key], mask != 0 else { continue }
            for index in languages.indices where mask & (1 << UInt64(index)) != 0 { hits[index] += 1 }
        }
        var best: Int?
        for index in languages.indices {
            let bonus = languages[index].tag == declared ? 2 : 0
            hits[index] += hits[index] > 0 ? bonus : 0
            if hits[index] > (best.map { hits[$0] } ?? 2) { best = index }
        }
        guard let best else { return nil }
        guard let declared else { return languages[best].tag }
        if families.contains(where: { $0.contains(declared) && $0.contains(languages[best].tag) }) { return declared }
        // A language that is not in the list is believed, unless the text is plainly in another.
        let isListed = languages.contains { $0.tag == declared }
        let isOther = !isListed && (2...3).contains(declared.utf8.count) && hits[best] * 4 < words
        return isOther ? declared : languages[best].tag
    }

    /// Written so much alike that only the page can tell.
    private static let families: [Set<String>] = [
        ["hr", "sr", "bs", "sh", "cnr"], ["id", "ms"], ["no", "nb", "nn"],
    ]

    private static let languages: [(tag: String, words: String)] = [
        ("en", "the and of to in is that for was with his from have has by are this which be at it"),
        ("de", "der die und das den von zu mit sich des auf für ist nicht ein eine dem auch wird im"),
        ("fr", "le la les des et est une dans que pour qui sur pas au du par avec plus ce sont"),
        ("es", "el la los las que y en una por con para se del al no su es como más lo"),
        ("it", "il di che la per un del della in non sono con una gli anche dei nel alla è si"),
        ("pt", "o que de e do da em um para com não uma os no se na por mais as dos"),
        ("nl", "de het een van en in is dat op te met voor zijn niet aan er om ook als bij"),
        ("sv", "och att det som en på är av för med till den har inte om ett han var men från"),
        ("da", "og det at en den til er som på de med han af for ikke der var mig sig et"),
        ("no", "og det at en den til er som på de med han av for ikke var meg seg et fra"),
        ("fi", "ja on ei että se hän oli mutta ovat kun myös joka mukaan sen vuoden niin voi ole"),
        ("pl", "w i na z do się nie że to jest o jak po za od przez dla są był co"),
        ("tr", "ve bir bu da için ile de olarak çok daha olan gibi kadar sonra ne en var o ise"),
        ("vi", "và của là có cho được các trong với một những người không đã này khi đến về"),
        ("id", "yang dan di dengan untuk dari ini pada itu dalam tidak akan ke juga oleh ada"),
        ("cs", "a se na je že v to s z do o i ve by pro jsem jsou za jako podle"),
        ("hu", "a az és hogy nem is egy volt meg de ez csak mint már vagy van ha el"),
        ("ro", "de și în la a cu pe care din nu pentru este un o că au mai fost sa"),
        ("lt", "ir kad yra su iš bet kaip į o tai buvo ne dėl taip pat jau apie"),
        ("sq", "dhe në të për me nga një është që si ka janë por kjo ky se do nuk më i"),
        ("hr", "je i u na se da za su od s o kako koji a iz što bi će ali nije"),
        ("sk", "a v na sa je že z do o sú aj pre ako ktoré podľa ale bol by pri nie"),
        ("sl", "je in v na se za da so ki ne s pa tudi bi z od po kot še bo"),
        ("et", "ja on ei et see ta oli kui aga mis ning ka või oma selle kes pole ole nii"),
        ("lv", "un ir no ar par uz ka kas bet tas arī lai pēc kā to tika gan šis nav"),
        ("ca", "la que i el els les en per amb una un del és al no als més va ha seva"),
        ("gl", "a o que e en do da un unha para por con non os as no na se máis"),
        ("eu", "eta da ez bat du dira ere egin izan dute baina zuen hau zen dela"),
        ("is", "og að í er á sem til við um en hann hefur það var ekki fyrir með af frá"),
        ("af", "die en van in is het dat nie te sy op vir met wat om ook was hy aan deur"),
        ("cy", "yn y a i o ar ei yr ac mae am wedi gan bod fel eu oedd hefyd"),
        ("tl", "ang ng sa mga na ay at si ni para hindi ito kay may kung siya niya nang"),
        ("sw", "na ya wa kwa ni katika la za kuwa hii huo hiyo cha yake lakini baada pia"),
        ("so", "oo ka ku iyo waxa in la ah u uu ee waa ay soo waxaa ayaa"),
        ("az", "və bu bir ilə üçün də da ki olan edib deyib olub isə daha görə kimi"),
    ]

    private static let table = WordTable(languages.map(\.words))
}

/// Which languages have a word, by its bytes: looked up for each word of a text, so that it hashes with one multiplication.
private struct WordTable: Sendable {
    private var keys = [UInt64](repeating: 0, count: 2048)
    private var masks = [UInt64](repeating: 0, count: 2048)

    /// Takes each language's words, of which those of up to eight bytes count.
    init(_ languages: [String]) {
        for (index, words) in languages.enumerated() {
            for word in words.split(separator: " ") where word.utf8.count <= 8 {
                let key = word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
                let slot = slot(key)
                keys[slot] = key
                masks[slot] |= 1 << UInt64(index)
            }
        }
    }

    /// A bit for each language; 0 for a word of none.
    @inline(__always)
    subscript(key: UInt64) -> UInt64 { masks[slot(key)] }

    /// Where the key stands, or may be put: some six hundred words leave room.
    @inline(__always)
    private func slot(_ key: UInt64) -> Int {
        var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 53)
        while keys[index] != key, keys[index] != 0 { index = (index + 1) & 2047 }
        return index
    }
}
