internal import Model

// What readers see above, beside and below the article; other languages than Chinese.

extension AuthorStage {
    func offerByline(to found: inout Candidates<[Author]>) {
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
            var name = name
            guard key.count >= 2, !name.withUTF8(OfficeName.isNobody),
                shown.contains(where: { key.isPart(of: TitleKey($0)) })
            else { continue }
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
}
