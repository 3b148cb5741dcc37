package import Catalog
internal import Discover
package import Model
package import Schedule

/// The frontier behind its narrow border: additions, the next entry, ends. What it holds outlives a restart in the catalog.
package actor FrontierKeeper {
    /// What becomes of an entry's URL after its attempt.
    enum FollowUp: Sendable {
        /// It is due again.
        case again(FrontierEntry, due: Timestamp)
        case nothing
        /// The attempt was broken off by the daemon's end: the next run makes it.
        case asItWas
    }

    private let catalog: Catalog
    private let sources: SourceBook
    private let triggers: TriggerBoard
    private let clock: any ClockPair
    private let maximumInFlight: Int
    private let room: DiskRoom
    private let idleWork: IdleWork?
    /// Whether there was work since the idle work.
    private var hasWorked = true
    private let alarm = Alarm()
    private var frontier: Frontier
    private var isStopping = false
    /// What has ended since ``restore()`` began; nil when it does not run.
    private var ended: Set<CanonicalURL>?
    /// Nothing starts before this time, whatever the host: the disk is full.
    private var resting: ContinuousClock.Instant?

    package init(
        catalog: Catalog, sources: SourceBook, triggers: TriggerBoard, politeness: Politeness, byDomain: Bool = true,
        maximumInFlight: Int, clock: any ClockPair,
        room: DiskRoom = .unbounded, idleWork: IdleWork? = nil
    ) {
        self.idleWork = idleWork
        self.catalog = catalog
        self.sources = sources
        self.triggers = triggers
        self.maximumInFlight = maximumInFlight
        self.clock = clock
        self.room = room
        frontier = Frontier(politeness: politeness, byDomain: byDomain)
    }

    /// Takes up what a former run left; entries of sources that are gone are dropped. How many it took.
    ///
    /// Goes through the rows a piece at a time, so that the daemon works meanwhile, however many there are. What ended meanwhile is not
    /// taken up again.
    package func restore() async throws -> Int {
        ended = []
        defer { ended = nil }
        var (count, last) = (0, "")
        while !isStopping, !Task.isCancelled {
            let after = last
            let rows = try await catalog.read { try FrontierRow.after(after, limit: 2000, $0) }
            guard let end = rows.last?.url else { break }
            last = end
            count += try await takeUp(rows)
        }
        return count
    }

    private func takeUp(_ rows: [FrontierRow]) async throws -> Int {
        // Nil for a source that is gone.
        var wanted: [SourceID: SourcePlan?] = [:]
        for row in rows where wanted[row.source] == nil {
            wanted[row.source] = await isWanted(row.source) ? .some(await sources.plan(row.source)) : .some(nil)
        }
        var gone: [String] = []
        var count = 0
        let (now, time) = (clock.instant(), clock.now())
        for row in rows {
            guard let entry = FrontierEntry(row), let plan = wanted[row.source] ?? nil else {
                gone.append(row.url)
                continue
            }
            guard ended?.contains(entry.url) != true else { continue }
            // A due time that was made under a wrong clock would keep the page waiting for years.
            let due = min(row.due, time.advanced(by: plan.longestWait(of: entry, now: time)))
            if frontier.add(entry, due: clock.instant(of: due), now: now) == .added { count += 1 }
        }
        alarm.ring()
        let dropped = gone
        if !dropped.isEmpty {
            try await catalog.write { database in for url in dropped { try FrontierRow.remove(url, database) } }
        }
        return count
    }

    /// Adds entries that are due at a time. Durable as the catalog is, before it returns.
    ///
    /// A page that ended for all of its triggers is left out: several of a source's pages may name it. So is one of a source that is gone,
    /// which a page named that was under way then.
    ///
    /// - Parameter parent: the page in flight that named them; who waits for it waits for them too.
    package func add(
        _ offered: [FrontierEntry], due: Timestamp, namedBy parent: CanonicalURL? = nil
    ) async throws {
        var entries: [FrontierEntry] = []
        for entry in offered where await isWanted(entry.source) {
            if await !triggers.hasEnded(entry.url, for: entry.triggers) { entries.append(entry) }
        }
        let rows = entries.map { FrontierRow($0, due: due) }
        try await catalog.write { database in for row in rows { try row.merge(database) } }
        let instant = clock.instant(of: due)
        for var entry in entries {
            guard await isWanted(entry.source) else { continue }
            if let parent { entry.triggers.formUnion(frontier.triggers(of: parent)) }
            await triggers.expect(entry.url, of: entry.source, for: entry.triggers)
            if frontier.add(entry, due: instant, now: clock.instant()) == .full {
                await triggers.withdraw(entry.url, for: entry.triggers)
            }
        }
        alarm.ring()
    }

    /// The pages of a source that are on their way for the first time go ahead of all others, and triggers wait for them.
    package func hurry(_ source: SourceID, for ids: Set<TriggerID>) async {
        let now = clock.instant()
        for var entry in frontier.fresh(of: source) {
            entry.triggers = ids
            entry.priority = .triggered
            await triggers.expect(entry.url, of: source, for: ids)
            if frontier.contains(entry.url) {
                _ = frontier.add(entry, due: now, now: now)
            } else {
                await triggers.withdraw(entry.url, for: ids)
            }
        }
        alarm.ring()
    }

    private func isWanted(_ source: SourceID) async -> Bool {
        if source == .adHoc { return true }
        return await sources.contains(source)
    }

    /// The next entry whose time has come; waits for it. Nil when the daemon stops.
    package func next() async -> FrontierEntry? {
        while !isStopping, !Task.isCancelled {
            let now = clock.instant()
            if let rest = resting, rest > now {
                await alarm.wait(until: rest)
                continue
            }
            // Those that settle hold no transfer, but memory.
            guard frontier.inFlight - frontier.settling < maximumInFlight, frontier.settling < maximumInFlight
            else {
                await alarm.wait(until: nil)
                continue
            }
            guard !room.isLow else {
                await alarm.wait(until: now.advanced(by: .seconds(1)))
                continue
            }
            switch frontier.next(at: now) {
            case .fetch(let entry):
                hasWorked = true
                return entry
            case .wait(let time): await wait(from: now, until: time)
            }
        }
        return nil
    }

    /// Waits; where nothing is in flight, nor due soon, the idle work is done meanwhile.
    private func wait(from now: ContinuousClock.Instant, until time: ContinuousClock.Instant?) async {
        guard let idleWork, hasWorked, frontier.inFlight == 0 else { return await alarm.wait(until: time) }
        let idle = now.advanced(by: idleWork.delay)
        guard time.map({ $0 > idle }) ?? true else { return await alarm.wait(until: time) }
        await alarm.wait(until: idle)
        guard clock.instant() >= idle, frontier.inFlight == 0 else { return }
        hasWorked = false
        idleWork.run()
    }

    /// The page of an entry lies in the reels, and the catalog is about to learn of it: another page may start.
    /// ``finished(_:next:answerTime:)`` follows.
    func settles(_ entry: FrontierEntry, answerTime: Duration?) {
        frontier.settles(entry.url, at: clock.instant(), answerTime: answerTime)
        alarm.ring()
    }

    /// An entry has ended, and what comes after it takes its place; the triggers that waited for it. ``keep(_:after:)`` follows.
    ///
    /// - Parameter answerTime: what the host took to answer; nil where that says nothing of it.
    func finished(_ entry: FrontierEntry, next: FollowUp, answerTime: Duration? = nil) -> Set<TriggerID> {
        let now = clock.instant()
        ended?.insert(entry.url)
        let isWanted = frontier.contains(entry.url)
        let triggers = frontier.finished(entry.url, at: now, answerTime: answerTime)?.triggers ?? entry.triggers
        if isWanted, case .again(let next, let due) = next {
            _ = frontier.add(next, due: clock.instant(of: due), now: now)
        }
        alarm.ring()
        return triggers
    }

    /// Has the catalog know what comes after an entry.
    func keep(_ next: FollowUp, after entry: FrontierEntry) async throws {
        let url = entry.url.href
        switch (next, frontier.contains(entry.url)) {
        case (.asItWas, _): break
        // Somebody asked for it again.
        case (.nothing, true): break
        // Without an end that is to come: its source was taken out.
        case (.nothing, false), (.again, false):
            try await catalog.writeGathered { try FrontierRow.remove(url, $0) }
        case (.again(let next, let due), true):
            let row = FrontierRow(next, due: due)
            try await catalog.writeGathered { try row.save($0) }
        }
    }

    /// The article's page of an entry lies in the reels, though the run that fetched it did not write down the entry's end: its next look
    /// takes its place, if there is one. Where it was asked for since, or by force, it is fetched all the same.
    func passOver(_ url: CanonicalURL, fetched: Timestamp, next due: Timestamp?) async throws {
        let row = try await catalog.read { try FrontierRow.read(url.href, $0) }
        // A record's time has no fractions.
        guard let row, !row.force, row.due.secondsSinceEpoch <= fetched.secondsSinceEpoch,
            var entry = FrontierEntry(row), entry.purpose == .article
        else { return }
        frontier.remove(url)
        entry = entry.next(.revisit, attempts: 0)
        let next = due.map { FollowUp.again(entry, due: $0) } ?? .nothing
        if let due { _ = frontier.add(entry, due: clock.instant(of: due), now: clock.instant()) }
        try await keep(next, after: entry)
    }

    /// Nothing of the part of a host that a page lies in starts for that long; a part is a name and the path's first directory.
    package func rest(_ url: CanonicalURL, for duration: Duration) {
        let now = clock.instant()
        frontier.rest(url, until: now.advanced(by: duration), now: now)
    }

    /// Nothing at all starts for that long.
    package func restAll(for duration: Duration) { resting = clock.instant().advanced(by: duration) }

    /// From now on the host of a page is treated like this.
    package func setPoliteness(_ politeness: Politeness, of url: CanonicalURL) {
        frontier.setPoliteness(politeness, of: url, now: clock.instant())
        alarm.ring()
    }

    /// Waits until the host of a page may be sent another request; see `Frontier.claimTurn`.
    func waitForTurn(of url: CanonicalURL) async {
        let now = clock.instant()
        let turn = frontier.claimTurn(of: url, now: now)
        guard turn > now else { return }
        // Cancelled, the fetch that follows ends by itself.
        do { try await Task.sleep(until: turn, clock: .continuous) } catch {}
    }

    /// The same where a redirect leads from one host to another; within one host it is the same request still.
    func waitForTurn(from: CanonicalURL, to url: CanonicalURL) async {
        if !frontier.isSameHost(from, url) { await waitForTurn(of: url) }
    }

    /// The pause that the robots.txt of a page's host asks for.
    func setCrawlDelay(_ delay: Duration, of url: CanonicalURL) {
        frontier.setCrawlDelay(delay, of: url, now: clock.instant())
    }

    /// Why nothing at all starts now; nil where it does.
    package var pause: Pause? {
        if isStopping { return .stopping }
        if room.isLow { return .diskLow(minimumBytes: room.minimumBytes) }
        return resting.map { $0 > clock.instant() } == true ? .resting : nil
    }

    /// Takes out all that waits for a source.
    package func remove(source: SourceID) async throws {
        let gone = frontier.remove(source: source)
        for entry in gone { await triggers.withdraw(entry.url, for: entry.triggers) }
        let urls = gone.map(\.url.href)
        try await catalog.write { database in for url in urls { try FrontierRow.remove(url, database) } }
    }

    package func contains(_ url: CanonicalURL) -> Bool { frontier.contains(url) }

    /// Ends ``next()``; what is in flight goes on.
    package func stop() {
        isStopping = true
        alarm.ring()
    }

    /// What waits, the earliest first, with the civil time of each.
    package func waiting(limit: Int) -> [(entry: FrontierEntry, due: Timestamp)] {
        frontier.waiting(limit: limit).map { ($0.entry, clock.time(of: $0.due)) }
    }

    /// How many entries are due, wait, and are in flight; and for how long the most overdue has been due.
    package func counts() -> (due: Int, waiting: Int, inFlight: Int, lag: Duration) {
        let now = clock.instant()
        let (due, oldest) = frontier.due(at: now)
        let lag = oldest.map { $0.duration(to: now) } ?? .zero
        return (due, frontier.count - frontier.inFlight - due, frontier.inFlight, lag)
    }
}
