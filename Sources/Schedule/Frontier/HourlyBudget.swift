/// How many transfers of a host have started in the hour that runs; the hour begins with its first.
struct HourlyBudget {
    typealias Instant = ContinuousClock.Instant

    private static let hour = Duration.seconds(3600)

    private var began: Instant?
    private var started = 0

    /// Whether the hour of the last start is not over.
    func isRunning(at now: Instant) -> Bool { end.map { $0 > now } ?? false }

    /// When the next transfer may start where so many are allowed an hour; nil for at once.
    func earliestStart(allowing maximum: Int?) -> Instant? {
        guard let maximum, started >= maximum else { return nil }
        return end
    }

    mutating func start(at now: Instant) {
        if !isRunning(at: now) {
            began = now
            started = 0
        }
        started += 1
    }

    private var end: Instant? { began?.advanced(by: HourlyBudget.hour) }
}
