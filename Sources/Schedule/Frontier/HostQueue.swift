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
    /// What the host's robots.txt asks for.
    var crawlDelay = Duration.zero
    private var rested: Instant
    private var lastStart: Instant?
    private var lastSent: Instant?
    /// What chance adds to the delay after the last start, as a share of it.
    private var chance = 0.0
    private var rests = PathRests()
    /// What the host took to answer, the last ones counting most.
    private var answerTime: Duration?
    private var budget = HourlyBudget()

    init(politeness: Politeness, now: Instant) {
        self.politeness = politeness
        rested = now
    }

    /// From one start to the next.
    var delay: Duration {
        let delay = max(crawlDelay, politeness.delay(answerTime: answerTime))
        return chance > 0 ? delay * (1 + chance) : delay
    }

    private var earliestStart: Instant {
        max(
            rested, lastStart.map { $0.advanced(by: delay) } ?? rested,
            budget.earliestStart(allowing: politeness.maximumPerHour) ?? rested)
    }

    /// Whether nothing is kept here that a later decision needs.
    func isIdle(at now: Instant) -> Bool {
        inFlight == 0 && waiting.isEmpty && ready.isEmpty && earliestStart <= now && rests.isEmpty(at: now)
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
        while let place = ready.popMin()?.place {
            guard let end = rests.end(for: place.url, at: now) else { return place }
            waiting.insert(Place(url: place.url, due: end, priority: place.priority, ticket: place.ticket))
        }
        return nil
    }

    /// A transfer starts now.
    mutating func start(at now: Instant) {
        inFlight += 1
        budget.start(at: now)
        rollDice()
        lastStart = now
    }

    /// When a request may be sent, so that the host sees its delay however long the way from the start to here was; it counts as sent.
    mutating func claimTurn(now: Instant) -> Instant {
        let turn = max(now, lastSent.map { $0.advanced(by: delay) } ?? now)
        lastSent = turn
        lastStart = max(lastStart ?? turn, turn)
        return turn
    }

    private mutating func rollDice() {
        chance = politeness.jitterPercent > 0 ? Double.random(in: 0...Double(politeness.jitterPercent) / 100) : 0
    }

    /// A transfer has ended; how long the host took to answer, where it did.
    mutating func finish(answerTime new: Duration?) {
        inFlight = max(0, inFlight - 1)
        if let new { answerTime = answerTime.map { ($0 * 3 + new) / 4 } ?? new }
    }

    /// Nothing of the part that a page lies in starts before a time: the server asked for it, or is overloaded.
    mutating func rest(_ url: CanonicalURL, until time: Instant, now: Instant) {
        if !rests.add(url, until: time, now: now) { rested = max(rested, time) }
    }
}
