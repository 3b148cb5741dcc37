internal import Config
internal import ControlProtocol
internal import ControlServer
internal import Ingest
internal import Model

extension Routes {
    func sourceList() async -> SourceList {
        let now = works.clock.now()
        let counts = works.counters.snapshot(now: now).articlesBySource
        return SourceList(
            sources: await works.sources.standings().map {
                SourceReport($0, articles: counts[$0.plan.id, default: 0], now: now)
            })
    }

    func source(_ request: ControlRequest) async throws -> SourceReport { try await report(try id(request)) }

    /// Pauses or resumes; a source that is resumed is due at once.
    func setPaused(_ isPaused: Bool, _ request: ControlRequest) async throws -> SourceReport {
        let id = try id(request)
        guard try await works.sources.setPaused(isPaused, id) else { throw unknown(id) }
        note("source \(id) \(isPaused ? "paused" : "resumed")", request)
        if isPaused {
            try await works.frontier.remove(source: id)
        } else {
            try await works.fetchNow(id)
        }
        return try await report(id)
    }

    /// Fetches a source's page once and tells what it offers; nothing is kept.
    func check(_ request: ControlRequest) async throws -> SourceCheck {
        let id = try id(request)
        guard let standing = await works.sources.standing(id), let url = standing.plan.url else { throw unknown(id) }
        let plan = standing.plan
        let trial = await works.ingest.tryOut(url, by: plan)
        return SourceCheck(
            id: id.rawValue, url: url.href, outcome: trial.outcome, status: trial.status, kind: trial.kind,
            message: trial.message, milliseconds: trial.milliseconds,
            silentSince: standing.silentSince(works.clock.now()),
            links: trial.links.map { .init(url: $0.url.href, title: $0.title, published: $0.published) })
    }

    private func report(_ id: SourceID) async throws -> SourceReport {
        guard let standing = await works.sources.standing(id) else { throw unknown(id) }
        let now = works.clock.now()
        let counts = works.counters.snapshot(now: now).articlesBySource
        return SourceReport(standing, articles: counts[id, default: 0], now: now)
    }

    private func id(_ request: ControlRequest) throws(ErrorReport) -> SourceID {
        SourceID(rawValue: try request.parameter("id"))
    }

    private func unknown(_ id: SourceID) -> ErrorReport {
        ErrorReport(.notFound, "there is no source \(id); newsreel source list shows them")
    }
}

extension SourceReport {
    fileprivate init(_ standing: SourceBook.Standing, articles: Int, now: Timestamp) {
        let plan = standing.plan
        self.init(
            id: plan.id.rawValue, name: plan.name, url: plan.url?.href ?? "", kind: plan.kind.rawValue,
            state: standing.isPaused ? .paused : standing.failures > 0 ? .broken : .active,
            schedule: plan.schedule.words, lastFetched: standing.lastFetched, lastOutcome: standing.lastOutcome,
            message: standing.lastError, nextDue: standing.isPaused ? nil : standing.nextDue,
            silentSince: standing.silentSince(now), articles: articles, failures: standing.failures)
    }
}

extension SourceSchedule {
    /// The schedule in the configuration's words.
    fileprivate var words: String {
        switch self {
        case .every(let interval): DurationText.write(interval)
        case .cron(let expression): expression.description
        case .adaptive(let bounds):
            "adaptive \(DurationText.write(bounds.minimum))–\(DurationText.write(bounds.maximum))"
        }
    }
}
