internal import HTML
internal import Model

/// Finds who made the article. No author rather than a wrong one.
struct AuthorStage {
    let page: Page
    let meta: MetaTags
    let linked: LinkedData
    let frame: ArticleFrame
    let language: String?
    let credits: [ChineseCredits.Found]

    func candidates() -> Candidates<[Author]> {
        var found = Candidates<[Author]>()
        if language?.hasPrefix("zh") == true {
            offerCredits(to: &found)
            offerChineseByline(to: &found)
        } else {
            offerMetadata(to: &found)
            offerByline(to: &found)
        }
        return found
    }

    // MARK: Chinese

    private func offerCredits(to found: inout Candidates<[Author]>) {
        var authors: [Author] = []
        for (credit, place) in credits.map({ ($0.credit, $0.place) }) {
            guard case .role(let role) = credit.kind, !authors.contains(where: { $0.name == credit.name }) else {
                continue
            }
            if role == .photographer, place == .tail || place == .ending { continue }
            authors.append(Author(name: credit.name, role: role))
        }
        if !authors.isEmpty { found.offer(authors, "byline", 0.9) }
    }

    /// Names without a label in an element that its class calls a byline.
    private func offerChineseByline(to found: inout Candidates<[Author]>) {
        var authors: [Author] = []
        for index in bylineElements() {
            let text = page.text(ofElement: index)
            guard text.count <= 60, CreditReader(text: text).credits().isEmpty else { continue }
            let (names, end) = ChineseNames(text: text).list(at: 0)
            guard end == text.count else { continue }
            for name in names where !authors.contains(where: { $0.name == name }) {
                authors.append(Author(name: name, role: .author))
            }
        }
        if !authors.isEmpty { found.offer(authors, "class:byline", 0.7) }
    }

    // MARK: Other languages

    private func offerMetadata(to found: inout Candidates<[Author]>) {
        if let article = linked.article {
            let people =
                article["author"]?.elements.filter { !LinkedData.has(linked.resolved($0), type: "Organization") } ?? []
            offer(people.flatMap { linked.names($0) }, "json-ld", 0.9, to: &found)
        }
        for (name, weight) in AuthorStage.metaNames {
            offer(meta.all(name).filter { !$0.contains("://") }.map(\.string), "meta", weight, to: &found)
        }
        var properties: [String] = []
        for index in page.scan.properties where page.attribute(.itemprop, of: index)?.equalsFolded("author") == true {
            guard isNear(index) else { continue }
            properties.append((page.attribute(.content, of: index) ?? page.text(ofElement: index)).string)
        }
        offer(properties, "itemprop", 0.8, to: &found)
    }

    private static let metaNames: [(StaticString, Double)] = [
        ("author", 0.75), ("article:author", 0.72), ("byl", 0.78), ("parsely-author", 0.78), ("sailthru.author", 0.76),
        ("dc.creator", 0.74), ("article:author_name", 0.76), ("citation_author", 0.76), ("og:article:author", 0.7),
        ("authors", 0.74), ("dcterms.creator", 0.7),
    ]

    private func offer(_ texts: [String], _ rule: String, _ weight: Double, to found: inout Candidates<[Author]>) {
        var names: [String] = []
        for text in texts {
            var text = Entities.decode(text)
            for name in text.withUTF8({ EnglishByline.names($0) }) where !names.contains(name) { names.append(name) }
        }
        if rule == "json-ld" || rule == "meta" { names = names.filter(isShown) }
        if !names.isEmpty { found.offer(names.map { Author(name: $0, role: .author) }, rule, weight) }
    }

    /// Whether the page shows the name to readers: metadata often names who keeps the site.
    private func isShown(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { bytes in
            var position = 0
            while let hit = page.text.findSameFolded(bytes, from: position) {
                position = hit + bytes.count
                if let block = block(at: hit), page.scan.blocks[block].inherited.isDisjoint(with: [.comment, .related])
                {
                    return true
                }
            }
            return false
        }
    }

