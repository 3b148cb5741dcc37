package import Model

// The objects inside a StatusReport.

/// How many sources there are, by state.
package struct SourceCounts: Sendable, Equatable, Decodable {
    package var total: Int
    package var active: Int
    package var paused: Int
    /// Sources whose last attempts failed.
    package var broken: Int

    package init(total: Int, active: Int, paused: Int, broken: Int) {
        self.total = total
        self.active = active
        self.paused = paused
        self.broken = broken
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("total", total)
        writer.member("active", active)
        writer.member("paused", paused)
        writer.member("broken", broken)
    }
}

/// How many fetches wait, and for what.
package struct QueueCounts: Sendable, Equatable, Decodable {
    /// Due now, and held back by politeness or concurrency alone.
    package var due: Int
    /// Due later.
    package var waiting: Int
    package var inFlight: Int

    package init(due: Int, waiting: Int, inFlight: Int) {
        self.due = due
        self.waiting = waiting
        self.inFlight = inFlight
    }

    private enum CodingKeys: String, CodingKey {
        case due, waiting
        case inFlight = "in_flight"
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("due", due)
        writer.member("waiting", waiting)
        writer.member("in_flight", inFlight)
    }
}

/// How fast it goes, over the last minutes.
package struct Rates: Sendable, Equatable, Decodable {
    package var fetchesPerMinute: Double
    package var articlesPerMinute: Double
    package var bytesPerMinute: Double

    package init(fetchesPerMinute: Double, articlesPerMinute: Double, bytesPerMinute: Double) {
        self.fetchesPerMinute = fetchesPerMinute
        self.articlesPerMinute = articlesPerMinute
        self.bytesPerMinute = bytesPerMinute
    }

    private enum CodingKeys: String, CodingKey {
        case fetchesPerMinute = "fetches_per_minute"
        case articlesPerMinute = "articles_per_minute"
        case bytesPerMinute = "bytes_per_minute"
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("fetches_per_minute", fetchesPerMinute)
        writer.member("articles_per_minute", articlesPerMinute)
        writer.member("bytes_per_minute", bytesPerMinute)
    }
}

/// The room on the file system of the state directory, and what the daemon takes of it.
package struct DiskUsage: Sendable, Equatable, Decodable {
    package var availableBytes: UInt64
    package var usedBytes: UInt64

    package init(availableBytes: UInt64, usedBytes: UInt64) {
        self.availableBytes = availableBytes
        self.usedBytes = usedBytes
    }

    private enum CodingKeys: String, CodingKey {
        case availableBytes = "available_bytes"
        case usedBytes = "used_bytes"
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("available_bytes", availableBytes)
        writer.member("used_bytes", usedBytes)
    }
}

/// One of the last things that went wrong.
package struct StatusError: Sendable, Equatable, Decodable {
    package var time: WireTime
    package var source: String?
    package var url: String?
    package var outcome: Outcome?
    package var message: String

    package init(time: Timestamp, source: String?, url: String?, outcome: Outcome?, message: String) {
        self.time = WireTime(time)
        self.source = source
        self.url = url
        self.outcome = outcome
        self.message = message
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("time", time.timestamp)
        writer.optional("source", source)
        writer.optional("url", url)
        writer.optional("outcome", outcome?.rawValue)
        writer.member("message", message)
    }
}

/// Which configuration is in force.
package struct ConfigurationState: Sendable, Equatable, Decodable {
    package var path: String
    package var loaded: WireTime

    package init(path: String, loaded: Timestamp) {
        self.path = path
        self.loaded = WireTime(loaded)
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("path", path)
        writer.member("loaded", loaded.timestamp)
    }
}
