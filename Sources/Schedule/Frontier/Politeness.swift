/// How gently a host is treated.
package struct Politeness: Sendable, Equatable {
    /// From one start to the next.
    package var minimumDelay: Duration
    /// Transfers at once.
    package var maximumConcurrency: Int
    /// Starts within an hour that begins with the first of them; nil for any number.
    package var maximumPerHour: Int?

    package init(minimumDelay: Duration, maximumConcurrency: Int, maximumPerHour: Int? = nil) {
        self.minimumDelay = minimumDelay
        self.maximumConcurrency = max(1, maximumConcurrency)
        self.maximumPerHour = maximumPerHour.map { max(1, $0) }
    }
}
