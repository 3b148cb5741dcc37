import Decode
package import Model

/// A source that an OPML file names.
package struct OPMLOutline: Sendable, Equatable {
    /// For people; the feed's or the site's name.
    package var title: String?
    /// The feed, or the page of a source that is none.
    package var url: WebURL
    /// `rss` in most files; empty where there is none.
    package var type: String
    package var language: String?
    /// The settings in our own namespace, in the file's order: the configuration's keys (`every`, `article_pattern`) and their values
    /// as YAML has them.
    package var settings: [(name: String, value: String)]

    package static func == (left: OPMLOutline, right: OPMLOutline) -> Bool {
        left.title == right.title && left.url == right.url && left.type == right.type && left.language == right.language
            && left.settings.elementsEqual(right.settings, by: ==)
    }
}

/// Reads subscription lists in OPML 1.0 and 2.0, folders within folders, as feed readers write them.
///
/// Bounded and linear; broken XML is repaired as a feed's is. The namespace of our settings is ``namespace``.
package enum OPMLReader {
    /// The namespace of our settings, on the attributes of an `outline`.
    package static let namespace = "urn:newsreel:opml"
    /// Outlines beyond these are left out.
    package static let maximumOutlines = 100_000

    /// The outlines with an address, in the file's order, each address once.
    ///
    /// Throws `empty` for nothing, `notAnOutline` for anything that is no OPML.
    package static func read(_ bytes: [UInt8]) throws(DiscoverError) -> [OPMLOutline] {
        guard !bytes.isEmpty else { throw DiscoverError(.empty, url: nil, found: "nothing") }
        let tree = XMLReader.read(PageDecoder.decode(bytes, contentType: nil, kind: .xml).utf8)
        guard let root = tree.root, tree.name(of: root) == "opml" else {
            let name = tree.root.map { "a document <\(tree.name(of: $0))>" } ?? "no XML"
            throw DiscoverError(.notAnOutline, url: nil, found: name)
        }
        var outlines: [OPMLOutline] = []
        var seen: Set<WebURL> = []
        for node in tree.descendants(of: root) where tree.isElement(node) && tree.name(of: node) == "outline" {
            guard outlines.count < maximumOutlines else { break }
            guard let outline = outline(node, tree), seen.insert(outline.url).inserted else { continue }
            outlines.append(outline)
        }
        return outlines
    }

    private static func outline(_ node: XMLTree.Index, _ tree: XMLTree) -> OPMLOutline? {
        func text(_ name: String) -> String? { tree.attribute(name, of: node)?.trimmed }
        let settings = tree.attributes(.newsreel, of: node)
        // A page is a source where we said so; in other files a link is a bookmark.
        let address = text("xmlurl") ?? (settings.isEmpty ? nil : text("url") ?? text("htmlurl"))
        guard let address, let url = WebLink.resolve(address, base: nil) else { return nil }
        return OPMLOutline(
            title: (text("title") ?? text("text"))?.collapsed, url: url, type: text("type") ?? "",
            language: text("language"), settings: settings)
    }
}

extension XMLTree {
    /// All attributes of a namespace, by their local names in lower case.
    fileprivate func attributes(_ namespace: XMLNamespace, of node: Index) -> [(name: String, value: String)] {
        nodes[Int(node)].attributes.compactMap { index in
            let attribute = attributes[Int(index)]
            guard namespaces[Int(attribute.namespace)] == namespace else { return nil }
            return (names[Int(attribute.name)], string(attribute.value))
        }
    }
}
