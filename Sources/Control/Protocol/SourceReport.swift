package import Model

/// The sources: `GET /v1/sources`.
package struct SourceList: WireValue, Equatable {
    package var sources: [SourceReport]

    package init(sources: [SourceReport]) { self.sources = sources }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.array("sources", sources) { source, writer in source.writeMembers(to: &writer) }
    }
}

/// One source and how it is: `GET /v1/sources/{id}`.
package struct SourceReport: WireValue, Equatable {
    package enum State: String, Sendable, Codable {
        case active, paused
        /// Its last attempts failed; it is tried again, later and later.
        case broken
    }

    package var id: String
    package var name: String?
    package var url: String
    /// `feed`, `sitemap`, `list`, `page`, `auto`.
    package var kind: String
    package var state: State
    /// When it is fetched, in the configuration's words: `15m`, `*/15 6-23 * * *`, `adaptive 5m–1d`.
    package var schedule: String
    package var lastFetched: WireTime?
    package var lastOutcome: Outcome?
    /// Why it is broken.
    package var message: String?
    package var nextDue: WireTime?
    /// Since when it has given nothing new, where that is longer than it used to be.
    package var silentSince: WireTime?
    /// Articles since the daemon started.
    package var articles: Int
    /// Attempts in a row that failed.
    package var failures: Int

    package init(
        id: String, name: String?, url: String, kind: String, state: State, schedule: String,
        lastFetched: Timestamp? = nil, lastOutcome: Outcome? = nil, message: String? = nil, nextDue: Timestamp? = nil,
        silentSince: Timestamp? = nil, articles: Int = 0, failures: Int = 0
    ) {
        self.id = id
        self.name = name
        self.url = url
        self.kind = kind
        self.state = state
        self.schedule = schedule
        self.lastFetched = lastFetched.map { WireTime($0) }
        self.lastOutcome = lastOutcome
        self.message = message
        self.nextDue = nextDue.map { WireTime($0) }
        self.silentSince = silentSince.map { WireTime($0) }
        self.articles = articles
        self.failures = failures
    }

    private enum CodingKeys: String, CodingKey {
        case id, name, url, kind, state, schedule, message, articles, failures
        case lastFetched = "last_fetched"
        case lastOutcome = "last_outcome"
        case nextDue = "next_due"
        case silentSince = "silent_since"
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("id", id)
        writer.member("name", name)
        writer.member("url", url)
        writer.member("kind", kind)
        writer.member("state", state.rawValue)
        writer.member("schedule", schedule)
        writer.member("last_fetched", lastFetched?.timestamp)
        writer.member("last_outcome", lastOutcome?.rawValue)
        writer.optional("message", message)
        writer.member("next_due", nextDue?.timestamp)
        writer.optional("silent_since", silentSince)
        writer.member("articles", articles)
        writer.member("failures", failures)
    }
}
