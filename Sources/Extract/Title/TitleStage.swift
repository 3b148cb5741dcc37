internal import HTML

/// Chooses the headline among the page's heading, its metadata and its title element.
struct TitleStage {
    let page: Page
    let meta: MetaTags
    let linked: LinkedData
    /// What the feed or list called the page.
    let hint: String?

    /// Longer titles are none.
    private static let maximumBytes = 1000

    func candidates() -> Candidates<String> {
        var found = Candidates<String>()
        let siteNames = SiteNames(page: page, meta: meta, linked: linked)
        let documentTitle = page.scan.title.flatMap { titleText($0) }
        let announced = announced(siteNames)
        for (value, rule, confidence) in announced { found.offer(value, rule, confidence) }
        if let documentTitle {
            let cut = siteNames.cut(documentTitle)
            found.offer(cut, "title", siteNames.isSiteName(cut) ? 0.5 : 0.6)
            found.offer(PageTitleCut(page: page).headline(documentTitle), "title:shown", 0.9)
        }
        if let shown = found.best?.value { found.offer(original(endOf: shown), "original title", 0.95) }
        offerHeadings(to: &found, references: announced.map(\.0), documentTitle)
        if found.best.map({ $0.rule == "title" }) == true {
            offerTitleElements(to: &found, documentTitle: documentTitle)
        }
        if found.best.map({ $0.rule == "title" }) ?? true {
            offerAboveDate(to: &found, documentTitle: documentTitle)
        }
        return found
    }

    /// Where no heading agrees with the document's title: what a class calls the title.
    private func offerTitleElements(to found: inout Candidates<String>, documentTitle: String?) {
        let key = TitleKey(documentTitle ?? "")
        for block in page.scan.blocks where block.flags.contains(.title) && block.linkBytes * 2 < block.count {
            guard block.count >= 12, block.count <= 300,
                block.inherited.isDisjoint(with: .junk), !key.isEmpty
            else { continue }
            let value = TextCleaner.clean(page.text(of: block))
            found.offer(value, "class:title", TitleKey(value).likeness(to: key) > 0.3 ? 0.7 : 0.62)
            return
        }
    }

    /// 原标题: where the title shown is the original one behind an advertisement in brackets.
    private func original(endOf title: String) -> String? {
        guard let last = title.firstIndex(of: "]") ?? title.firstIndex(of: "】"),
            title.hasPrefix("[") || title.hasPrefix("【")
        else { return nil }
        let rest = TextCleaner.clean(String(title[title.index(after: last)...]))
        let isOriginal = page.scan.blocks.contains { block in
            block.count < 400 && page.text(of: block).contains("原标题") && TitleKey(rest).count > 5
                && TitleKey(rest).isPart(of: TitleKey(page.text(of: block)))
        }
        return isOriginal ? rest : nil
    }

    private func titleText(_ node: NodeID) -> String? {
        guard let child = page.document.firstChild(node) else { return nil }
        let text = TextCleaner.clean(page.document.bytes(of: child).cut(to: TitleStage.maximumBytes))
        return text.isEmpty ? nil : text
    }

    private func announced(_ siteNames: SiteNames) -> [(String, String, Double)] {
        var found: [(String, String, Double)] = []
        func add(_ value: String?, _ rule: String, _ confidence: Double) {
            guard let value, !value.isEmpty, value.utf8.count <= TitleStage.maximumBytes else { return }
            let cut = siteNames.cut(value)
            if !siteNames.isSiteName(cut) { found.append((cut, rule, confidence)) }
        }
        if let article = linked.article, LinkedData.isArticle(article) {
            add(article["headline"]?.text.map(Entities.decode), "json-ld", 0.8)
        }
        add(meta.first("og:title").map { Entities.decode(TextCleaner.clean($0)) }, "og:title", 0.78)
        add(meta.first("twitter:title").map { Entities.decode(TextCleaner.clean($0)) }, "twitter:title", 0.7)
        add(meta.first("title").map { Entities.decode(TextCleaner.clean($0)) }, "meta:title", 0.65)
        add(hint.map(Entities.decode), "feed", 0.63)
        return found
    }

    /// Headings count by how much of an announced title they are.
    private func offerHeadings(
        to found: inout Candidates<String>, references: [String], _ documentTitle: String?
    ) {
        let keys = (references + [documentTitle].compactMap { $0 }).map(TitleKey.init)
        lazy var heads = documentTitle.map(PageTitleCut.heads) ?? []
        let home = HomeLinks(page: page)
        for index in page.scan.headings.prefix(60) {
            let element = page.scan.elements[index]
            let text = page.text(of: element)
            guard text.count >= 6, text.count < 600 else { continue }
            let value = TextCleaner.clean(text)
            let key = TitleKey(value)
            let isFirstLevel = element.tag == .h1
            let least = isFirstLevel ? 0.3 : element.flags.contains(.title) ? 0.4 : 0.8
            var likeness = 0.0
            for reference in keys where likeness < 1 {
                likeness = max(likeness, key.likeness(to: reference, atLeast: max(least, likeness)))
            }
            if isFirstLevel, likeness < 0.9, heads.contains(where: { $0 == key }) { likeness = 0.9 }
            let isJunk =
                home.isMasthead(index)
                || !element.inherited.isDisjoint(with: [
                    .comment, .related, .sidebar, .footer, .navigation, .ranking,
                ])
            guard isFirstLevel || likeness > 0.8 || element.flags.contains(.title) && likeness > 0.4 else { continue }
            var confidence = isFirstLevel ? 0.55 : 0.45
            confidence += 0.4 * likeness
            if isJunk { confidence -= 0.4 }
            if likeness < 1, keys.contains(where: { $0.count >= 8 && $0.isStart(of: key) && $0.count * 2 > key.count })
            {
                // The heading holds more than the headline: a button, a label.
                confidence = min(confidence, 0.76)
            }
            found.offer(value, element.tag == .h1 ? "h1" : "heading", confidence)
        }
    }
}
