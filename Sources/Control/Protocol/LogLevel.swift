package import Model

/// From which level on the daemon is to log: the body of `POST /v1/log`.
package struct LogLevelOrder: WireValue, Equatable {
    /// `trace`, `debug`, `info`, `notice`, `warning`, `error` or `critical`.
    package var level: String
    /// How long, then the configuration's level is back; nil: until the next reload or start.
    package var seconds: Int?

    /// A week.
    package static let maximumSeconds = 604_800

    package init(level: String, seconds: Int? = nil) {
        self.level = level
        self.seconds = seconds
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("level", level)
        if let seconds { writer.member("seconds", seconds) }
    }
}

/// From which level on the daemon logs: the answer of `/v1/log`.
package struct LogLevelReport: WireValue, Equatable {
    /// The level in force.
    package var level: String
    /// The configuration's.
    package var configured: String
    /// After how many seconds the configuration's level is back; nil where nothing brings it back but a reload.
    package var secondsLeft: Int64?

    package init(level: String, configured: String, secondsLeft: Int64? = nil) {
        self.level = level
        self.configured = configured
        self.secondsLeft = secondsLeft
    }

    private enum CodingKeys: String, CodingKey {
        case level, configured
        case secondsLeft = "seconds_left"
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("level", level)
        writer.member("configured", configured)
        if let secondsLeft { writer.member("seconds_left", secondsLeft) }
    }
}
