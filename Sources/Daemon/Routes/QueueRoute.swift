internal import Catalog
internal import Config
internal import ControlProtocol
internal import ControlServer
internal import Ingest
internal import Model
internal import Posix
internal import Schedule

extension Routes {
    func queue(_ request: ControlRequest) async throws -> QueueReport {
        let limit = request.queryItem("limit").flatMap { Int($0) } ?? 50
        let counts = await works.frontier.counts()
        let now = works.clock.now()
        let entries = await works.frontier.waiting(limit: min(max(limit, 0), 1000)).map { entry, due in
            QueueEntry(
                url: entry.url.href, source: entry.source.rawValue, state: due <= now ? .due : .waiting, due: due,
                attempts: entry.attempts, reason: entry.purpose.rawValue)
        }
        return QueueReport(
            counts: QueueCounts(due: counts.due, waiting: counts.waiting, inFlight: counts.inFlight), entries: entries)
    }

    func reset(_ request: ControlRequest) async throws -> ResetReport {
        let order: ResetOrder = try request.value()
        guard let url = CanonicalURL(order.url) else { throw ErrorReport(.badRequest, "\(order.url) is no URL") }
        note("reset \(url)", request)
        let wasKnown = try await works.stores.catalog.write { try URLState.forget(url.href, $0) }
        return ResetReport(url: url.href, wasKnown: wasKnown)
    }

    /// What is in force: YAML for people, JSON for those who ask for it.
    func configuration(_ request: ControlRequest) async -> ControlResponse {
        var configuration = await reloader.current
        configuration.stateDirectory = places.state
        configuration.control.socket = places.socket
        if request.accept == ContentType.json {
            return .json(Array((configuration.renderJSON() + "\n").utf8))
        }
        return .bytes(Array(configuration.render().utf8), contentType: ContentType.yaml)
    }
}
