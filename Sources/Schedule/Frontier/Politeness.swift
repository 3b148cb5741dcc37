/// How gently a host is treated.
package struct Politeness: Sendable, Equatable {
    /// From one start to the next.
    package var minimumDelay: Duration
    /// Transfers at once.
    package var maximumConcurrency: Int
    /// Starts within an hour that begins with the first of them; nil for any number.
    package var maximumPerHour: Int?
    /// The delay is so many times the host's answer time; 0 for never more than `minimumDelay`.
    package var delayFactor: Int
    /// The longest delay that follows from the answer time.
    package var maximumDelay: Duration
    /// Each delay is longer by chance, by up to so many hundredths.
    package var jitterPercent: Int

    package init(
        minimumDelay: Duration, maximumConcurrency: Int, maximumPerHour: Int? = nil, delayFactor: Int = 0,
        maximumDelay: Duration = .seconds(30), jitterPercent: Int = 0
    ) {
        self.jitterPercent = max(0, jitterPercent)
        self.minimumDelay = minimumDelay
        self.maximumConcurrency = max(1, maximumConcurrency)
        self.maximumPerHour = maximumPerHour.map { max(1, $0) }
        self.delayFactor = max(0, delayFactor)
        self.maximumDelay = maximumDelay
    }

    /// From one start to the next on a host that takes that long to answer.
    ///
    /// A host without a delay has none for being slow either.
    package func delay(answerTime: Duration?) -> Duration {
        guard minimumDelay > .zero, let answerTime else { return minimumDelay }
        return max(minimumDelay, min(answerTime * delayFactor, maximumDelay))
    }
}
