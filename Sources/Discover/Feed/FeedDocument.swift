import Model

/// An XML feed that is being read: its tree, what counts as its own namespace, and its base.
struct FeedDocument {
    /// Whose words an element's name is taken from.
    enum Vocabulary: Hashable {
        case core, atom, dublinCore, dublinCoreTerms, content, syndication, itunes, media, xhtml, other
    }

    /// One child element, named.
    struct Field {
        let vocabulary: Vocabulary
        let name: String
        let node: XMLTree.Index
    }

    let tree: XMLTree
    let url: WebURL?
    /// The namespace of the root element, when the root belongs to the feed's own words.
    let core: XMLNamespace

    /// The child elements of a node that were closed.
    func fields(of node: XMLTree.Index) -> [Field] {
        tree.elements(of: node).map { Field(vocabulary: vocabulary(of: $0), name: tree.name(of: $0), node: $0) }
    }

    func vocabulary(of node: XMLTree.Index) -> Vocabulary {
        let namespace = tree.namespace(of: node)
        if namespace == .none || namespace == core || namespace == .rss { return .core }
        return switch namespace {
        case .atom: .atom
        case .dublinCore: .dublinCore
        case .dublinCoreTerms: .dublinCoreTerms
        case .content: .content
        case .syndication: .syndication
        case .itunes: .itunes
        case .media: .media
        case .xhtml: .xhtml
        default: .other
        }
    }

    /// An absolute http or https URL for a link that stands at a node; nil for anything else.
    func resolve(_ text: String?, at node: XMLTree.Index) -> WebURL? {
        guard let text = text?.trimmed else { return nil }
        return WebLink.resolve(text, base: base(of: node))
    }

    /// The base for links at a node: the document's URL, and the xml:base of the node and its ancestors (XML Base).
    func base(of node: XMLTree.Index) -> WebURL? {
        var bases: [String] = []
        var ancestor: XMLTree.Index? = node
        while let index = ancestor, bases.count < 8 {
            if let base = tree.attribute("base", .xml, of: index) { bases.append(base) }
            ancestor = tree.parent(of: index)
        }
        return bases.reversed().reduce(url) { outer, base in WebLink.resolve(base, base: outer) ?? outer }
    }
}

extension [FeedDocument.Field] {
    /// The first child of a name.
    func first(_ vocabulary: FeedDocument.Vocabulary, _ name: String) -> XMLTree.Index? {
        first { $0.vocabulary == vocabulary && $0.name == name }?.node
    }

    /// All children of a name.
    func all(_ vocabulary: FeedDocument.Vocabulary, _ name: String) -> [XMLTree.Index] {
        filter { $0.vocabulary == vocabulary && $0.name == name }.map(\.node)
    }
}
