/// How long to wait before a source is asked again, learnt from what it gave.
///
/// Something new halves the interval, nothing new lengthens it by half; it stays between its bounds.
package struct LearntInterval: Sendable, Equatable {
    package let minimum: Duration
    package let maximum: Duration
    package private(set) var current: Duration

    /// Begins at `current`, or where nothing was learnt yet at the minimum.
    package init(minimum: Duration, maximum: Duration, current: Duration? = nil) {
        self.minimum = minimum
        self.maximum = max(minimum, maximum)
        self.current = min(max(current ?? minimum, minimum), self.maximum)
    }

    /// Takes in what a fetch of the source gave.
    package mutating func learn(newArticles: Int) {
        current = newArticles > 0 ? max(minimum, current / 2) : min(maximum, current * 3 / 2)
    }
}
