internal import HTML
internal import Model

// What the page's metadata says, as far as readers see it too.

extension AuthorStage {
    func offerMetadata(to found: inout Candidates<[Author]>) {
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

    func offer(_ texts: [String], _ rule: String, _ weight: Double, to found: inout Candidates<[Author]>) {
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
}
