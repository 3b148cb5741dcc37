import HTML

/// The text of a piece of HTML.
enum PlainText {
    /// Tags off, references resolved, white space collapsed; nil where nothing is left.
    static func of(markup: String) -> String? {
        guard markup.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return markup.collapsed
        }
        let document = Document.parse(Array(markup.utf8), options: ParseOptions(fragment: FragmentContext("div")))
        return document.text(of: document.root).collapsed
    }
}
