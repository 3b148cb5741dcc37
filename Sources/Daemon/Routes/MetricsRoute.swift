internal import Catalog
internal import ControlProtocol
internal import ControlServer
internal import Glibc
internal import Ingest
internal import Model

extension Routes {
    /// What `status` says, as Prometheus takes it; and what only sums are good for.
    func metrics() async throws -> ControlResponse {
        var text = MetricsText()
        let status = try await statusReport()
        writeWork(status, to: &text)
        writeStore(status, to: &text)
        writeProcess(status, to: &text)
        return .bytes(text.bytes, contentType: MetricsText.contentType)
    }

    /// Whether the daemon answers at all.
    func health() -> ControlResponse { .bytes(Array("ok\n".utf8), contentType: ContentType.plain) }

    /// Whether it takes in pages: 503 with the reasons where it does not.
    func readiness() async -> ControlResponse {
        var reasons: [String] = []
        do {
            _ = try await works.stores.catalog.read { try Progress.read("pages", $0) }
        } catch {
            reasons.append("\(error)")
        }
        if let pause = await works.frontier.pause { reasons.append(pause.words) }
        guard !reasons.isEmpty else { return .bytes(Array("ready\n".utf8), contentType: ContentType.plain) }
        let lines = reasons.map { $0 + "\n" }.joined()
        return .bytes(Array(lines.utf8), status: 503, contentType: ContentType.plain)
    }

    private func writeWork(_ status: StatusReport, to text: inout MetricsText) {
        let snapshot = works.counters.snapshot(now: works.clock.now())
        text.add(
            "newsreel_fetches_total", .counter, "Fetches that ended, by outcome.", by: "outcome",
            Outcome.allCases.map { ($0.rawValue, Double(status.funnel[$0])) })
        text.add(
            "newsreel_fetched_bytes_total", .counter, "Bytes of the bodies that were fetched, after decompression.",
            Double(snapshot.bytes))
        text.add(
            "newsreel_articles_total", .counter, "Articles, with new versions of known ones, by source.", by: "source",
            snapshot.articlesBySource.map { ($0.key.rawValue, Double($0.value)) }.sorted { $0.0 < $1.0 })
        text.add(
            "newsreel_fetches_per_minute", .gauge, "Fetches a minute over the last five.", status.rates.fetchesPerMinute
        )
        text.add(
            "newsreel_articles_per_minute", .gauge, "Articles a minute over the last five.",
            status.rates.articlesPerMinute)
        text.add(
            "newsreel_queue_entries", .gauge, "URLs in the frontier, by state.", by: "state",
            [
                ("due", Double(status.queue.due)), ("waiting", Double(status.queue.waiting)),
                ("in_flight", Double(status.queue.inFlight)),
            ])
        text.add(
            "newsreel_lag_seconds", .gauge, "How long the most overdue fetch has been due.", Double(status.lagSeconds))
        text.add(
            "newsreel_sources", .gauge, "Configured sources, by state.", by: "state",
            [
                ("active", Double(status.sources.active)), ("paused", Double(status.sources.paused)),
                ("broken", Double(status.sources.broken)),
            ])
    }

    private func writeStore(_ status: StatusReport, to text: inout MetricsText) {
        text.add(
            "newsreel_reel_bytes", .gauge, "Bytes of a reel's segments.", by: "reel",
            status.reels.map { ($0.name, Double($0.bytes)) })
        text.add(
            "newsreel_reel_segments", .gauge, "Segments of a reel.", by: "reel",
            status.reels.map { ($0.name, Double($0.segments)) })
        text.add(
            "newsreel_reel_end_offset", .gauge, "The offset at which a reel's next record begins.", by: "reel",
            status.reels.map { ($0.name, Double($0.endOffset.rawValue)) })
        text.add(
            "newsreel_disk_available_bytes", .gauge, "Bytes that are free where the state lies.",
            Double(status.disk.availableBytes))
    }

    private func writeProcess(_ status: StatusReport, to text: inout MetricsText) {
        text.add("newsreel_build_info", "The daemon's version.", facts: [("version", status.version)])
        text.add("newsreel_degraded", .gauge, "1 while something needs a person.", status.state == .degraded ? 1 : 0)
        text.add(
            "newsreel_configuration_loaded_timestamp_seconds", .gauge, "When the configuration in force was read.",
            Double(status.configuration.loaded.timestamp.secondsSinceEpoch))
        text.add(
            "process_start_time_seconds", .gauge, "When the daemon started, in seconds since 1970.",
            Double(status.started.timestamp.secondsSinceEpoch))
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return }
        text.add(
            "process_cpu_seconds_total", .counter, "Processor time, user and system.",
            usage.ru_utime.seconds + usage.ru_stime.seconds)
        text.add(
            "process_resident_memory_peak_bytes", .gauge, "The most memory that was resident at once.",
            Double(usage.ru_maxrss) * 1024)
    }
}

extension timeval {
    fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1_000_000 }
}
