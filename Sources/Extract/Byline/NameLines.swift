internal import HTML

// Lines above the text that have a name, and nothing that says so.

extension BylineLines {
    /// A name with nothing else but the date, an office or an outlet, beside the date or above what its owner does.
    func nameLine() -> [String] {
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
}
