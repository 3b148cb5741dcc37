internal import HTML

/// Reads who wrote from the lines a reader looks at, whatever classes they have: "By …" lines, links to authors' pages, a name
/// beside the date, a name below the text.
struct BylineLines {
    let page: Page
    let frame: ArticleFrame
    let zone: HeadZone

    /// What one kind of line gave.
    struct Reading {
        var names: [String]
        var rule: String
        var confidence: Double
    }

    func readings() -> [Reading] {
        var found: [Reading] = []
        add(byLine(), "by", 0.84, to: &found)
        add(linked(), "author link", 0.835, to: &found)
        if !found.isEmpty { return found }
        add(closingLine(), "by", 0.7, to: &found)
        add(nameLine(), "name line", 0.6, to: &found)
        add(linkedBelow(), "author link below", 0.56, to: &found)
        add(lastLine(), "last line", 0.55, to: &found)
        return found
    }

    /// More names lead a little: one line may be a shorter form of the other.
    private func add(_ names: [String], _ rule: String, _ confidence: Double, to found: inout [Reading]) {
        guard !names.isEmpty else { return }
        found.append(
            Reading(names: names, rule: rule, confidence: confidence + 0.004 * Double(min(names.count, 8) - 1)))
    }

    // MARK: Above the text

    /// The names of the first line that opens as bylines do.
    private func byLine() -> [String] {
        for index in zone.lines + zone.near {
            guard let text = byText(index) else { continue }
            let names = EnglishByline.names(text)
            if !names.isEmpty { return names }
        }
        return []
    }

    /// The text of a line that says "by", with the next line where the word stands alone.
    func byText(_ index: Int) -> Bytes? {
        let block = page.scan.blocks[index]
        let text = page.text(of: block)
        guard block.count <= 160, !HeadZone.isCaption(block) else { return nil }
        if BylineWords.isAlone(text), index + 1 < page.scan.blocks.count, page.scan.blocks[index + 1].count <= 80 {
            return page.text(of: page.scan.blocks[index + 1])
        }
        return BylineLines.saysBy(text) ? text : nil
    }

    static func saysBy(_ text: Bytes) -> Bool {
        if let (length, isSure) = BylineWords.opening(text) { return isSure || isNames(text.cut(from: length)) }
        return text.contains("| By ") || text.startsFolded(with: "posted on ") && text.containsFolded(" by ")
    }

    /// Whether the text, up to a date or a bar, is made of names.
    private static func isNames(_ text: Bytes) -> Bool {
        let end = text.firstIndex { $0.isDigit || $0 == 0x7C || $0 == 0x28 || $0 == 0x0A } ?? text.count
        let head = text.cut(to: end).trimmed
        let names = EnglishByline.names(head)
        guard !names.isEmpty, PersonName.hasCapital(head), head.count <= 120 else { return false }
        return names.reduce(0) { $0 + $1.utf8.count } + 8 * names.count >= head.count
    }

    /// Where no line names a person: the outlet or office whose page an author's link leads to, or the agency that a line says
    /// the story is by (`By ABC`).
    func office() -> String? {
        for index in zone.lines {
            guard let text = byText(index), let (length, isSure) = BylineWords.opening(text), isSure,
                let name = OfficeName.clean(text.cut(from: length)), OfficeName.isAcronym(name)
            else { continue }
            return name
        }
        for link in page.links(in: Set(zone.lines)) where page.leadsToAuthor(link) {
            let element = page.scan.elements[link]
            let block = element.blocks.lowerBound
            guard page.scan.blocks[block].kind != .heading, page.saysAuthor(link) || byText(block) != nil else {
                continue
            }
            var text = page.text(of: element)
            guard EnglishByline.names(text).isEmpty else { continue }
            if let (length, isSure) = BylineWords.opening(text), isSure { text = text.cut(from: length) }
            if let name = OfficeName.clean(text), !SectionNames.holds(name, on: page, above: frame.title) {
                return name
            }
        }
        return nil
    }

    /// The names of links to authors' pages, of the first line that has some and those next to it.
    private func linked() -> [String] {
        let near = (frame.title ?? 0) + 5
        let lines = zone.lines.filter { page.scan.blocks[$0].kind != .heading || $0 < near }
        let links = page.links(in: Set(lines)).filter(page.leadsToAuthor)
        var names: [String] = []
        var last: Int?
        for link in links {
            let element = page.scan.elements[link]
            let block = element.blocks.lowerBound
            // A row of many is the site's list of columnists.
            guard links.count(where: { page.scan.elements[$0].blocks.lowerBound == block }) <= 5 else { continue }
            if let last, block > last + 2 { break }
            guard element.text.count <= 160, page.scan.blocks[block].count <= 240 else { continue }
            let found = EnglishByline.names(page.text(of: element))
            for name in found where !names.contains(name) && names.count < 12 { names.append(name) }
            if !found.isEmpty { last = block }
        }
        return names
    }

