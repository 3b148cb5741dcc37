internal import Catalog
internal import ControlProtocol
internal import ControlServer
internal import CoreMetrics
internal import Glibc
internal import Ingest
internal import Model

extension Routes {
    /// What `status` says, as Prometheus takes it; and what only sums are good for.
    func metrics() async throws -> ControlResponse {
        var text = MetricsText()
        let status = try await statusReport()
        record(status)
        Daemon.metrics.write(to: &text)
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

    /// Sets the gauges to what is true now.
    private func record(_ status: StatusReport) {
        gauge("newsreel_fetches_per_minute", status.rates.fetchesPerMinute)
        gauge("newsreel_articles_per_minute", status.rates.articlesPerMinute)
        gauge("newsreel_queue_entries", Double(status.queue.due), ("state", "due"))
        gauge("newsreel_queue_entries", Double(status.queue.waiting), ("state", "waiting"))
        gauge("newsreel_queue_entries", Double(status.queue.inFlight), ("state", "in_flight"))
        gauge("newsreel_lag_seconds", Double(status.lagSeconds))
        gauge("newsreel_sources", Double(status.sources.active), ("state", "active"))
        gauge("newsreel_sources", Double(status.sources.paused), ("state", "paused"))
        gauge("newsreel_sources", Double(status.sources.broken), ("state", "broken"))
        for reel in status.reels {
            gauge("newsreel_reel_bytes", Double(reel.bytes), ("reel", reel.name))
            gauge("newsreel_reel_segments", Double(reel.segments), ("reel", reel.name))
            gauge("newsreel_reel_end_offset", Double(reel.endOffset.rawValue), ("reel", reel.name))
        }
        gauge("newsreel_disk_available_bytes", Double(status.disk.availableBytes))
        gauge("newsreel_degraded", status.state == .degraded ? 1 : 0)
        gauge(
            "newsreel_configuration_loaded_timestamp_seconds",
            Double(status.configuration.loaded.timestamp.secondsSinceEpoch))
    }

    private func gauge(_ name: String, _ value: Double, _ labels: (String, String)...) {
        CoreMetrics.Gauge(label: name, dimensions: labels).record(value)
    }

    private func writeProcess(_ status: StatusReport, to text: inout MetricsText) {
        text.add("newsreel_build_info", "The daemon's version.", facts: [("version", status.version)])
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
