internal import HTML
internal import Model

/// Says when a page is not what it claims to be. Nothing is rewritten.
struct IntegrityStage {
    let page: Page
    let frame: ArticleFrame
    let canonical: WebURL?

    func run(_ content: ArticleContent) -> (integrity: Integrity, phrase: InjectedPhrases.Found?) {
        var findings: [Integrity.Finding] = []
        var phrase: InjectedPhrases.Found?
        if content.language?.hasPrefix("zh") == true {
            phrase = InjectedPhrases(page: page, frame: frame, licences: content.licences).find()
            if let phrase { findings.append(finding(phrase, in: content.text)) }
        }
        if let hidden = hiddenLinks() { findings.append(hidden) }
        if let foreign = foreignCanonical() { findings.append(foreign) }
        return (Integrity(findings: findings), phrase)
    }

    private func finding(_ phrase: InjectedPhrases.Found, in text: String) -> Integrity.Finding {
        Integrity.Finding(
            kind: "injected_phrase", phrase: phrase.phrase, count: phrase.count,
            spans: IntegrityStage.spans(of: phrase.phrase, in: text), candidates: phrase.candidates,
            confidence: phrase.confidence)
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

    /// Links to several other sites that readers cannot see.
    private func hiddenLinks() -> Integrity.Finding? {
        let addresses = Addresses(page)
        var hosts: Set<String> = []
        var count = 0
        for index in page.scan.hiddenLinks.prefix(200) {
            guard let url = addresses.resolve(page.attribute(.href, of: index)), let host = url.registrableDomain,
                host != page.url?.registrableDomain
            else { continue }
            hosts.insert(host)
            count += 1
        }
        guard hosts.count >= 3 else { return nil }
        return Integrity.Finding(
            kind: "hidden_links", phrase: nil, count: count, spans: [], candidates: hosts.sorted().prefix(8).map { $0 },
            confidence: 0.8)
    }

    /// The page says that it belongs to another site, and its mail addresses do so too.
    private func foreignCanonical() -> Integrity.Finding? {
        guard let own = page.url?.registrableDomain, let canonical, let other = canonical.registrableDomain,
            other != own
        else { return nil }
        let domains = mailDomains()
        guard domains.contains(other), !domains.contains(own) else { return nil }
        return Integrity.Finding(
            kind: "foreign_canonical", phrase: canonical.href, count: 1, spans: [], candidates: [other], confidence: 0.7
        )
    }

    /// The domains of the mail addresses that the page shows.
    private func mailDomains() -> Set<String> {
        var domains: Set<String> = []
        var position = 0
        while domains.count < 20, let hit = page.text.find("@", from: position) {
            position = hit + 1
            var end = position
            while end < page.text.count,
                page.text[end].isLetter || page.text[end].isDigit || page.text[end] == 0x2E || page.text[end] == 0x2D
            {
                end += 1
            }
            let domain = page.text.cut(position..<end)
            if domain.contains(where: { $0 == 0x2E }), let url = Addresses.host(domain) { domains.insert(url) }
        }
        return domains
    }
}
