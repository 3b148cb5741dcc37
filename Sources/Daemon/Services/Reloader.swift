internal import Config
internal import ControlProtocol
internal import Glibc
internal import Ingest
internal import Logging
internal import Model
internal import Posix

/// Reads the configuration again and takes it over whole, or not at all.
actor Reloader {
    private let works: Works
    private let places: Places
    private let notifier: ServiceNotifier
    private let log: DaemonLog
    private(set) var current: Configuration
    private(set) var loaded: Timestamp

    init(works: Works, places: Places, notifier: ServiceNotifier, log: DaemonLog, current: Configuration) {
        self.works = works
        self.places = places
        self.notifier = notifier
        self.log = log
        self.current = current
        loaded = works.clock.now()
    }

    /// Takes over the file as it is now. An error in it changes nothing; the report has its lines.
    func reload(asked by: String) async throws -> ReloadReport {
        logger.notice("reload", metadata: ["asked_by": "\(by)"])
        try notifier.reloading()
        var status = "the configuration has errors; what was in force stays"
        defer { notifyReady(status) }
        let configuration: Configuration
        do {
            configuration = try Configuration.load(path: places.configuration)
        } catch {
            let lines = error.description.split(separator: "\n").map(String.init)
            let refused: Logger.Metadata = [OperatorEvent.key: "\(OperatorEvent.reloadRefused.rawValue)"]
            for line in lines { logger.error("\(line)", metadata: refused) }
            throw ErrorReport(
                .invalidConfiguration, "the configuration has errors; what was in force stays", details: lines)
        }
        var changed = try await works.take(configuration)
        try await works.planSources()
        changed += waitsForRestart(configuration)
        current = configuration
        status = "reloaded, \(configuration.sources.count) sources"
        loaded = works.clock.now()
        log.configure(Logger.Level(configuration.log))
        for line in changed { logger.notice("\(line)") }
        logger.notice(
            "reloaded",
            metadata: [
                "sources": "\(configuration.sources.count)", OperatorEvent.key: "\(OperatorEvent.reloaded.rawValue)",
            ])
        return ReloadReport(sources: configuration.sources.count, changed: changed)
    }

    /// What is built once at the start.
    private func waitsForRestart(_ next: Configuration) -> [String] {
        var lines: [String] = []
        func note(_ name: String, _ isChanged: Bool) {
            if isChanged { lines.append("\(name) changes at the next start") }
        }
        note("state_directory", next.stateDirectory != current.stateDirectory)
        note("control", next.control != current.control)
        note("reels", next.reels != current.reels)
        note("fetch (but what sources take from it)", next.fetch != current.fetch)
        return lines
    }

    private var logger: Logger { log.logger }

    private func notifyReady(_ status: String) {
        do {
            try notifier.ready(status: status)
        } catch {
            logger.warning("systemd was not told: \(error)")
        }
    }
}
