internal import HTML

/// What the page's JSON-LD says: the node of the article and those around it.
struct LinkedData {
    /// Every object with a type or a `pubDate`, through graphs and arrays.
    private(set) var nodes: [JSONValue] = []
    /// The node of the article, else of the page.
    private(set) var article: JSONValue?

    private static let maximumNodes = 500

    init(_ page: Page) {
        for script in page.scan.jsonScripts.prefix(24) {
            guard let child = page.document.firstChild(script) else { continue }
            for value in JSONReader.read(page.document.bytes(of: child)) { collect(value, depth: 0) }
        }
        article = choose()
    }

    private mutating func collect(_ value: JSONValue, depth: Int) {
        guard depth < 6, nodes.count < LinkedData.maximumNodes else { return }
        if case .array(let values) = value {
            for value in values { collect(value, depth: depth + 1) }
            return
        }
        guard case .object = value else { return }
        // Chinese pages describe themselves to search engines without a type: title, pubDate, upDate.
        if value["@type"] != nil || value["pubDate"] != nil { nodes.append(value) }
        for key in ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"] as [StaticString] {
            if let inner = value[key] { collect(inner, depth: depth + 1) }
        }
    }

    /// The first article; a page's node only where there is none.
    private func choose() -> JSONValue? {
        nodes.first { LinkedData.isArticle($0) } ?? nodes.first { LinkedData.has($0, type: "WebPage") }
    }

    static func isArticle(_ node: JSONValue) -> Bool {
        types(node).contains { type in
            type.ends(with: "Article") || type.ends(with: "Posting") || type.equals("Report") || type.equals("Review")
                || type.equals("Recipe")
        }
    }

    static func types(_ node: JSONValue) -> [Bytes] { node["@type"]?.elements.compactMap(\.raw) ?? [] }

    static func has(_ node: JSONValue, type: StaticString) -> Bool { types(node).contains { $0.equals(type) } }

    /// The node that a value refers to by `@id`, or the value itself.
    func resolved(_ value: JSONValue) -> JSONValue {
        guard value["name"] == nil, let id = value["@id"]?.raw else { return value }
        return nodes.first { $0["name"] != nil && $0["@id"]?.raw?.equals(id) == true } ?? value
    }

    /// The names of a person, an organisation, or an array of either.
    func names(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        return value.elements.flatMap { element -> [String] in
            let node = resolved(element)
            return node.text.map { [$0] } ?? node["name"]?.elements.compactMap(\.text) ?? []
        }
    }

    /// The address of a picture, or of the first of several.
    func address(_ value: JSONValue?) -> String? {
        guard let first = value?.elements.first else { return nil }
        if let text = first.text { return text }
        let node = nodes.first { $0["@id"]?.raw.map { id in first["@id"]?.raw?.equals(id) == true } == true } ?? first
        return node["url"]?.elements.first?.text ?? node["contentUrl"]?.text
    }
}
