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
        return found
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

    private func offerSourceElements(to found: inout Candidates<Publisher>) {
        let first = frame.body.first ?? 0
        for index in page.scan.elements.indices {
            let element = page.scan.elements[index]
            guard element.flags.contains(.source), element.text.count >= 3, element.text.count <= 60,
                frame.head.contains(element.blocks.lowerBound) || element.blocks.lowerBound == first,
                element.inherited.isDisjoint(with: [.comment, .related, .navigation])
            else { continue }
            let text = page.text(of: element)
            guard !text.isEmpty, DateScanner(text: text).first() == nil, text.contains(where: \.isWordByte),
                CreditReader(text: text).credits().isEmpty, !text.contains("：")
            else { continue }
            found.offer(Publisher(name: TextCleaner.clean(text), url: nil), "class:source", 0.86)
        }
    }
}
