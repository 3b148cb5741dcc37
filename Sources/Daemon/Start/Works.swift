internal import Config
internal import Fetch
internal import Ingest
internal import Logging
internal import Model
internal import Posix
internal import Schedule

/// What takes in the news: stores, fetcher, sources, frontier, dispatcher, with the configuration they were built from.
struct Works: Sendable {
    let stores: Stores
    let fetcher: Fetcher
    let sources: SourceBook
    let frontier: FrontierKeeper
    let triggers = TriggerBoard()
    let counters: Counters
    let ingest: Ingest
    let dispatcher: Dispatcher
    let rebuild: CatalogRebuild
    let importer: Importer
    let clock = SystemClocks()
    let logger: Logger

    /// Opens the stores and builds the rest; nothing is fetched before ``begin()``.
    init(places: Places, configuration: Configuration, logger: Logger) async throws {
        counters = Counters(started: clock.now())
        stores = try Stores.open(places, configuration, logger)
        do {
            fetcher = try Fetcher(FetchConfiguration(configuration.fetch, metrics: configuration.metrics))
        } catch {
            throw DaemonError(.fetcher, "\(error)", cause: error)
        }
        sources = SourceBook(catalog: stores.catalog, adHoc: try .adHoc(configuration.fetch))
        frontier = FrontierKeeper(
            catalog: stores.catalog, sources: sources, triggers: triggers,
            politeness: Politeness(configuration.fetch),
            byDomain: configuration.fetch.hostIs == .registrableDomain,
            maximumInFlight: configuration.fetch.maximumConcurrency, clock: clock,
            room: DiskRoom(places, configuration.reels, logger),
            idleWork: IdleWork(after: .seconds(10)) { Allocator.giveBackMemory() })
        ingest = Ingest(fetcher: fetcher, frontier: frontier, stores: stores, clock: clock)
        dispatcher = Dispatcher(
            ingest: ingest, frontier: frontier, sources: sources, triggers: triggers, stores: stores,
            counters: counters,
            clock: clock, logger: logger)
        rebuild = CatalogRebuild(stores: stores)
        importer = Importer(ingest: ingest, stores: stores, sources: sources)
        self.logger = logger
        _ = try await take(configuration)
    }

    /// Goes on where the last run stopped: pages that were kept and not taken in, then the sources; ``takeUpFrontier()`` follows.
    func begin() async throws {
        await ingest.restore()
        let recovered = try await Recovery(ingest: ingest, stores: stores, sources: sources, clock: clock).run()
        if recovered.pages > 0 {
            logger.notice(
                "taken up after an unclean end",
                metadata: [
                    "pages": "\(recovered.pages)", "articles": "\(recovered.articles)",
                    OperatorEvent.key: "\(OperatorEvent.uncleanEnd.rawValue)",
                ])
        }
        try await planSources()
    }

    /// Takes up the frontier of the last run, while the daemon works already.
    func takeUpFrontier() async {
        do {
            let waiting = try await frontier.restore()
            if waiting > 0 { logger.info("the frontier goes on", metadata: ["waiting": "\(waiting)"]) }
        } catch {
            logger.error("the frontier of the last run was not taken up: \(error)")
        }
    }

    /// Takes over the sources of a configuration. Those that are new or changed are due at once; what changed, a line each.
    func take(_ configuration: Configuration) async throws -> [String] {
        let before = await sources.standings().map(\.plan)
        let plans = try configuration.sources.map { try SourcePlan($0, fetch: configuration.fetch) }
        let gone = try await sources.replace(plans, adHoc: try .adHoc(configuration.fetch))
        let moved = plans.filter { plan in before.contains { $0.id == plan.id && $0.url != plan.url } }.map(\.id)
        for id in gone + moved { try await frontier.remove(source: id) }
        for plan in plans {
            if let url = plan.url { await frontier.setPoliteness(plan.politeness, of: url) }
        }
        let known = Set(before.map(\.id))
        let added = plans.map(\.id).filter { !known.contains($0) }
        return gone.map { "source \($0) removed" } + moved.map { "source \($0) moved" }
            + added.map { "source \($0) added" }
    }

    /// Sees to it that each source's own page is in the frontier.
    func planSources() async throws {
        for standing in await sources.standings() where !standing.isPaused {
            guard let url = standing.plan.url, await !frontier.contains(url) else { continue }
            let due = await sources.firstDue(standing.plan.id, now: clock.now())
            try await frontier.add([.page(of: standing.plan, url)], due: due)
        }
    }

    /// Has a source's own page fetched at once, unless the source is paused.
    func fetchNow(_ id: SourceID) async throws {
        guard let standing = await sources.standing(id), !standing.isPaused, let url = standing.plan.url else { return }
        try await frontier.add([.page(of: standing.plan, url)], due: clock.now())
    }
}

extension FrontierEntry {
    /// The entry for a source's own page.
    static func page(of plan: SourcePlan, _ url: CanonicalURL) -> FrontierEntry {
        FrontierEntry(url: url, source: plan.id, purpose: plan.kind == .page ? .article : .source, priority: .source)
    }
}
