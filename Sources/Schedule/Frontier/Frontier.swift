internal import HeapModule
package import Model

/// What is to be fetched, in host queues that keep politeness: the order of work, without a clock of its own.
///
/// Each URL is in it at most once. The size is bounded; what does not fit is refused and counted.
package struct Frontier: Sendable {
    package typealias Instant = ContinuousClock.Instant

    /// What there is to do.
    package enum Next: Equatable {
        /// Start this one now; ``finished(_:at:)`` must follow.
        case fetch(FrontierEntry)
        /// Nothing before this time; nil where only an addition or an end can change that.
        case wait(until: Instant?)
    }

    /// What became of an addition.
    package enum Addition: Equatable {
        case added
        /// It was there, and goes earlier, or with a higher priority, or for more triggers now.
        case merged
        /// The URL is being fetched at this moment; those who wait get that outcome.
        case inFlight
        /// There is no room.
        case full
    }

    private struct Queued {
        var entry: FrontierEntry
        var due: Instant
        /// Nil while it is being fetched.
        var ticket: UInt64?
        /// Whether its page is taken in, and its end is waited for.
        var isSettling = false
        /// Whether its source was taken out while it was being fetched, and nobody asked for it since.
        var isUnwanted = false
    }

    private let politeness: Politeness
    private let capacity: Int
    private var entries: [CanonicalURL: Queued] = [:]
    private var keys: HostKeys
    private var hosts: [String: HostQueue] = [:]
    private var agenda = Heap<Appointment>()
    private var appointments: [String: Instant] = [:]
    private var lastTicket: UInt64 = 0
    /// Entries that are being fetched.
    package private(set) var inFlight = 0
    /// Those of them that no longer take a place: ``settles(_:at:answerTime:)``.
    package private(set) var settling = 0
    /// Additions refused for want of room.
    package private(set) var refused = 0

    /// - Parameters:
    ///   - byDomain: whether the hosts of one registrable domain are treated as one.
    ///   - capacity: how many URLs it holds at most.
    package init(politeness: Politeness, byDomain: Bool = true, capacity: Int = 1_000_000) {
        self.politeness = politeness
        self.capacity = capacity
        keys = HostKeys(byDomain: byDomain)
    }

    /// How many URLs it holds, those in flight included.
    package var count: Int { entries.count }

    /// Whether a URL waits or is being fetched for somebody.
    package func contains(_ url: CanonicalURL) -> Bool { entries[url].map { !$0.isUnwanted } ?? false }

    /// Who waits for a page at this moment.
    package func triggers(of url: CanonicalURL) -> Set<TriggerID> { entries[url]?.entry.triggers ?? [] }

    /// The pages of a source that are on their way for the first time, those in flight included.
    package func fresh(of source: SourceID) -> [FrontierEntry] {
        entries.values.filter { queued in
            let entry = queued.entry
            return entry.source == source && entry.purpose != .source && entry.priority < .revisit
                && entry.backfill == nil && !queued.isUnwanted
        }.map(\.entry)
    }

    /// The entries that wait, the earliest due first.
    package func waiting(limit: Int) -> [(entry: FrontierEntry, due: Instant)] {
        entries.values.lazy.filter { $0.ticket != nil }.map { (entry: $0.entry, due: $0.due) }
            .sorted { ($0.due, $0.entry.url) < ($1.due, $1.entry.url) }.prefix(limit).map { $0 }
    }

    /// How many entries could start at a time, but for politeness, and since when the most overdue of them could.
    package func due(at now: Instant) -> (count: Int, oldest: Instant?) {
        entries.values.reduce(into: (count: 0, oldest: nil)) { sum, queued in
            guard queued.ticket != nil, queued.due <= now else { return }
            sum.count += 1
            sum.oldest = min(sum.oldest ?? queued.due, queued.due)
        }
    }

    /// Adds an entry that is due at a time, or moves up the one that its URL has.
    package mutating func add(_ entry: FrontierEntry, due: Instant, now: Instant) -> Addition {
        guard var known = entries[entry.url] else {
            guard entries.count < capacity else {
                refused += 1
                return .full
            }
            place(Queued(entry: entry, due: due, ticket: nil), now: now)
            return .added
        }
        known.entry.triggers.formUnion(entry.triggers)
        known.isUnwanted = false
        guard known.ticket != nil else {
            entries[entry.url] = known
            return .inFlight
        }
        known.entry.force = known.entry.force || entry.force
        known.entry.backfill = entry.backfill ?? known.entry.backfill
        known.entry.hint = [known.entry.hint, entry.hint].compactMap(\.self).max()
        let isBetter = due < known.due || entry.priority < known.entry.priority
        known.due = min(known.due, due)
        known.entry.priority = min(known.entry.priority, entry.priority)
        if isBetter { place(known, now: now) } else { entries[entry.url] = known }
        return .merged
    }

    /// The next entry that may start now, or how long there is none.
    package mutating func next(at now: Instant) -> Next {
        while let first = agenda.min {
            guard first.time <= now else { return .wait(until: first.time) }
            agenda.removeMin()
            guard appointments[first.host] == first.time else { continue }
            appointments[first.host] = nil
            if let entry = start(host: first.host, at: now) { return .fetch(entry) }
        }
        return .wait(until: nil)
    }

    /// An entry that was started has ended. Returns it as it is now, with those who joined in the meantime.
    ///
    /// - Parameter answerTime: what the host took to answer; nil where that says nothing of it.
    @discardableResult
    package mutating func finished(
        _ url: CanonicalURL, at now: Instant, answerTime: Duration? = nil
    ) -> FrontierEntry? {
        guard let known = entries[url], known.ticket == nil else { return nil }
        settles(url, at: now, answerTime: answerTime)
        entries[url] = nil
        inFlight -= 1
        settling -= 1
        return known.entry
    }

    /// The page of an entry that was started is taken in, and only its end has still to be written down: its host's place is free for
    /// another. ``finished(_:at:answerTime:)`` follows all the same.
    package mutating func settles(_ url: CanonicalURL, at now: Instant, answerTime: Duration? = nil) {
        guard var known = entries[url], known.ticket == nil, !known.isSettling else { return }
        known.isSettling = true
        entries[url] = known
        settling += 1
        let host = keys.key(of: url)
        hosts[host]?.finish(answerTime: answerTime)
        arrange(host: host, now: now)
    }

    /// Takes out everything of a source that waits. What is being fetched goes on, and is no longer contained.
    package mutating func remove(source: SourceID) -> [FrontierEntry] {
        var gone: [FrontierEntry] = []
        for (url, queued) in entries where queued.entry.source == source {
            if queued.ticket == nil {
                entries[url]?.isUnwanted = true
            } else {
                gone.append(queued.entry)
                entries[url] = nil
            }
        }
        return gone
    }

    /// Takes out a page that waits.
    package mutating func remove(_ url: CanonicalURL) {
        if entries[url]?.ticket != nil { entries[url] = nil }
    }

    /// Nothing of the part of a host that a page lies in starts before a time; a part is a name and the path's first directory.
    package mutating func rest(_ url: CanonicalURL, until time: Instant, now: Instant) {
        change(url, now: now) { $0.rest(url, until: time, now: now) }
    }

    /// From now on the host of a page is treated like this.
    package mutating func setPoliteness(_ politeness: Politeness, of url: CanonicalURL, now: Instant) {
        change(url, now: now) { $0.politeness = politeness }
    }

    /// The pause that a site's robots.txt asks for; zero for none.
    ///
    /// Forgotten when nothing of the host waits any more: say it again with each page.
    package mutating func setCrawlDelay(_ delay: Duration, of url: CanonicalURL, now: Instant) {
        change(url, now: now) { $0.crawlDelay = delay }
    }

    /// When a request may be sent to the host of a page: at once, unless another was sent to it within the delay.
    ///
    /// Entries start in time; but one may have waited since, for its robots.txt or the catalog, and be overtaken. A redirect to another
    /// host comes off no queue at all. It counts as sent then.
    package mutating func claimTurn(of url: CanonicalURL, now: Instant) -> Instant {
        var turn = now
        change(url, now: now) { turn = $0.claimTurn(now: now) }
        return turn
    }

    /// Whether two pages are of one host.
    package mutating func isSameHost(_ left: CanonicalURL, _ right: CanonicalURL) -> Bool {
        keys.key(of: left) == keys.key(of: right)
    }

    private mutating func change(_ url: CanonicalURL, now: Instant, _ body: (inout HostQueue) -> Void) {
        let host = keys.key(of: url)
        body(&hosts[host, default: HostQueue(politeness: politeness, now: now)])
        arrange(host: host, now: now)
    }

    private mutating func place(_ queued: Queued, now: Instant) {
        lastTicket += 1
        var queued = queued
        queued.ticket = lastTicket
        let url = queued.entry.url
        entries[url] = queued
        let place = HostQueue.Place(url: url, due: queued.due, priority: queued.entry.priority, ticket: lastTicket)
        change(url, now: now) { $0.add(place) }
    }

    private mutating func start(host: String, at now: Instant) -> FrontierEntry? {
        defer { arrange(host: host, now: now) }
        while let place = hosts[host]?.next(at: now) {
            guard var queued = entries[place.url], queued.ticket == place.ticket else { continue }
            queued.ticket = nil
            entries[place.url] = queued
            hosts[host]?.start(at: now)
            inFlight += 1
            return queued.entry
        }
        return nil
    }

    private mutating func arrange(host: String, now: Instant) {
        guard let queue = hosts[host] else { return }
        guard let time = queue.nextStart else {
            if queue.isIdle(at: now), queue.politeness == politeness { hosts[host] = nil }
            return
        }
        if let known = appointments[host], known <= time { return }
        appointments[host] = time
        agenda.insert(Appointment(time: time, host: host))
    }
}

private struct Appointment: Comparable {
    let time: ContinuousClock.Instant
    let host: String

    static func < (left: Appointment, right: Appointment) -> Bool {
        (left.time, left.host) < (right.time, right.host)
    }
}
