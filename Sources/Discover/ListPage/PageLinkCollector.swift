import HTML
import Model

/// Collects a page's anchors with their texts and their places.
struct PageLinkCollector {
    private static let maximumAnchors = 20_000
    private static let maximumAncestors = 64

    let document: Document
    let base: WebURL

    /// All anchors that lead to a web page, in document order.
    func links() -> [PageLink] {
        let base = document.base(base)
        var links: [PageLink] = []
        for node in document.descendants(of: document.root) where document.isElement(node, .a) {
            guard links.count < PageLinkCollector.maximumAnchors else { break }
            guard let href = document.attributeString(.href, of: node)?.trimmed, href.utf8.first != UInt8(ascii: "#"),
                let url = WebLink.resolve(href, base: base)
            else { continue }
            let place = place(of: node)
            links.append(
                PageLink(
                    url: url.withoutFragment, text: text(of: node), isBoilerplate: place.isBoilerplate,
                    block: place.block))
        }
        return links
    }

    /// The headline in an anchor: a heading in it, else its text; the title attribute where the text was cut short; else a picture's
    /// alternative text.
    private func text(of anchor: NodeID) -> String? {
        var picture: String?
        for node in document.descendants(of: anchor) {
            switch document.tag(node) {
            case .h1, .h2, .h3, .h4, .h5, .h6:
                if let heading = document.text(of: node).collapsed { return heading }
            case .img where picture == nil: picture = document.attributeString(.alt, of: node)?.collapsed
            default: break
            }
        }
        let text = document.text(of: anchor).collapsed
        let title = document.attributeString(.title, of: anchor)?.collapsed
        guard let text else { return title ?? picture }
        let isCut = ["…", "...", ".."].contains { text.hasSuffix($0) }
        if isCut, let title, title.utf8.count > text.utf8.count { return title }
        return text
    }

    /// Whether an anchor stands in navigation, and a number that is equal for anchors in like surroundings.
    private func place(of anchor: NodeID) -> (isBoilerplate: Bool, block: Int) {
        var hasher = BlockHasher()
        var isBoilerplate = false
        var isInHeader = false
        var ancestor = document.parent(anchor)
        for level in 0..<PageLinkCollector.maximumAncestors {
            guard let node = ancestor, document.kind(node) == .element else { break }
            let tag = document.tag(node)
            if level < 5 { hasher.add(tag: tag, classes: document.attribute(.class, of: node)) }
            switch tag {
            case .nav, .footer: isBoilerplate = true
            case .header: isInHeader = true
            // The header of an article, a section or a row holds its headline.
            case .article, .main, .section, .li: isInHeader = false
            default: break
            }
            if !isBoilerplate, isNamedBoilerplate(node) { isBoilerplate = true }
            ancestor = document.parent(node)
        }
        return (isBoilerplate || isInHeader, hasher.value)
    }

    private func isNamedBoilerplate(_ node: NodeID) -> Bool {
        if let role = document.attributeString(.role, of: node) {
            if ["navigation", "contentinfo", "menu", "menubar"].contains(role) { return true }
        }
        for name in [AttributeName.class, .id] {
            guard let value = document.attribute(name, of: node) else { continue }
            if BoilerplateNames.occur(in: value) { return true }
        }
        return false
    }
}

/// The tags and classes of the nearest ancestors, as one number; digits in classes do not count (`row-1`, `row-2`).
private struct BlockHasher {
    private(set) var value: Int = 0x1234_5678

    mutating func add(tag: Tag, classes: UnsafeBufferPointer<UInt8>?) {
        mix(Int(tag.rawValue))
        for byte in (classes ?? UnsafeBufferPointer(start: nil, count: 0)).prefix(64) where byte < 0x30 || byte > 0x39 {
            mix(Int(byte))
        }
        mix(0x1_0001)
    }

    private mutating func mix(_ number: Int) { value = (value ^ number) &* 0x100_0000_01B3 }
}
