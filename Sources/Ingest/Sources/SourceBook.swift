package import Catalog
internal import Config
internal import Discover
package import Model
internal import Schedule

/// The sources: their plans, how each fares, and when each is due again.
package actor SourceBook {
    /// A source and how it is.
    package struct Standing: Sendable {
        package var plan: SourcePlan
        package var isPaused: Bool
        package var lastFetched: Timestamp?
        package var lastArticle: Timestamp?
        package var lastOutcome: Outcome?
        package var failures: Int
        package var lastError: String?
        package var nextDue: Timestamp?
        fileprivate var silence: Silence

        /// Since when it has given nothing new for longer than it used to; nil where all is as ever.
        package func silentSince(_ now: Timestamp) -> Timestamp? {
            isPaused ? nil : silence.began(lastArticle: lastArticle, fixed: plan.silenceAfter, now: now)
        }
    }

    fileprivate struct Page {
        var plan: SourcePlan
        var state: SourceState
        var lastOutcome: Outcome?
        /// The last look that ended well; nil where none did in this run.
        var lastGood: Timestamp?
        /// What the source's feed last said of how often it may be asked; nil for what is no feed.
        var refresh: FeedRefresh?
    }

    private let catalog: Catalog
    private var pages: [SourceID: Page] = [:]
    private var order: [SourceID] = []
    private var adHoc: SourcePlan

    /// Begins with no source but the one for requests by hand.
    package init(catalog: Catalog, adHoc: SourcePlan) {
        self.catalog = catalog
        self.adHoc = adHoc
    }

    /// Takes over the configuration's sources; what was learnt of those that stay is kept. The ids that are gone.
    package func replace(_ plans: [SourcePlan], adHoc: SourcePlan) async throws -> [SourceID] {
        let kept = try await catalog.read { try SourceState.all($0) }
        let states = Dictionary(kept.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let gone = order.filter { id in !plans.contains { $0.id == id } }
        var next: [SourceID: Page] = [:]
        for plan in plans {
            let state = pages[plan.id]?.state ?? states[plan.id] ?? SourceState(id: plan.id)
            next[plan.id] = pages[plan.id] ?? Page(plan: plan, state: state)
            next[plan.id]?.plan = plan
        }
        pages = next
        order = plans.map(\.id)
        self.adHoc = adHoc
        return gone
    }

    /// The plan of a source; that for requests by hand where it is not configured.
    package func plan(_ id: SourceID) -> SourcePlan { pages[id]?.plan ?? adHoc }

    package func contains(_ id: SourceID) -> Bool { pages[id] != nil }

    /// The source whose own page a URL is, or else the first on the URL's scheme, host and port.
    package func source(of url: CanonicalURL) -> (id: SourceID, isItsPage: Bool) {
        if let id = order.first(where: { pages[$0]?.plan.url == url }) { return (id, true) }
        let same = order.first { pages[$0]?.plan.url.map { $0.url.origin == url.url.origin } ?? false }
        return (same ?? .adHoc, false)
    }

    /// Every source in the order of the configuration.
    package func standings() -> [Standing] {
        order.compactMap { pages[$0].map(standing) }
    }

    package func standing(_ id: SourceID) -> Standing? { pages[id].map(standing) }

    package func isPaused(_ id: SourceID) -> Bool {
        pages[id].map { $0.plan.isPaused || $0.state.isPaused } ?? false
    }

    /// Pauses or resumes a source; what the configuration pauses stays paused. False where there is no such source.
    package func setPaused(_ isPaused: Bool, _ id: SourceID) async throws -> Bool {
        guard var page = pages[id] else { return false }
        page.state.isPaused = isPaused
        pages[id] = page
        try await save(page.state)
        return true
    }

    /// When a source that was never planned in this run is due: where it was, or now.
    package func firstDue(_ id: SourceID, now: Timestamp) -> Timestamp {
        guard let page = pages[id], let due = page.state.nextDue else { return now }
        return min(due, now.advanced(by: page.plan.longestWait(now: now)))
    }

    /// Takes in how a fetch of a source's page ended, and says when it is due again.
    package func ended(_ attempt: Attempt, now: Timestamp) async throws -> Timestamp? {
        let id = attempt.entry.source
        guard var page = pages[id] else { return nil }
        page.lastOutcome = attempt.outcome
        let lastGood = page.lastGood ?? (page.state.failures == 0 ? page.state.lastFetched : nil)
        page.state.lastFetched = now
        if let refresh = attempt.refresh { page.refresh = refresh }
        if attempt.outcome.endedWell {
            page.state.failures = 0
            page.state.lastError = nil
            if (attempt.new ?? 0) > 0 || attempt.outcome == .article || attempt.outcome == .updated {
                page.learnPause(now)
                page.state.lastArticle = now
            }
        } else {
            page.state.failures += 1
            page.state.lastError = attempt.message ?? attempt.outcome.rawValue
        }
        let due = page.nextDue(after: attempt, lastGood: lastGood, now: now)
        if attempt.outcome.endedWell { page.lastGood = now }
        page.state.nextDue = due
        pages[id] = page
        try await save(page.state)
        return due
    }

    private func save(_ state: SourceState) async throws {
        try await catalog.write { try state.save($0) }
    }

    private func standing(_ page: Page) -> Standing {
        Standing(
            plan: page.plan, isPaused: page.plan.isPaused || page.state.isPaused, lastFetched: page.state.lastFetched,
            lastArticle: page.state.lastArticle, lastOutcome: page.lastOutcome, failures: page.state.failures,
            lastError: page.state.lastError, nextDue: page.state.nextDue,
            silence: Silence(longestPause: page.state.longestPause))
    }
}

extension SourceBook.Page {
    /// Something new came now.
    fileprivate mutating func learnPause(_ now: Timestamp) {
        guard let last = state.lastArticle else { return }
        var silence = Silence(longestPause: state.longestPause)
        silence.learn(pause: last.duration(to: now))
        state.longestPause = silence.longestPause
    }

    /// When the schedule has the source again; later after failures, and never before the host allows.
    fileprivate mutating func nextDue(after attempt: Attempt, lastGood: Timestamp?, now: Timestamp) -> Timestamp {
        let regular: Timestamp
        switch plan.schedule {
        case .every(let interval): regular = now.advanced(by: interval)
        case .cron(let expression):
            regular =
                expression.next(after: now, in: plan.zone ?? .utc) ?? now.advanced(by: .seconds(86_400))
        case .adaptive(let bounds):
            let interval = learn(attempt, bounds, since: lastGood, now: now)
            regular = now.advanced(by: interval)
        }
        let feed = plan.heedsFeed ? refresh?.fresh(for: attempt.freshFor) : nil
        let paced = plan.pace.next(regular, after: now, feed: feed, share: .random(in: 0..<1))
        guard state.failures > 0 else { return paced }
        let backedOff = now.advanced(by: BackoffPolicy.source.delay(afterFailures: state.failures))
        let asked = now.advanced(by: attempt.retryAfter ?? .zero)
        return max(paced, backedOff, asked)
    }

    /// Takes in what a look gave, and says how long the rhythm has the next one wait.
    private mutating func learn(
        _ attempt: Attempt, _ bounds: AdaptiveInterval, since last: Timestamp?, now: Timestamp
    ) -> Duration {
        var rhythm = state.rhythm.flatMap { Rhythm(bytes: $0) } ?? Rhythm()
        if attempt.outcome.endedWell, let last {
            rhythm.learn(newArticles: attempt.new ?? 0, from: last, to: now)
            state.rhythm = rhythm.bytes
        }
        let interval = rhythm.interval(after: now, minimum: bounds.minimum, maximum: bounds.maximum)
        state.interval = interval
        return interval
    }
}

extension FeedRefresh {
    /// The same, and not before the copy that the server gave is stale (Cache-Control, Expires).
    fileprivate func fresh(for time: Duration?) -> FeedRefresh {
        var refresh = self
        if let time { refresh.timeToLive = max(refresh.timeToLive ?? .zero, time) }
        return refresh
    }
}
