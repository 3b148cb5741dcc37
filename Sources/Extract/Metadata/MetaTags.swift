internal import HTML

/// The page's meta elements as names and values.
struct MetaTags {
    /// Names as written; values without white space at the ends, never empty.
    private(set) var tags: [(name: Bytes, value: Bytes)] = []

    init(_ page: Page) {
        for node in page.scan.metas.prefix(300) {
            guard let value = page.document.attribute(.content, of: node)?.trimmed, !value.isEmpty else { continue }
            for name in [AttributeName.property, .name, .itemprop, .httpEquiv] {
                if let key = page.document.attribute(name, of: node)?.trimmed { tags.append((key, value)) }
            }
        }
    }

    /// The first value under the name, which is in lower case.
    func first(_ name: StaticString) -> Bytes? { tags.first { $0.name.equalsFolded(name) }?.value }

    func all(_ name: StaticString) -> [Bytes] { tags.lazy.filter { $0.name.equalsFolded(name) }.map(\.value) }
}
