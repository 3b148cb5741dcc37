internal import HTML
internal import Model

/// Finds pages whose own words say that they belong to another site: the address in the metadata, mail addresses, the domain in the
/// line of rights and licences.
struct ClaimedDomains {
    let page: Page
    let meta: MetaTags
    let linked: LinkedData
    let canonical: WebURL?

    /// Claims of different kinds are made by different hands.
    private enum Kind { case metadata, mail, rights }

    private struct Claim {
        var kind: Kind
        var source: String
        var text: String
        var domain: String
    }

    /// A finding where two kinds agree on one other domain and none names the page's own.
    func finding() -> Integrity.Finding? {
        // Most pages name their own host first of all.
        if let canonical, canonical.host == page.url?.host { return nil }
        guard let own = page.url?.registrableDomain else { return nil }
        var claims = metadata() + mails()
        guard claims.contains(where: { !ClaimedDomains.areKin($0.domain, own) }) else { return nil }
        claims += rights()
        guard !claims.contains(where: { ClaimedDomains.areKin($0.domain, own) }) else { return nil }
        var kinds: [String: Set<Kind>] = [:]
        for claim in claims { kinds[claim.domain, default: []].insert(claim.kind) }
        let others = kinds.filter { $0.value.count >= 2 }
        guard others.count == 1, let (other, agreeing) = others.first else { return nil }
        let evidence = claims.filter { $0.domain == other }
        let isCanonical = canonical?.registrableDomain == other
        return Integrity.Finding(
            kind: isCanonical ? "foreign_canonical" : "foreign_domain", phrase: isCanonical ? canonical?.href : other,
            count: evidence.count, spans: [], candidates: [other], confidence: agreeing.count == 3 ? 0.85 : 0.7,
            places: evidence.prefix(20).map { Integrity.Place(zone: $0.source, context: $0.text, candidate: nil) })
    }

    /// The same name under two endings belongs to one house: news.example.com, news.example.co.uk.
    private static func areKin(_ one: String, _ other: String) -> Bool {
        one == other || one.prefix { $0 != "." } == other.prefix { $0 != "." }
    }

    private func metadata() -> [Claim] {
        let addresses = Addresses(page)
        let publisher = linked.article.flatMap { $0["publisher"] }.map { linked.resolved($0) }
        let sources: [(String, WebURL?)] = [
            ("canonical", canonical), ("og:url", addresses.resolve(meta.first("og:url"))),
            ("json-ld", addresses.resolve(linked.article?["url"]?.text)),
            ("json-ld:publisher", addresses.resolve(publisher?["url"]?.text)),
        ]
        return sources.compactMap { source, url in
            guard let url, let domain = url.registrableDomain else { return nil }
            return Claim(kind: .metadata, source: source, text: url.href, domain: domain)
        }
    }

    /// The mail addresses that the page shows.
    private func mails() -> [Claim] {
        var claims: [Claim] = []
        var position = 0
        while claims.count < 20, let hit = page.text.find("@", from: position) {
            position = hit + 1
            var end = position
            while end < page.text.count, ClaimedDomains.isOfHost(page.text[end]) { end += 1 }
            var start = hit
            while start > 0, ClaimedDomains.isOfHost(page.text[start - 1]) { start -= 1 }
            if start < hit, let domain = ClaimedDomains.domain(page.text.cut(position..<end)) {
                claims.append(
                    Claim(kind: .mail, source: "mail", text: page.text.cut(start..<end).string, domain: domain))
            }
        }
        return claims
    }

    /// The domains that stand in lines of rights and licences.
    private func rights() -> [Claim] {
        var claims: [Claim] = []
        for block in page.scan.blocks.suffix(120) where block.count <= 1200 && claims.count < 20 {
            let text = page.text(of: block)
            guard text.containsAny(["©", "版权所有", "ICP备", "Copyright", "copyright"]) else { continue }
            var position = 0
            while position < text.count {
                guard ClaimedDomains.isOfHost(text[position]) else {
                    position += 1
                    continue
                }
                var end = position
                while end < text.count, ClaimedDomains.isOfHost(text[end]) { end += 1 }
                let isMail = position > 0 && text[position - 1] == 0x40 || end < text.count && text[end] == 0x40
                if !isMail, let domain = ClaimedDomains.domain(text.cut(position..<end)) {
                    let word = text.cut(position..<end).string
                    claims.append(Claim(kind: .rights, source: "rights", text: word, domain: domain))
                }
                position = end
            }
        }
        return claims
    }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == 0x2E || byte == 0x2D
    }

    /// The registrable domain of a word that looks like a host: letters behind the last point, and something before it.
    private static func domain(_ word: Bytes) -> String? {
        var word = word
        while let last = word.last, last == 0x2E || last == 0x2D { word = word.cut(to: word.count - 1) }
        guard let point = word.lastIndex(of: 0x2E), point > 0, word.count - point >= 3, word.count < 80,
            word[(point + 1)...].allSatisfy(\.isLetter)
        else { return nil }
        return Addresses.host(word)
    }
}
