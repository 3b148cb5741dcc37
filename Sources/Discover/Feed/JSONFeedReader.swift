import Model

/// Reads JSON Feed 1.0 and 1.1 (jsonfeed.org).
struct JSONFeedReader {
    let url: WebURL?

    /// The feed in a JSON object that has `items`; nil for any other JSON.
    func read(_ utf8: [UInt8]) -> Feed? {
        let (value, isDamaged) = JSONReader.read(utf8)
        guard let value, case .array(let items)? = value["items"] else { return nil }
        var feed = Feed(kind: .json)
        feed.title = text(value["title"])
        feed.link = link(value["home_page_url"])
        feed.next = link(value["next_url"])
        feed.isDamaged = isDamaged
        let authors = authors(value)
        for element in items.prefix(FeedReader.maximumItems) {
            guard var item = item(element), !isDamaged || item.url != nil else { continue }
            if item.authors.isEmpty { item.authors = authors }
            feed.items.append(item)
        }
        return feed
    }

    private func item(_ value: JSONValue) -> FeedItem? {
        guard case .object = value else { return nil }
        var item = FeedItem()
        item.title = text(value["title"])
        item.id = value["id"]?.text?.trimmed
        item.url =
            link(value["url"]) ?? link(value["external_url"]) ?? item.id.flatMap { WebLink.resolve($0, base: nil) }
        item.published = value["date_published"]?.text.flatMap { FeedDate.parse($0) }
        item.updated = value["date_modified"]?.text.flatMap { FeedDate.parse($0) }
        item.authors = authors(value)
        item.categories = (value["tags"]?.elements ?? []).compactMap(text).unique(atMost: FeedReader.maximumNames)
        item.content = body(value["content_html"], isMarkup: true) ?? body(value["content_text"], isMarkup: false)
        item.summary = body(value["summary"], isMarkup: false) ?? item.content
        return item
    }

    /// Version 1.1 has `authors`; 1.0 had one `author`.
    private func authors(_ value: JSONValue) -> [String] {
        let people = (value["authors"]?.elements ?? []) + [value["author"]].compactMap(\.self)
        return people.compactMap { text($0["name"]) }.unique(atMost: FeedReader.maximumNames)
    }

    private func link(_ value: JSONValue?) -> WebURL? { value?.text.flatMap { WebLink.resolve($0, base: url) } }

    private func text(_ value: JSONValue?) -> String? { value?.text?.collapsed }

    private func body(_ value: JSONValue?, isMarkup: Bool) -> FeedText? {
        value?.text?.trimmed.map { FeedText($0, isMarkup: isMarkup) }
    }
}
