internal import HTML
internal import Model

/// Finds where the page leads: the article's further pages, related stories, its tags.
struct LinkStage {
    let page: Page
    let meta: MetaTags
    let linked: LinkedData
    let frame: ArticleFrame
    private let addresses: Addresses

    init(page: Page, meta: MetaTags, linked: LinkedData, frame: ArticleFrame) {
        self.page = page
        self.meta = meta
        self.linked = linked
        self.frame = frame
        addresses = Addresses(page)
    }

    /// The next pages of the same article, on the same host.
    func nextPages() -> [String] {
        var found: [String] = []
        for node in page.scan.links where page.document.attribute(.rel, of: node)?.equalsFolded("next") == true {
            add(addresses.resolve(page.document.attribute(.href, of: node)), to: &found)
        }
        let start = frame.body.last ?? 0
        for element in page.scan.elements
        where element.tag == .a && element.blocks.lowerBound >= start && !element.text.isEmpty {
            guard element.blocks.lowerBound <= start + 40 else { break }
            let text = page.text(of: element)
            let isNext =
                text.equals("下一页") || text.equals("下页") || text.equalsFolded("next page") || text.equals("下一頁")
                || text.equals("次へ")
            if isNext { add(addresses.resolve(page.document.attribute(.href, of: element.node)), to: &found) }
        }
        return found
    }

    private func add(_ url: WebURL?, to found: inout [String]) {
        guard let url, url.href != page.url?.href, url.host == page.url?.host || page.url == nil,
            !found.contains(url.href)
        else { return }
        if found.count < 50 { found.append(url.href) }
    }

    /// Links in parts of the page that offer related stories.
    func related() -> [Link] {
        var found: [Link] = []
        for element in page.scan.elements where element.tag == .a && element.inherited.contains(.related) {
            guard found.count < 20, element.text.count >= 12, element.text.count <= 300,
                element.inherited.isDisjoint(with: [.comment, .share, .navigation, .footer, .advert])
            else { continue }
            guard let url = addresses.resolve(page.document.attribute(.href, of: element.node)),
                url.href != page.url?.href,
                !found.contains(where: { $0.url == url.href })
            else { continue }
            found.append(Link(title: TextCleaner.clean(page.text(of: element)), url: url.href))
        }
        return found
    }

    func tags() -> [String] {
        var found: [String] = meta.all("article:tag").map { TextCleaner.clean($0) }
        if found.isEmpty { found = shownTags() }
        if found.isEmpty, let words = linked.article?["keywords"] {
            found = words.elements.compactMap(\.text).flatMap { split($0) }
        }
        if found.isEmpty, let words = meta.first("news_keywords") ?? meta.first("keywords") {
            found = split(words.string)
        }
        var unique: [String] = []
        for tag in found where !tag.isEmpty && tag.utf8.count <= 80 && !unique.contains(tag) && unique.count < 30 {
            unique.append(tag)
        }
        return unique
    }

    private func shownTags() -> [String] {
        page.scan.elements.lazy.filter { element in
            element.tag == .a && element.inherited.contains(.tags) && !element.text.isEmpty && element.text.count <= 60
                && element.inherited.isDisjoint(with: [.navigation, .footer, .comment, .related, .header])
        }.prefix(30).map { Entities.decode(TextCleaner.clean(page.text(of: $0))) }
    }

    private func split(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == "，" || $0 == ";" || $0 == "、" }.map {
            Entities.decode(TextCleaner.clean(String($0)))
        }
    }
}
