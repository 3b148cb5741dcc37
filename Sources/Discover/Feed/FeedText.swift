/// Text of a feed, which is either markup or plain.
package struct FeedText: Hashable, Sendable {
    /// As the feed carries it: HTML where ``isMarkup``, relative links left as they are.
    package let value: String
    package let isMarkup: Bool

    package init(_ value: String, isMarkup: Bool) {
        self.value = value
        self.isMarkup = isMarkup
    }

    /// The text a reader sees, white space collapsed; nil where there is none.
    package var plain: String? { isMarkup ? PlainText.of(markup: value) : value.collapsed }
}
