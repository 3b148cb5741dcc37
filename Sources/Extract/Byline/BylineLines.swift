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
        let links = linked()
        add(cut(byLine(), by: links), "by", 0.84, to: &found)
        add(links, "author link", 0.835, to: &found)
        if !found.isEmpty { return found }
        add(closingLine(), "by", 0.7, to: &found)
        add(nameLine(), "name line", 0.6, to: &found)
        add(linkedBelow(), "author link below", 0.56, to: &found)
        add(lastLine(), "last line", 0.55, to: &found)
        return found
    }

    /// The links' names where the line's are the same with a word run on: `Ann Leeon May 2`.
    private func cut(_ names: [String], by links: [String]) -> [String] {
        guard names != links, names.count == links.count else { return names }
        let isRunOn = zip(names, links).allSatisfy { name, link in
            let rest = name.utf8.dropFirst(link.utf8.count)
            return name.hasPrefix(link) && rest.first != 0x20 && rest.count <= 4
        }
        return isRunOn ? links : names
    }

    /// More names lead a little: one line may be a shorter form of the other.
    private func add(_ names: [String], _ rule: String, _ confidence: Double, to found: inout [Reading]) {
        guard !names.isEmpty else { return }
        found.append(
            Reading(names: names, rule: rule, confidence: confidence + 0.004 * Double(min(names.count, 8) - 1)))
    }

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
            || saysByBehindDate(text)
    }

    /// `May 1, 2024 by Ann Lee`, `Last updated on May 1, 2024 By Ann Lee`.
    private static func saysByBehindDate(_ text: Bytes) -> Bool {
        guard let by = text.cut(to: 80).findFolded(" by "), let date = DateScanner(text: text).first(before: by),
            date.range.upperBound <= by, date.range.lowerBound < 32
        else { return false }
        return !EnglishByline.names(text.cut(from: by + 4)).isEmpty
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
}
