/// The text of a piece of HTML.
enum PlainText {
    /// Tags off, references resolved, white space collapsed; nil where nothing is left.
    static func of(markup: String) -> String? {
        return markup.collapsed
    }
}
