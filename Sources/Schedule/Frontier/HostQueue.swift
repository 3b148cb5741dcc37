internal import HeapModule
internal import Model

/// The entries of one host: those that wait for their time, and those that are due, by priority.
struct HostQueue {
    typealias Instant = ContinuousClock.Instant

    /// An entry's place in a queue. The ticket tells a place that still counts from one that was given up.
    struct Place: Comparable {
        let url: CanonicalURL
        let due: Instant
        let priority: FrontierEntry.Priority
        let ticket: UInt64

        static func < (left: Place, right: Place) -> Bool {
            (left.due, left.ticket) < (right.due, right.ticket)
        }
    }

    private struct Turn: Comparable {
        let place: Place

        static func < (left: Turn, right: Turn) -> Bool {
            (left.place.priority.rawValue, left.place.ticket) < (right.place.priority.rawValue, right.place.ticket)
        }

        static func == (left: Turn, right: Turn) -> Bool { left.place.ticket == right.place.ticket }
    }

    var politeness: Politeness
    /// Transfers of this host that have started and not ended.
    private(set) var inFlight = 0
    private var waiting = Heap<Place>()
    private var ready = Heap<Turn>()
    private var rested: Instant
    private var budget = HourlyBudget()

    init(politeness: Politeness, now: Instant) {
        self.politeness = politeness
        rested = now
    }

    private var earliestStart: Instant {
        max(rested, budget.earliestStart(allowing: politeness.maximumPerHour) ?? rested)
    }

    /// Whether nothing is kept here that a later decision needs.
    func isIdle(at now: Instant) -> Bool {
        inFlight == 0 && waiting.isEmpty && ready.isEmpty && earliestStart <= now
            && (politeness.maximumPerHour == nil || !budget.isRunning(at: now))
    }

    /// When the next entry may start; nil where there is none, or all transfers are taken.
    var nextStart: Instant? {
        guard inFlight < politeness.maximumConcurrency else { return nil }
        if !ready.isEmpty { return earliestStart }
        return waiting.min.map { max($0.due, earliestStart) }
    }

    mutating func add(_ place: Place) { waiting.insert(place) }

    /// The next place whose time has come; nil where politeness or time forbids.
    mutating func next(at now: Instant) -> Place? {
        while let first = waiting.min, first.due <= now { ready.insert(Turn(place: waiting.removeMin())) }
        guard inFlight < politeness.maximumConcurrency, earliestStart <= now else { return nil }
        return ready.popMin()?.place
    }

    /// A transfer starts now.
    mutating func start(at now: Instant) {
        inFlight += 1
        budget.start(at: now)
        rested = max(rested, now.advanced(by: politeness.minimumDelay))
    }

    mutating func finish() { inFlight = max(0, inFlight - 1) }

    /// Nothing starts before a time: the host asked for it, or is failing.
    mutating func rest(until time: Instant) { rested = max(rested, time) }
}
