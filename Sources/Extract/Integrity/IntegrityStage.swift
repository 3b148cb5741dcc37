internal import HTML
internal import Model

/// Says when a page is not what it claims to be. Nothing is rewritten.
struct IntegrityStage {
    let page: Page
    let frame: ArticleFrame
    let meta: MetaTags
    let linked: LinkedData
    let canonical: WebURL?

    /// What was found, and the name of the rights holder with the name that an injected phrase stands for in it.
    func run(_ content: ArticleContent) -> (integrity: Integrity, rightsHolder: String?) {
        var findings: [Integrity.Finding] = []
        var holder: String?
        if content.language?.hasPrefix("zh") == true,
            let phrase = InjectedPhrases(page: page, licences: content.licences).find()
        {
            findings.append(finding(phrase, in: content.text))
            holder = content.rightsHolder.flatMap { restored($0, phrase) }
        }
        if let hidden = HiddenLinks(page).finding() { findings.append(hidden) }
        let claims = ClaimedDomains(page: page, meta: meta, linked: linked, canonical: canonical)
        if let foreign = claims.finding() { findings.append(foreign) }
        return (Integrity(findings: findings), holder)
    }

    private func finding(_ phrase: InjectedPhrases.Found, in text: String) -> Integrity.Finding {
        Integrity.Finding(
            kind: "injected_phrase", phrase: phrase.phrase, count: phrase.places.count,
            spans: IntegrityStage.spans(of: phrase.phrase, in: text), candidates: phrase.candidates,
            confidence: phrase.confidence, places: PagePlaces(page: page, frame: frame).places(of: phrase.places))
    }

    /// The holder's name with the candidate of the place where it stands; nil where the phrase is not in it, or no place tells.
    private func restored(_ holder: String, _ phrase: InjectedPhrases.Found) -> String? {
        guard let cut = holder.firstRange(of: phrase.phrase) else { return nil }
        var rest = String(holder[cut.upperBound...])
        let place = rest.withUTF8 { rest in
            phrase.places.first { place in
                place.candidate != nil && page.text.cut(from: place.range.upperBound).cut(to: rest.count).equals(rest)
            }
        }
        let only = phrase.candidates.count == 1 ? phrase.candidates[0] : nil
        guard let name = place?.candidate ?? only else { return nil }
        return String(holder[..<cut.lowerBound]) + name + String(holder[cut.upperBound...])
    }

    /// Half-open ranges of the phrase in UTF-8 bytes of the text.
    static func spans(of phrase: String, in text: String) -> [[Int]] {
        var phrase = phrase
        var text = text
        return text.withUTF8 { text in
            phrase.withUTF8 { phrase in
                var spans: [[Int]] = []
                var position = 0
                while let hit = text.find(phrase, from: position) {
                    position = hit + phrase.count
                    spans.append([hit, position])
                }
                return spans
            }
        }
    }
}
