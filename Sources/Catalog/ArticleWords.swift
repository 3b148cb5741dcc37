/// An article's words as the full-text index takes them.
package struct ArticleWords: Sendable {
    let title: String
    let body: String

    package init(title: String?, text: String) {
        self.title = IndexedWords.of(title ?? "")
        body = IndexedWords.of(text)
    }
}
