import Model

/// One anchor of a page, with what its place says about it.
struct PageLink: Sendable {
    /// Absolute, without its fragment.
    var url: WebURL
    /// The anchor's text, white space collapsed; nil for a picture alone.
    var text: String?
    /// Whether it stands in navigation, a header or a footer.
    var isBoilerplate: Bool
    /// The elements and classes around it: equal for the rows of one list.
    var block: Int
}
