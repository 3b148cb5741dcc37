internal import HTML
internal import Model

/// Finds who made the article. No author rather than a wrong one.
struct AuthorStage {
    let page: Page
    let meta: MetaTags
    let linked: LinkedData
    let frame: ArticleFrame
    let zone: HeadZone
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
        guard authors.isEmpty else { return }
        let names = ChineseBareNames(page: page, frame: frame).names()
        if !names.isEmpty { found.offer(names.map { Author(name: $0, role: .author) }, "bare name", 0.6) }
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
        if rule == "json-ld" { names = names.filter { isShown($0) { _, _ in true } || isShownShorter($0) } }
        if rule == "meta" { names = names.filter { isShown($0, where: isCredit) } }
        if !names.isEmpty { found.offer(names.map { Author(name: $0, role: .author) }, rule, weight) }
    }

    /// A name at the head of a short line beside the text, behind "by", or on the line of the date: metadata often names who
    /// keeps the site, whom the page may mention elsewhere.
    private func isCredit(_ index: Int, _ position: Int) -> Bool {
        let block = page.scan.blocks[index]
        guard block.count <= 200, isBesideArticle(index) else { return false }
        if position == block.range.lowerBound || block.inherited.contains(.byline) { return true }
        let text = page.text(of: block)
        let before = page.text.cut(block.range.lowerBound..<position)
        return BylineWords.opening(text) != nil || before.containsFolded(" by ") || before.endsFolded(with: "by ")
            || DateScanner(text: text).first() != nil
    }

    /// First and last name together, on a line beside the text: the page leaves out the names between.
    private func isShownShorter(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard words.count > 2 else { return false }
        return isShown("\(words[0]) \(words[words.count - 1])") { index, position in isCredit(index, position) }
    }

    private func isBesideArticle(_ index: Int) -> Bool {
        zone.contains(index) || frame.head.contains(index) || frame.tail.prefix(16).contains(index)
            || frame.body.prefix(2).contains(index) || frame.body.suffix(2).contains(index)
    }

    /// Whether the page shows the name to readers, at a place (line, position) that is asked for.
    private func isShown(_ name: String, where matches: (Int, Int) -> Bool) -> Bool {
        var name = name
        return name.withUTF8 { bytes in
            var position = 0
            while let hit = page.text.findSameFolded(bytes, from: position) {
                position = hit + bytes.count
                if let block = block(at: hit),
                    page.scan.blocks[block].inherited.isDisjoint(with: [.comment, .related]),
                    matches(block, hit)
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
        offer(texts.filter { !isSection($0) }, "class:byline", 0.82, to: &found)
        let lines = BylineLines(page: page, frame: frame, zone: zone)
        if language == "ko" || language == "ja" {
            offerAsianLine(to: &found)
        } else {
            for reading in lines.readings() {
                found.offer(reading.names.map { Author(name: $0, role: .author) }, reading.rule, reading.confidence)
            }
        }
        offerFirstLine(to: &found)
        if found.best == nil { offerOffice(lines, to: &found) }
    }

    private func isSection(_ name: String) -> Bool { SectionNames.holds(name, on: page, above: frame.title) }

    private func offerAsianLine(to found: inout Candidates<[Author]>) {
        for index in zone.lines + Array(frame.tail.prefix(6)) where page.scan.blocks[index].count <= 120 {
            let names = AsianBylines.names(page.text(of: page.scan.blocks[index]), language: language ?? "")
            guard !names.isEmpty else { continue }
            found.offer(names.map { Author(name: $0, role: .reporter) }, "by", 0.84)
            return
        }
    }

    /// Where no person is named: the office or outlet that the page itself shows as the author.
    private func offerOffice(_ lines: BylineLines, to found: inout Candidates<[Author]>) {
        var shown = bylineElements().map { page.text(ofElement: $0) }.filter { $0.count <= 160 }
        shown += lines.zone.lines.compactMap { lines.byText($0) }
        for name in linked.names(linked.article?["author"]).prefix(1)
        where name.utf8.count <= 60 && !name.contains("://") {
            let key = TitleKey(name)
            guard key.count >= 2, shown.contains(where: { key.isPart(of: TitleKey($0)) }) else { continue }
            found.offer([Author(name: name, role: .author)], "json-ld:office", 0.5)
        }
        if let name = lines.office() { found.offer([Author(name: name, role: .author)], "by:office", 0.45) }
    }

    /// The names alone in bold above the first long paragraph.
    private func offerFirstLine(to found: inout Candidates<[Author]>) {
        let lines = (frame.body.prefix(4) + zone.below).map { page.scan.blocks[$0] }
        guard
            let block = lines.first(where: {
                $0.flags.contains(.strong) && $0.kind != .heading && $0.count <= 60 && $0.linkBytes == 0
            }), PersonName.hasCapital(page.text(of: block))
        else { return }
        let names = EnglishByline.names(page.text(of: block))
        let length = names.reduce(0) { $0 + $1.utf8.count }
        guard !names.isEmpty, length + 6 * names.count >= block.count, names.allSatisfy(PersonName.isShort) else {
            return
        }
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
