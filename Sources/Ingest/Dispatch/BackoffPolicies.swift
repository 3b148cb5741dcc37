internal import Schedule

extension BackoffPolicy {
    /// For a source's own page: it is never given up, and comes back by itself.
    static let source = BackoffPolicy(initial: .seconds(60), maximum: .seconds(6 * 3600))
    /// For an article: a few tries within the hour.
    static let article = BackoffPolicy(initial: .seconds(30), maximum: .seconds(3600), factor: 4)

    /// How often an article is tried before it waits for its source to name it again.
    static let maximumArticleAttempts = 4
}
