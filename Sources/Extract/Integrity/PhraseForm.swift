/// What a phrase looks like.
enum PhraseForm {
    /// Figures or Latin letters and ideographs, figures and letters, a host: no name of a place.
    case mixed
    /// Perhaps with a mark at the end.
    case ideographs
    /// Latin letters alone.
    case word
    /// Nothing that an injection looks like: figures alone, a measure, a word around a known name.
    case known

    init(_ phrase: Bytes) {
        let content = Content(phrase)
        let latin = content.digits + content.letters
        if content.isMeasure || latin == 0 && content.han - content.named < 4 {
            self = .known
        } else if latin == 0 {
            // A colon behind ideographs is that of a label as well: 信息来源：省政府.
            self = .ideographs
        } else {
            let isMixed =
                content.han >= 2 || content.digits > 0 && content.letters >= 2
                || content.letters >= 3 && content.points > 0
            self = isMixed ? .mixed : content.letters >= 4 ? .word : .known
        }
    }

    /// How many characters of which kind.
    private struct Content {
        var han = 0
        var digits = 0
        var letters = 0
        var points = 0
        /// Ideographs of known names of provinces and cities, with 省 and 市 behind them.
        var named = 0
        /// Figures and a unit, and next to nothing behind them: 2020年, 31个省区.
        var isMeasure = false

        init(_ phrase: Bytes) {
            var position = 0
            var unit = -1
            var wasDigit = false
            while position < phrase.count {
                if let hit = Gazetteer.name(in: phrase, at: position), hit.entry.kind != .district {
                    let end = position + hit.length
                    let isCalled = phrase.has("省", at: end) || phrase.has("市", at: end)
                    named += hit.length / 3 + (isCalled ? 1 : 0)
                    han += hit.length / 3
                    position += hit.length
                    wasDigit = false
                    continue
                }
                let (value, length) = phrase.scalar(at: position)
                let byte = phrase[position]
                if byte.isDigit {
                    digits += 1
                } else if byte.isLetter {
                    letters += 1
                } else if Scalars.isHan(value) {
                    han += 1
                    if wasDigit, PhraseForm.units.contains(value) { unit = han }
                } else if byte == 0x2E {
                    points += 1
                }
                wasDigit = byte.isDigit
                position += length
            }
            isMeasure = unit > 0 && han - unit < 3
        }
    }

    private static let units = ScalarSet(
        "年月日时分秒元个名岁人次位届条万亿号级点余多家项期章米公吨度平台场只件种所座岛部集股亩户辆千百十倍寸英层楼路线届周天小省市")
}