    /// The block that holds the position of the page's text.
    private func block(at position: Int) -> Int? {
        var low = 0
        var high = page.scan.blocks.count
        while low < high {
            let middle = (low + high) / 2
            if page.scan.blocks[middle].range.upperBound <= position { low = middle + 1 } else { high = middle }
        }
        return low < page.scan.blocks.count ? low : nil
    }

    private func offerByline(to found: inout Candidates<[Author]>) {
        var texts: [String] = []
        for index in bylineElements() {
            let text = page.text(ofElement: index)
            guard text.count <= 160 else { continue }
            texts.append(text.string)
        }
        offer(texts, "class:byline", 0.82, to: &found)
        let end = min((frame.body.first ?? 0) + 2, page.scan.blocks.count)
        for index in frame.head.lowerBound..<end {
            let block = page.scan.blocks[index]
            let text = page.text(of: block)
            guard block.count <= 140, saysBy(text) else { continue }
            offer([text.string], "by", 0.84, to: &found)
            break
        }
        for index in frame.tail.prefix(16) where page.scan.blocks[index].count <= 90 {
            let text = page.text(of: page.scan.blocks[index])
            guard text.startsFolded(with: "posted by ") || text.startsFolded(with: "written by ") else { continue }
            offer([text.string], "by", 0.7, to: &found)
            break
        }
        offerFirstLine(to: &found)
        offerOffice(to: &found)
    }

    /// Where no person is named: the office or outlet that the page itself shows as the author.
    private func offerOffice(to found: inout Candidates<[Author]>) {
        guard found.best == nil, let article = linked.article else { return }
        for name in linked.names(article["author"]).prefix(1) where name.utf8.count <= 60 && !name.contains("://") {
            let key = TitleKey(name)
            guard key.count >= 2 else { continue }
            let isShown = bylineElements().contains { index in
                let text = page.text(ofElement: index)
                return text.count <= 160 && key.isPart(of: TitleKey(text))
            }
            if isShown { found.offer([Author(name: name, role: .author)], "json-ld:office", 0.5) }
        }
    }

    private func saysBy(_ text: Bytes) -> Bool {
        text.startsFolded(with: "by ") || text.startsFolded(with: "by:")
            || text.starts(with: "By") && text.count > 4 && text[2].isUpper
            || text.startsFolded(with: "written by") || text.startsFolded(with: "posted by") || text.contains("| By ")
            || text.startsFolded(with: "posted on ") && text.containsFolded(" by ")
    }

    /// The names alone in bold above the first long paragraph.
    private func offerFirstLine(to found: inout Candidates<[Author]>) {
        let lines = frame.body.prefix(3).map { page.scan.blocks[$0] }
        guard let block = lines.first(where: { $0.flags.contains(.strong) && $0.kind != .heading && $0.count <= 60 })
        else { return }
        let names = EnglishByline.names(page.text(of: block))
        let length = names.reduce(0) { $0 + $1.utf8.count }
        guard !names.isEmpty, length + 6 * names.count >= block.count else { return }
        found.offer(names.map { Author(name: $0, role: .author) }, "first line", 0.6)
    }

    /// Elements near the article that a class, `rel` or `itemprop` calls a byline, outermost of each kind left out.
    private func bylineElements() -> [Int] {
        var result: [Int] = []
        for index in page.scan.elements.indices {
            let element = page.scan.elements[index]
            guard element.flags.contains(.byline), !element.text.isEmpty, element.text.count < 300, isNear(index) else {
                continue
            }
            if let last = result.last, index < page.scan.elements[last].endElement { result.removeLast() }
            result.append(index)
        }
        return result
    }

    private func isNear(_ index: Int) -> Bool {
        let element = page.scan.elements[index]
        guard element.inherited.isDisjoint(with: [.comment, .related, .sidebar, .ranking, .footer, .navigation]) else {
            return false
        }
        let block = element.blocks.lowerBound
        return block >= frame.head.lowerBound && block <= (frame.body.first ?? 0) + 2
    }
}
