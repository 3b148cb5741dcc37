package import Model

/// The daemon's health: `GET /v1/status`.
package struct StatusReport: WireValue {
    package enum State: String, Sendable, Codable {
        case starting, running
        /// It works, and something needs a person: a source is broken, the disk is nearly full.
        case degraded
        case stopping
    }

    package var version: String
    package var state: State
    /// Why the state is not `running`; one line each.
    package var problems: [String]
    package var pid: Int32
    package var started: WireTime
    package var uptimeSeconds: Int
    package var sources: SourceCounts
    package var queue: QueueCounts
    package var funnel: Funnel
    package var rates: Rates
    /// How long ago the fetch that is most overdue was due; 0 where nothing is overdue.
    package var lagSeconds: Int
    package var reels: [ReelSummary]
    package var disk: DiskUsage
    /// The newest last, at most 20.
    package var lastErrors: [StatusError]
    package var configuration: ConfigurationState

    package init(
        version: String, state: State, problems: [String] = [], pid: Int32, started: Timestamp, uptimeSeconds: Int,
        sources: SourceCounts, queue: QueueCounts, funnel: Funnel, rates: Rates, lagSeconds: Int,
        reels: [ReelSummary], disk: DiskUsage, lastErrors: [StatusError], configuration: ConfigurationState
    ) {
        self.version = version
        self.state = state
        self.problems = problems
        self.pid = pid
        self.started = WireTime(started)
        self.uptimeSeconds = uptimeSeconds
        self.sources = sources
        self.queue = queue
        self.funnel = funnel
        self.rates = rates
        self.lagSeconds = lagSeconds
        self.reels = reels
        self.disk = disk
        self.lastErrors = lastErrors
        self.configuration = configuration
    }

    private enum CodingKeys: String, CodingKey {
        case version, state, problems, pid, started, sources, queue, funnel, rates, reels, disk, configuration
        case uptimeSeconds = "uptime_seconds"
        case lagSeconds = "lag_seconds"
        case lastErrors = "last_errors"
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("version", version)
        writer.member("state", state.rawValue)
        writer.member("problems", problems)
        writer.member("pid", pid)
        writer.member("started", started.timestamp)
        writer.member("uptime_seconds", uptimeSeconds)
        writer.object("sources", Optional(sources)) { $0.writeMembers(to: &$1) }
        writer.object("queue", Optional(queue)) { $0.writeMembers(to: &$1) }
        writer.object("funnel", Optional(funnel)) { $0.writeMembers(to: &$1) }
        writer.object("rates", Optional(rates)) { $0.writeMembers(to: &$1) }
        writer.member("lag_seconds", lagSeconds)
        writer.array("reels", reels) { $0.writeMembers(to: &$1) }
        writer.object("disk", Optional(disk)) { $0.writeMembers(to: &$1) }
        writer.array("last_errors", lastErrors) { $0.writeMembers(to: &$1) }
        writer.object("configuration", Optional(configuration)) { $0.writeMembers(to: &$1) }
    }
}
