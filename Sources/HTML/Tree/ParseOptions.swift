/// How a document is parsed.
package struct ParseOptions: Sendable {
    /// Whether scripts would run: `noscript` is raw text then.
    package var scripting: Bool
    /// The deepest an element may lie, from 1 for `html`; at least 16. What would lie deeper becomes a sibling.
    package var maximumDepth: Int
    /// The element a fragment is parsed for; nil for a whole document.
    package var fragment: FragmentContext?

    package init(scripting: Bool = false, maximumDepth: Int = 512, fragment: FragmentContext? = nil) {
        self.scripting = scripting
        self.maximumDepth = max(maximumDepth, 16)
        self.fragment = fragment
    }
}

/// The element whose contents a fragment is (HTML Standard, 13.4); it has no attributes.
package struct FragmentContext: Sendable, Hashable {
    package var namespace: Namespace
    /// As the tree has it: lower case, but for SVG's names with capitals.
    package var name: String

    package init(namespace: Namespace = .html, name: String) {
        self.namespace = namespace
        self.name = name
    }

    /// `div`, `svg path` or `math mi`.
    package init(_ text: String) {
        if text.hasPrefix("svg ") {
            self.init(namespace: .svg, name: String(text.dropFirst(4)))
        } else if text.hasPrefix("math ") {
            self.init(namespace: .mathml, name: String(text.dropFirst(5)))
        } else {
            self.init(name: text)
        }
    }
}

/// How a page wants to be rendered; it decides whether a table closes a paragraph.
package enum QuirksMode: Sendable {
    case noQuirks, limitedQuirks, quirks
}

/// The document type declaration of a page.
package struct DocumentType: Sendable, Hashable {
    package let name: String
    /// Empty where missing.
    package let publicID: String
    /// Empty where missing.
    package let systemID: String
}
