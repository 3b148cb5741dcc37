package import Model

/// Whether a source that used to publish has fallen silent.
///
/// The longest pause between two looks that gave something new is remembered, and fades by a sixteenth with each such look. Silence is
/// three times that pause, and a day at least.
package struct Silence: Sendable, Equatable {
    /// What is taken for the source's longest pause; nil until it has given something new twice.
    package private(set) var longestPause: Duration?

    package static let factor = 3
    package static let minimum = Duration.seconds(86_400)

    package init(longestPause: Duration? = nil) { self.longestPause = longestPause }

    /// Something new came, that long after what came before.
    package mutating func learn(pause: Duration) {
        let pause = max(pause, .zero)
        longestPause = longestPause.map { max($0 * 15 / 16, pause) } ?? pause
    }

    /// How long it may give nothing new; nil where nobody knows yet.
    ///
    /// - Parameter fixed: what the user said; it goes before what was learnt.
    package func limit(fixed: Duration?) -> Duration? {
        fixed ?? longestPause.map { max($0 * Silence.factor, Silence.minimum) }
    }

    /// Since when it has been silent; nil where it is not, or never gave anything.
    package func began(lastArticle: Timestamp?, fixed: Duration?, now: Timestamp) -> Timestamp? {
        guard let lastArticle, let limit = limit(fixed: fixed) else { return nil }
        return lastArticle.duration(to: now) > limit ? lastArticle : nil
    }
}
