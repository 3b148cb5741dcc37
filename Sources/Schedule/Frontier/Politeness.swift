/// How gently a host is treated.
package struct Politeness: Sendable, Equatable {
    /// From one start to the next.
    package var minimumDelay: Duration
    /// Transfers at once.
    package var maximumConcurrency: Int

    package init(minimumDelay: Duration, maximumConcurrency: Int) {
        self.minimumDelay = minimumDelay
        self.maximumConcurrency = max(1, maximumConcurrency)
    }
}