    /// A name with nothing else but the date, an office or an outlet, beside the date or above what its owner does.
    private func nameLine() -> [String] {
        for (position, index) in zone.below.enumerated() where index <= zone.firstProse {
            let block = page.scan.blocks[index]
            guard block.count <= 90, block.linkBytes == 0, !HeadZone.isCaption(block) else { continue }
            let text = page.text(of: block)
            guard !PhotoCredits.occur(in: text), let names = leadingNames(text) else { continue }
            let next = neighbour(of: position, step: 1)
            let isBelow = next.map(saysRole) ?? false
            let isDated = [index, next, neighbour(of: position, step: -1)].contains { $0.map(isDateLine) ?? false }
            guard
                isDated && (block.kind != .heading || block.level > 3) || isBelow
                    || BylineWords.saysRole(page.text(of: block))
            else { continue }
            guard !names.contains(where: { SectionNames.holds($0, on: page, above: frame.title) || isInTitle($0) })
            else {
                continue
            }
            return names
        }
        return []
    }

    /// The next line up or down that is no long caption.
    private func neighbour(of position: Int, step: Int) -> Int? {
        var next = position + step
        while zone.below.indices.contains(next), page.scan.blocks[zone.below[next]].count > 140 { next += step }
        return zone.below.indices.contains(next) ? zone.below[next] : nil
    }

    private func saysRole(_ index: Int) -> Bool {
        page.scan.blocks[index].count <= 80 && BylineWords.saysRole(page.text(of: page.scan.blocks[index]))
    }

    /// The names, where the line begins with them and goes on with no sentence.
    private func leadingNames(_ text: Bytes) -> [String]? {
        let names = EnglishByline.names(text)
        guard let first = names.first, first.contains(" "), PersonName.hasCapital(text) else { return nil }
        var head = first
        guard head.withUTF8({ text.findSameFolded($0) == 0 }) else { return nil }
        let rest = text.cut(from: first.utf8.count).trimmed
        let isList = names.count > 1
        guard names.allSatisfy(PersonName.isShort) else { return nil }
        let isOver =
            rest.isEmpty || !rest[0].isWordByte || rest[0].isDigit || DateLabels.saysPublished(rest.cut(to: 24))
        return isList || isOver ? names : nil
    }

    private func isInTitle(_ name: String) -> Bool {
        guard let title = frame.title else { return false }
        return TitleKey(name).isPart(of: TitleKey(page.text(of: page.scan.blocks[title])))
    }

    /// A short line with a date, or one that an element or its words mark as one.
    private func isDateLine(_ index: Int) -> Bool {
        let block = page.scan.blocks[index]
        guard block.count <= 120, !HeadZone.isCaption(block) else { return false }
        if block.inherited.contains(.date) { return true }
        let text = page.text(of: block)
        return DateScanner(text: text).first() != nil || DateLabels.saysPublished(text) || DateLabels.saysModified(text)
    }

    // MARK: Below the text

    /// A line below the text that says who posted or wrote it.
    private func closingLine() -> [String] {
        for index in frame.tail.prefix(16) where page.scan.blocks[index].count <= 90 {
            let text = page.text(of: page.scan.blocks[index])
            guard
                text.startsFolded(with: "posted by ") || text.startsFolded(with: "written by ")
                    || text.startsFolded(with: "published by ") || text.startsFolded(with: "publié par ")
                    || text.startsFolded(with: "publicado por ")
            else { continue }
            return EnglishByline.names(text)
        }
        return []
    }

    /// Who all the links to authors' pages below the text agree on.
    private func linkedBelow() -> [String] {
        let lines = (Array(frame.body.suffix(2)) + Array(frame.tail.prefix(16))).filter {
            page.scan.blocks[$0].inherited.isDisjoint(with: [
                .comment, .related, .ranking, .footer, .sidebar, .navigation,
            ])
        }
        var names: [String] = []
        for link in page.links(in: Set(lines)) where page.leadsToAuthor(link) {
            let text = page.text(ofElement: link)
            let isAuthors = page.attribute(.rel, of: link)?.containsFolded("author") == true
            guard isAuthors || text.containsFolded(" by ") else { continue }
            for name in EnglishByline.names(text) where !names.contains(name) { names.append(name) }
        }
        return names.count == 1 ? names : []
    }

    /// A name alone in bold, or behind a dash, as the last line of the text.
    private func lastLine() -> [String] {
        guard frame.body.count > 2, let index = frame.body.last else { return [] }
        let block = page.scan.blocks[index]
        guard block.count <= 60, block.kind == .paragraph || block.kind == .text, block.linkBytes == 0 else {
            return []
        }
        var text = page.text(of: block)
        let dash = ["—", "–", "-"].first { text.starts(with: $0) } as StaticString?
        if let dash { text = text.cut(from: dash.utf8CodeUnitCount).trimmed }
        guard block.flags.contains(.strong) || dash != nil else { return [] }
        let names = EnglishByline.names(text)
        guard PersonName.hasCapital(text), names.allSatisfy(PersonName.isShort) else { return [] }
        let length = names.reduce(0) { $0 + $1.utf8.count }
        return length + 6 * max(0, names.count - 1) + 2 >= text.count ? names : []
    }
}
