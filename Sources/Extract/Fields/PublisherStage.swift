internal import HTML
internal import Model

/// Finds the outlet the story comes from (来源), else the outlet whose page it is.
struct PublisherStage {
    let page: Page
    let meta: MetaTags
    let linked: LinkedData
    let frame: ArticleFrame
    let credits: [ChineseCredits.Found]

    func candidates() -> Candidates<Publisher> {
        var found = Candidates<Publisher>()
        for item in credits where item.credit.kind == .source {
            let weight = item.place == .head ? 0.95 : 0.9
            found.offer(Publisher(name: item.credit.name, url: address(of: item.credit.name)), "byline", weight)
        }
        offerSourceElements(to: &found)
        if found.best == nil { offerBesideDate(to: &found) }
        if let article = linked.article {
            for name in linked.names(article["publisher"]).prefix(1) {
                found.offer(Publisher(name: Entities.decode(name), url: nil), "json-ld", 0.8)
            }
        }
        for (name, weight) in [("og:site_name", 0.7), ("application-name", 0.5), ("copyright", 0.3)]
            as [(StaticString, Double)]
        {
            if let value = meta.first(name), value.count <= 80 {
                found.offer(Publisher(name: Entities.decode(TextCleaner.clean(value)), url: nil), "meta", weight)
            }
        }
        if found.best == nil, let name = siteName() { found.offer(Publisher(name: name, url: nil), "title", 0.35) }
        return found
    }

    /// `2024-05-01 10:30 某某日报`: the word beside the date, where it ends as outlets do in Chinese.
    private func offerBesideDate(to found: inout Candidates<Publisher>) {
        for index in frame.head where page.scan.blocks[index].count <= 120 {
            let text = page.text(of: page.scan.blocks[index])
            guard text.contains(where: { $0 >= 0xE4 }), let date = DateScanner(text: text).first() else { continue }
            let parts = [text.cut(from: date.range.upperBound), text.cut(to: date.range.lowerBound)]
            guard let name = parts.lazy.compactMap({ outlet(in: $0) }).first else { continue }
            found.offer(Publisher(name: TextCleaner.clean(name), url: nil), "beside date", 0.72)
            return
        }
    }

    /// The first word that ends as outlets do; a section's name may end so, too (国际新闻), so that it counts as the first word alone.
    private func outlet(in part: Bytes) -> Bytes? {
        var isFirst = true
        var position = 0
        while position < part.count {
            let start = position
            while position < part.count, !PublisherStage.partsWords(part, at: position) {
                position += part.scalar(at: position).length
            }
            let word = part.cut(start..<position)
            if !word.isEmpty {
                let isOutlet = word.count >= 9 && word.count <= 36 && PublisherStage.endsAsOutlet(word)
                if isOutlet, isFirst || !(word.ends(with: "新闻") || word.ends(with: "在线")) { return word }
                isFirst = false
            }
            while position < part.count, PublisherStage.partsWords(part, at: position) {
                position += part.scalar(at: position).length
            }
        }
        return nil
    }

    /// White space, bars, slashes, and the marks of 《某报》（5月1日.
    private static func partsWords(_ text: Bytes, at position: Int) -> Bool {
        text.spaceLength(at: position) > 0 || text[position] == 0x7C || text[position] == 0x2F || text[position] == 0x28
            || ["｜", "／", "《", "》", "（"].contains { (mark: StaticString) in text.has(mark, at: position) }
    }

    static func endsAsOutlet(_ name: Bytes) -> Bool {
        [
            "网", "報", "报", "社", "台", "在线", "時報", "客户端", "周刊", "卫视", "新闻", "广播",
        ].contains { (ending: StaticString) in name.ends(with: ending) }
    }

    /// Where nothing else names the outlet: the end of the document's title, where the masthead or the site's host says the same
    /// or where it ends as outlets do.
    private func siteName() -> String? {
        guard let node = page.scan.title, let child = page.document.firstChild(node) else { return nil }
        let title = page.document.bytes(of: child).trimmed
        guard title.count <= 600 else { return nil }
        var start: Int?
        for mark in ["_", "|", "-", "｜", "—", "–"] as [StaticString] {
            var from = 0
            while let hit = title.find(mark, from: from) {
                from = hit + mark.utf8CodeUnitCount
                start = max(start ?? 0, from)
            }
        }
        guard let start, start < title.count else { return nil }
        let name = title.cut(from: start).trimmed
        guard name.count >= 4, name.count <= 60 else { return nil }
        let text = TextCleaner.clean(name)
        return PublisherStage.endsAsOutlet(name) || SiteNames(page: page, meta: meta, linked: linked).isSiteName(text)
            ? text : nil
    }

    /// Where the name of the source leads, if it is a link beside the article.
    private func address(of name: String) -> String? {
        var name = name
        return name.withUTF8 { name in
            let link = page.scan.elements.first { element in
                element.tag == .a && element.text.count == name.count && page.text(of: element).equals(name)
                    && (frame.head.contains(element.blocks.lowerBound)
                        || frame.tail.contains(element.blocks.lowerBound))
            }
            guard let link, let url = Addresses(page).resolve(page.document.attribute(.href, of: link.node)),
                url.path.utf8.count <= 1
            else { return nil }
            return url.href
        }
    }
}
