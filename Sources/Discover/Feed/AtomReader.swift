import Model

/// Reads Atom 1.0 (RFC 4287) and 0.3.
struct AtomReader {
    let document: FeedDocument
    private var tree: XMLTree { document.tree }
    private var texts: TextConstruct { TextConstruct(tree: tree) }

    init(document: FeedDocument) { self.document = document }

    /// The feed below a root element `feed`, or a single entry.
    func read(root: XMLTree.Index) -> Feed {
        var feed = Feed(kind: .atom)
        let fields = document.fields(of: root)
        feed.title = fields.first(.core, "title").flatMap { texts.atom($0)?.plain }
        feed.link = link(fields, rel: "alternate")
        feed.next = link(fields, rel: "next")
        feed.refresh = RefreshReader(tree: tree).read(fields)
        let authors = authors(fields)
        for index in tree.nodes.indices {
            let node = XMLTree.Index(index)
            guard feed.items.count < FeedReader.maximumItems else { break }
            guard tree.isElement(node), document.vocabulary(of: node) == .core, tree.name(of: node) == "entry",
                var item = entry(node)
            else { continue }
            if item.authors.isEmpty { item.authors = authors }
            feed.items.append(item)
        }
        feed.isDamaged = tree.isDamaged
        return feed
    }

    private func entry(_ node: XMLTree.Index) -> FeedItem? {
        let fields = document.fields(of: node)
        var item = FeedItem()
        item.title = (fields.first(.core, "title") ?? fields.first(.dublinCore, "title")).flatMap {
            texts.atom($0)?.plain
        }
        item.id = fields.first(.core, "id").flatMap(identifier)
        item.url = link(fields, rel: "alternate") ?? contentSource(fields) ?? document.resolve(item.id, at: node)
        item.published = time(fields, ["published", "issued", "created"]) ?? date(fields)
        item.updated = time(fields, ["updated", "modified"]) ?? date(fields)
        item.authors = authors(fields)
        if item.authors.isEmpty, let source = fields.first(.core, "source") {
            item.authors = self.authors(document.fields(of: source))
        }
        item.content = fields.first(.core, "content").flatMap(texts.atom)
        item.summary = fields.first(.core, "summary").flatMap(texts.atom) ?? item.content
        item.categories =
            (fields.all(.core, "category").flatMap(category)
            + fields.all(.dublinCore, "subject").compactMap { tree.rawText(of: $0).collapsed })
            .unique(atMost: FeedReader.maximumNames)
        return tree.isClosed(node) || item.url != nil ? item : nil
    }

    /// Label and term of a category, each where it is given.
    func category(_ node: XMLTree.Index) -> [String] {
        let named = ["label", "term"].compactMap { tree.attribute($0, of: node)?.collapsed }
        return named.isEmpty ? [tree.rawText(of: node).collapsed].compactMap(\.self) : named
    }

    /// The name in a person construct, else its address.
    func person(_ node: XMLTree.Index) -> String? {
        let fields = document.fields(of: node)
        for name in ["name", "email"] {
            let found = fields.first(.core, name) ?? fields.first(.atom, name)
            if let text = found.flatMap({ tree.rawText(of: $0).collapsed }) { return text }
        }
        return tree.hasElements(node) ? nil : PersonName.read(tree.rawText(of: node))
    }

    private func authors(_ fields: [FeedDocument.Field]) -> [String] {
        let people = fields.all(.core, "author").compactMap(person)
        let creators = fields.all(.dublinCore, "creator").compactMap { PersonName.read(tree.rawText(of: $0)) }
        return (people + creators).unique(atMost: FeedReader.maximumNames)
    }

    /// An id is an IRI: a relative one is taken against its base, any other stays as it is written.
    private func identifier(_ node: XMLTree.Index) -> String? {
        guard let text = tree.trimmedText(of: node) else { return nil }
        guard text.utf8.first == UInt8(ascii: "/") else { return text }
        return document.resolve(text, at: node)?.href ?? text
    }

    /// The first link of a relation; HTML before other types.
    private func link(_ fields: [FeedDocument.Field], rel: String) -> WebURL? {
        let links = fields.all(.core, "link").filter { relation(of: $0) == rel }
        let pages = links.filter { tree.attribute("type", of: $0).map { $0.contains("html") } ?? true }
        for node in pages + links {
            if let url = document.resolve(tree.attribute("href", of: node), at: node) { return url }
        }
        return nil
    }

    private func relation(of link: XMLTree.Index) -> String {
        let relation = tree.attribute("rel", of: link)?.lowercased() ?? "alternate"
        let registry = "http://www.iana.org/assignments/relation/"
        return relation.hasPrefix(registry) ? String(relation.dropFirst(registry.count)) : relation
    }

    private func contentSource(_ fields: [FeedDocument.Field]) -> WebURL? {
        fields.first(.core, "content").flatMap { document.resolve(tree.attribute("src", of: $0), at: $0) }
    }

    private func time(_ fields: [FeedDocument.Field], _ names: [String]) -> Timestamp? {
        for name in names {
            guard let text = fields.first(.core, name).flatMap(tree.trimmedText) else { continue }
            if let time = FeedDate.parse(text) { return time }
        }
        return nil
    }

    private func date(_ fields: [FeedDocument.Field]) -> Timestamp? {
        fields.first(.dublinCore, "date").flatMap(tree.trimmedText).flatMap { FeedDate.parse($0) }
    }
}
