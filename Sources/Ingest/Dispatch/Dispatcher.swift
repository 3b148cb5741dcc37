package import Logging
internal import Model
internal import Reel
internal import Schedule

/// Takes entries off the frontier, has each taken in, and plans what comes after.
package struct Dispatcher: Sendable {
    private let ingest: Ingest
    private let frontier: FrontierKeeper
    private let sources: SourceBook
    private let triggers: TriggerBoard
    private let stores: Stores
    private let counters: Counters
    private let clock: any ClockPair
    private let logger: Logger

    package init(
        ingest: Ingest, frontier: FrontierKeeper, sources: SourceBook, triggers: TriggerBoard, stores: Stores,
        counters: Counters, clock: any ClockPair, logger: Logger
    ) {
        self.ingest = ingest
        self.frontier = frontier
        self.sources = sources
        self.triggers = triggers
        self.stores = stores
        self.counters = counters
        self.clock = clock
        self.logger = logger
    }

    /// Works until the frontier is stopped and all that was in flight has ended.
    package func run() async {
        await withDiscardingTaskGroup { group in
            while let entry = await frontier.next() {
                group.addTask { await work(entry) }
            }
        }
    }

    private func work(_ entry: FrontierEntry) async {
        let plan = await sources.plan(entry.source)
        if entry.purpose == .source, entry.triggers.isEmpty, await sources.isPaused(entry.source) {
            return await passOver(entry)
        }
        var attempt = await ingest.ingest(entry, by: plan)
        let next = await followUp(&attempt, plan)
        await written(entry) { _ = try await stores.fetches.append(attempt.line) }
        // Whatever could not be written: the host's place is free again, and those who wait hear of the end.
        let waiting = await frontier.finished(entry, next: next, answerTime: attempt.answerTime)
        await written(entry) { try await frontier.keep(next, after: entry) }
        counters.count(attempt)
        log(attempt)
        await triggers.ended(attempt, for: waiting)
    }

    /// Writes something down about an entry that has ended; a failure is logged, and the work goes on.
    private func written(_ entry: FrontierEntry, _ write: () async throws -> Void) async {
        do {
            try await write()
        } catch {
            logger.error(
                "the end of a fetch was not written down", metadata: ["url": "\(entry.url)", "error": "\(error)"])
        }
    }

    /// What comes after an attempt: the source's next look, another try, a revisit, or nothing.
    private func followUp(_ attempt: inout Attempt, _ plan: SourcePlan) async -> FrontierKeeper.FollowUp {
        guard attempt.outcome != .cancelled else { return .asItWas }
        await slowDown(attempt)
        let now = clock.now()
        if attempt.outcome == .notStored { await frontier.restAll(for: .seconds(5)) }
        let entry = attempt.entry
        if entry.purpose == .source, let due = await nextDue(of: entry, attempt, now: now) {
            if !attempt.outcome.endedWell { attempt.retryAt = due }
            return .again(entry.next(.source, attempts: 0), due: due)
        }
        if attempt.outcome.isTransient, entry.attempts + 1 < BackoffPolicy.maximumArticleAttempts {
            let delay = max(BackoffPolicy.article.delay(afterFailures: entry.attempts + 1), attempt.retryAfter ?? .zero)
            let due = now.advanced(by: delay)
            attempt.retryAt = due
            return .again(entry.next(.revisit, attempts: entry.attempts + 1), due: due)
        }
        return attempt.revisitAt.map { .again(entry.next(.revisit, attempts: 0), due: $0) } ?? .nothing
    }

    /// When a source's page is due again; nil for one that is configured no more.
    private func nextDue(of entry: FrontierEntry, _ attempt: Attempt, now: Timestamp) async -> Timestamp? {
        var due: Timestamp?
        await written(entry) { due = try await sources.ended(attempt, now: now) }
        // What could not be written down is known all the same.
        guard due == nil else { return due }
        return await sources.standing(entry.source)?.nextDue
    }

    /// The part of a host that is overloaded or asks for it is left alone, not the whole.
    private func slowDown(_ attempt: Attempt) async {
        let isOverloaded = attempt.status == 429 || attempt.status == 503
        guard let rest = attempt.retryAfter ?? (isOverloaded ? .seconds(30) : nil), isOverloaded else { return }
        let url = attempt.finalURL.flatMap { CanonicalURL($0) } ?? attempt.entry.url
        await frontier.rest(url, for: min(rest, .seconds(86_400)))
    }

    private func passOver(_ entry: FrontierEntry) async {
        _ = await frontier.finished(entry, next: .nothing)
        await written(entry) { try await frontier.keep(.nothing, after: entry) }
    }

    /// One readable line: what came of which page of which source.
    private func log(_ attempt: Attempt) {
        let words = "\(attempt.outcome.rawValue) \(attempt.entry.source): \(attempt.title ?? attempt.message ?? "")"
        var metadata: Logger.Metadata = [
            "url": "\(attempt.entry.url)", ".source": "\(attempt.entry.source)",
            ".outcome": "\(attempt.outcome.rawValue)",
        ]
        if attempt.entry.purpose == .source, !attempt.outcome.endedWell, attempt.outcome != .cancelled {
            metadata[OperatorEvent.key] = "\(OperatorEvent.sourceFailed.rawValue)"
        }
        switch attempt.outcome {
        case .article, .updated: logger.info("\(words)", metadata: metadata)
        case .gone, .robotsDenied: logger.info("\(words)", metadata: metadata)
        case _ where attempt.outcome.endedWell, .cancelled: logger.debug("\(words)", metadata: metadata)
        default: logger.notice("\(words)", metadata: metadata)
        }
    }
}

extension FrontierEntry {
    /// The same page at its next turn, with nobody waiting.
    func next(_ priority: Priority, attempts: Int) -> FrontierEntry {
        var next = FrontierEntry(url: url, source: source, purpose: purpose, priority: priority)
        next.attempts = attempts
        // A try that is made again is made for the same purpose.
        if attempts > 0 { next.backfill = backfill }
        return next
    }
}
