import Model

/// Reads RSS 0.9x, 1.0 and 2.0, and CDF, with the modules that news feeds use.
struct RSSReader {
    let document: FeedDocument
    private var tree: XMLTree { document.tree }
    private var texts: TextConstruct { TextConstruct(tree: tree) }

    init(document: FeedDocument) { self.document = document }

    /// The feed; nil where the document has neither a channel nor an item.
    func read(kind: Feed.Kind) -> Feed? {
        var feed = Feed(kind: kind)
        var hasChannel = false
        for index in tree.nodes.indices {
            let node = XMLTree.Index(index)
            guard tree.isElement(node), document.vocabulary(of: node) == .core else { continue }
            switch tree.name(of: node) {
            case "channel" where !hasChannel:
                hasChannel = true
                readChannel(node, into: &feed)
            case "item" where feed.items.count < FeedReader.maximumItems:
                if let item = item(node) { feed.items.append(item) }
            default: break
            }
        }
        feed.isDamaged = tree.isDamaged
        return hasChannel || !feed.items.isEmpty ? feed : nil
    }

    private func readChannel(_ channel: XMLTree.Index, into feed: inout Feed) {
        let fields = document.fields(of: channel)
        feed.title = title(fields)
        feed.link = link(fields)
        feed.next = atomLink(fields, rel: "next")
        feed.refresh = RefreshReader(tree: tree).read(fields)
    }

    /// An item that the end of a cut document left open counts by what is complete in it.
    private func item(_ node: XMLTree.Index) -> FeedItem? {
        let fields = document.fields(of: node)
        let about = tree.attribute("about", .rdf, of: node) ?? tree.attribute("about", of: node)
        guard tree.isClosed(node) || !fields.isEmpty else { return nil }
        var item = FeedItem()
        let guid = fields.first(.core, "guid")
        item.title = title(fields)
        item.id = guid.flatMap { tree.trimmedText(of: $0) } ?? about
        item.url =
            link(fields) ?? permanentLink(guid) ?? document.resolve(about ?? item.id, at: node)
            ?? document.resolve(tree.attribute("href", of: node), at: node)
        readTimes(fields, into: &item)
        item.authors = authors(fields)
        item.categories = categories(fields)
        readBody(fields, into: &item)
        return tree.isClosed(node) || item.url != nil ? item : nil
    }

    private func title(_ fields: [FeedDocument.Field]) -> String? {
        let node = fields.first(.core, "title") ?? fields.first(.dublinCore, "title") ?? fields.first(.itunes, "title")
        if let node, let title = texts.rss(node)?.plain { return title }
        return (fields.first(.atom, "title") ?? fields.first(.media, "title")).flatMap { texts.atom($0)?.plain }
    }

    /// The last link counts where there are several; one with an href is a link too.
    private func link(_ fields: [FeedDocument.Field]) -> WebURL? {
        for node in fields.all(.core, "link").reversed() {
            guard isAlternate(node) else { continue }
            let text = tree.trimmedText(of: node) ?? tree.attribute("href", of: node)
            if let url = document.resolve(text, at: node) { return url }
        }
        return atomLink(fields, rel: "alternate")
    }

    private func isAlternate(_ node: XMLTree.Index) -> Bool {
        (tree.attribute("rel", of: node) ?? "alternate").lowercased() == "alternate"
    }

    private func atomLink(_ fields: [FeedDocument.Field], rel: String) -> WebURL? {
        for node in fields.all(.atom, "link")
        where (tree.attribute("rel", of: node) ?? "alternate").lowercased() == rel {
            if let url = document.resolve(tree.attribute("href", of: node), at: node) { return url }
        }
        return nil
    }

    private func permanentLink(_ guid: XMLTree.Index?) -> WebURL? {
        guard let guid, tree.attribute("ispermalink", of: guid)?.lowercased() != "false" else { return nil }
        return document.resolve(tree.trimmedText(of: guid), at: guid)
    }
}

extension RSSReader {
    private func readTimes(_ fields: [FeedDocument.Field], into item: inout FeedItem) {
        let date = time(fields.first(.dublinCore, "date"))
        item.published =
            time(fields.first(.core, "pubdate")) ?? time(fields.first(.atom, "published")) ?? date
            ?? time(fields.first(.dublinCoreTerms, "issued")) ?? time(fields.first(.dublinCoreTerms, "created"))
        item.updated =
            time(fields.first(.atom, "updated")) ?? time(fields.first(.dublinCoreTerms, "modified")) ?? date
    }

    private func time(_ node: XMLTree.Index?) -> Timestamp? {
        node.flatMap { tree.trimmedText(of: $0) }.flatMap { FeedDate.parse($0) }
    }

    private func authors(_ fields: [FeedDocument.Field]) -> [String] {
        let named = ["author", "creator"].flatMap { fields.all(.core, $0) + fields.all(.dublinCore, $0) }
        var names = named.compactMap { PersonName.read(plain($0)) }
        if names.isEmpty {
            names = fields.all(.atom, "author").compactMap { AtomReader(document: document).person($0) }
        }
        if names.isEmpty { names = fields.all(.itunes, "author").compactMap { PersonName.read(plain($0)) } }
        return names.unique(atMost: FeedReader.maximumNames)
    }

    private func categories(_ fields: [FeedDocument.Field]) -> [String] {
        var labels = fields.all(.core, "category").compactMap { plain($0) }
        for node in fields.all(.itunes, "keywords") {
            labels += tree.rawText(of: node).split(separator: ",").compactMap(\.collapsed)
        }
        labels += fields.all(.dublinCore, "subject").compactMap { plain($0) }
        labels += fields.all(.atom, "category").flatMap { AtomReader(document: document).category($0) }
        return labels.unique(atMost: FeedReader.maximumNames)
    }

    private func plain(_ node: XMLTree.Index) -> String? { texts.rss(node)?.plain }

    private func readBody(_ fields: [FeedDocument.Field], into item: inout FeedItem) {
        let description = (fields.first(.core, "description") ?? fields.first(.core, "abstract")).flatMap(texts.rss)
        let other = fields.first(.core, "summary").flatMap(texts.rss)
        let body =
            fields.first(.content, "encoded") ?? fields.first(.core, "fullitem") ?? fields.first(.core, "body")
            ?? fields.first(.xhtml, "body")
        let content = body.flatMap(texts.rss) ?? fields.first(.atom, "content").flatMap(texts.atom)
        item.content = content ?? (description == nil ? nil : other)
        item.summary = description ?? other ?? moduleSummary(fields) ?? content
    }

    private func moduleSummary(_ fields: [FeedDocument.Field]) -> FeedText? {
        let node =
            fields.first(.dublinCore, "description") ?? fields.first(.itunes, "summary")
            ?? fields.first(.media, "description")
        return node.flatMap(texts.rss) ?? fields.first(.atom, "summary").flatMap(texts.atom)
    }
}

extension [String] {
    /// Each text once, in order, and no more than so many.
    func unique(atMost limit: Int) -> [String] {
        var seen: Set<String> = []
        var kept: [String] = []
        for text in self where kept.count < limit && seen.insert(text).inserted { kept.append(text) }
        return kept
    }
}
