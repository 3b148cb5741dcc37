internal import HTML

// The headline of a page whose document's title is the site's, the same on every page, or missing.

extension TitleStage {
    /// Only so many blocks from the top are looked at.
    private static let maximumBlocks = 300

    /// Where no candidate but the document's title was found, and the page shows nothing like that: what stands right above the first line
    /// of date and source, if it is a heading, or a line in Chinese that is no link.
    func offerAboveDate(to found: inout Candidates<String>, documentTitle: String?) {
        let key = documentTitle.map { TitleKey($0) }
        let blocks = page.scan.blocks.indices.prefix(TitleStage.maximumBlocks)
        for index in blocks.dropFirst() where isDateLine(page.scan.blocks[index]) {
            guard let above = (max(0, index - 2)..<index).last(where: { mayBeHeadline(page.scan.blocks[$0]) }) else {
                continue
            }
            let block = page.scan.blocks[above]
            let value = TextCleaner.clean(page.text(of: block))
            if let key, TitleKey(value).likeness(to: key) > 0 { return }
            found.offer(value, "above date", block.kind == .heading ? 0.66 : 0.64)
            return
        }
    }

    private func isDateLine(_ block: ScanBlock) -> Bool {
        guard block.count <= 240, block.linkBytes * 2 < block.count, block.inherited.isDisjoint(with: .junk) else {
            return false
        }
        let text = page.text(of: block)
        guard let date = DateScanner(text: text).first() else { return false }
        return date.range.lowerBound < 40 && (date.time != nil || date.range.count * 3 >= text.count)
    }

    private func mayBeHeadline(_ block: ScanBlock) -> Bool {
        guard block.count >= 12, block.count <= 240, block.linkBytes * 2 < block.count,
            block.inherited.isDisjoint(with: .junk)
        else { return false }
        let text = page.text(of: block)
        guard DateScanner(text: text).first() == nil, CreditReader(text: text).credits().isEmpty,
            Breadcrumb.label(text) == nil, !Breadcrumb.hasArrow(text), !BoilerplateText.isBoilerplate(text),
            !text.ends(with: "。")
        else { return false }
        return block.kind == .heading || text.scalar(at: 0).value >= 0x3400
    }
}
