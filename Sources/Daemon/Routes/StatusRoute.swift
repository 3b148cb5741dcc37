internal import Catalog
internal import ControlProtocol
internal import Glibc
internal import Ingest
internal import Model
internal import Posix
internal import Reel

extension Routes {
    /// The daemon's health at this moment.
    func statusReport() async throws -> StatusReport {
        let now = works.clock.now()
        let snapshot = works.counters.snapshot(now: now)
        let counts = await works.frontier.counts()
        let standings = await works.sources.standings()
        let broken = standings.filter { $0.failures > 0 && !$0.isPaused }
        let paused = standings.count { $0.isPaused }
        let reels = try summaries()
        let available = try Directory.availableBytes(places.state)
        var problems = broken.prefix(10).map { "source \($0.plan.id) is broken: \($0.lastError ?? "no answer")" }
        problems += standings.compactMap { standing in
            standing.silentSince(now).map { "source \(standing.plan.id) has given nothing new since \($0.rfc3339)" }
        }.prefix(10)
        if let pause = await works.frontier.pause { problems.append(pause.words) }
        if available < 256 << 20 { problems.append("only \(available >> 20) MiB are free at \(places.state)") }
        return StatusReport(
            version: Daemon.version, state: problems.isEmpty ? .running : .degraded, problems: problems, pid: getpid(),
            started: started, uptimeSeconds: Int(started.duration(to: now).components.seconds),
            sources: SourceCounts(
                total: standings.count, active: standings.count - paused - broken.count, paused: paused,
                broken: broken.count),
            queue: QueueCounts(due: counts.due, waiting: counts.waiting, inFlight: counts.inFlight),
            funnel: Funnel(fetched: snapshot.fetched, counts: snapshot.outcomes),
            rates: Rates(
                fetchesPerMinute: snapshot.fetchesPerMinute, articlesPerMinute: snapshot.articlesPerMinute,
                bytesPerMinute: snapshot.bytesPerMinute),
            lagSeconds: Int(counts.lag.components.seconds), reels: reels,
            disk: DiskUsage(availableBytes: available, usedBytes: reels.reduce(0) { $0 + $1.bytes }),
            lastErrors: snapshot.failures.map {
                StatusError(
                    time: $0.time, source: $0.source?.rawValue, url: $0.url, outcome: $0.outcome, message: $0.message)
            },
            configuration: ConfigurationState(path: places.configuration, loaded: await reloader.loaded))
    }

    private func summaries() throws -> [ReelSummary] {
        try works.stores.reels.map { writer in
            let segments = try ReelReader(writer.location).segments()
            return ReelSummary(
                name: writer.location.name.rawValue, segments: segments.count,
                bytes: segments.reduce(0) { $0 + $1.fileSize }, endOffset: writer.end, records: nil)
        }
    }
}
