internal import Config
internal import ControlProtocol
internal import ControlServer
internal import Ingest
internal import Model
internal import Schedule

extension Routes {
    /// Queues sources and URLs ahead of all others; with `wait` follows them to the end.
    func fetch(_ request: ControlRequest) async throws -> ControlResponse {
        let order: FetchOrder = try request.value()
        guard !order.targets.isEmpty, order.targets.count <= FetchOrder.maximumTargets else {
            throw ErrorReport(.badRequest, "name 1 to \(FetchOrder.maximumTargets) sources or URLs")
        }
        try await refuseWithoutRoom()
        let entries = try await entries(for: order)
        note("fetch \(order.targets.prefix(3).joined(separator: " "))\(order.targets.count > 3 ? " …" : "")", request)
        return try await follow(entries, wait: order.wait)
    }

    /// Queues what a source gave since a time, after all others; with `wait` follows it to the end.
    func backfill(_ request: ControlRequest) async throws -> ControlResponse {
        let order: BackfillOrder = try request.value()
        let id = SourceID(rawValue: try request.parameter("id"))
        guard let standing = await works.sources.standing(id), let url = standing.plan.url else {
            throw ErrorReport(.notFound, "there is no source \(id); newsreel source list shows them")
        }
        guard standing.plan.kind != .page else {
            throw ErrorReport(.badRequest, "source \(id) is a single page; only feeds, sitemaps and lists have a past")
        }
        guard order.since.timestamp < works.clock.now() else {
            throw ErrorReport(.badRequest, "\(order.since.timestamp) is not in the past")
        }
        try await refuseWithoutRoom()
        note("backfill \(id) since \(order.since.timestamp)", request)
        let entries = await works.ingest.backfill(of: url, by: standing.plan, since: order.since.timestamp)
        return try await follow(entries, wait: order.wait)
    }

    /// Has entries fetched for a trigger of their own.
    private func follow(_ entries: [FrontierEntry], wait: Bool) async throws -> ControlResponse {
        let (id, events) = await works.triggers.open()
        let triggered = entries.map { entry in
            var entry = entry
            entry.triggers = [id]
            return entry
        }
        try await works.frontier.add(triggered, due: works.clock.now())
        // What a source's page named before is as new to the user as what it names now.
        for entry in entries where entry.purpose == .source && entry.backfill == nil {
            await works.frontier.hurry(entry.source, for: [id])
        }
        await works.triggers.complete(id)
        guard wait else {
            return .json(FetchReceipt(trigger: "\(id)", queued: entries.count), status: 202)
        }
        return .stream { writer in
            var follower = FetchFollower()
            for await event in events {
                try await writer.write(follower.lines(of: event))
            }
        }
    }

    private func entries(for order: FetchOrder) async throws -> [FrontierEntry] {
        var entries: [FrontierEntry] = []
        var seen: Set<CanonicalURL> = []
        for target in order.targets {
            var entry = try await entry(for: target)
            entry.priority = .triggered
            entry.force = order.force
            if seen.insert(entry.url).inserted { entries.append(entry) }
        }
        return entries
    }

    private func entry(for target: String) async throws -> FrontierEntry {
        if let standing = await works.sources.standing(SourceID(rawValue: target)), let url = standing.plan.url {
            return .page(of: standing.plan, url)
        }
        guard let url = CanonicalURL(target), url.url.isHTTP else {
            throw ErrorReport(
                .notFound,
                "\(target) is neither a source nor an http or https URL; newsreel source list shows the sources")
        }
        let (source, isItsPage) = await works.sources.source(of: url)
        if isItsPage, let standing = await works.sources.standing(source) { return .page(of: standing.plan, url) }
        return FrontierEntry(url: url, source: source, purpose: .article, priority: .triggered)
    }
}

/// Turns a trigger's events into the stream's lines.
private struct FetchFollower {
    private var total = 0
    private var done = 0

    mutating func lines(of event: TriggerBoard.Event) -> [UInt8] {
        switch event {
        case .queued(let url, let source):
            total += 1
            return FetchEvent(.queued, url: url.href, source: source.rawValue).line
        case .ended(let attempt):
            done += 1
            return FetchEvent(attempt).line + FetchEvent.progress(done: done, total: total).line
        case .done(let count, let isWell):
            return FetchEvent.done(done: count, total: total, ok: isWell).line
        }
    }
}

extension FetchEvent {
    fileprivate init(_ attempt: Attempt) {
        self.init(
            .outcome, time: attempt.time, url: attempt.entry.url.href, source: attempt.entry.source.rawValue)
        outcome = attempt.outcome
        status = attempt.status
        articleID = attempt.articleID
        title = attempt.title
        bytes = attempt.bytes
        milliseconds = attempt.milliseconds
        message = attempt.message
    }
}
