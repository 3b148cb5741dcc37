package import Model

/// What is in flight, due and waiting, in the order of its turn: `GET /v1/queue`.
package struct QueueReport: WireValue, Equatable {
    package var counts: QueueCounts
    /// At most as many as were asked for.
    package var entries: [QueueEntry]

    package init(counts: QueueCounts, entries: [QueueEntry]) {
        self.counts = counts
        self.entries = entries
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.object("counts", Optional(counts)) { $0.writeMembers(to: &$1) }
        writer.array("entries", entries) { $0.writeMembers(to: &$1) }
    }
}

/// One fetch of the queue.
package struct QueueEntry: Sendable, Equatable, Decodable {
    package enum State: String, Sendable, Codable {
        case inFlight = "in_flight"
        case due, waiting
    }

    package var url: String
    package var source: String
    package var state: State
    package var due: WireTime
    /// Attempts that failed already.
    package var attempts: Int
    /// What it waits for beside its time: `crawl delay`, `back-off`, `host busy`.
    package var reason: String?

    package init(url: String, source: String, state: State, due: Timestamp, attempts: Int = 0, reason: String? = nil) {
        self.url = url
        self.source = source
        self.state = state
        self.due = WireTime(due)
        self.attempts = attempts
        self.reason = reason
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("url", url)
        writer.member("source", source)
        writer.member("state", state.rawValue)
        writer.member("due", due.timestamp)
        writer.member("attempts", attempts)
        writer.optional("reason", reason)
    }
}
