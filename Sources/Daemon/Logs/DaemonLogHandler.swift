internal import Logging

/// Hands the events of one logger to the daemon's log.
struct DaemonLogHandler: LogHandler {
    let log: DaemonLog
    var metadata: Logger.Metadata = [:]
    /// This logger's own level; nil where it follows the daemon's.
    private var own: Logger.Level?

    init(log: DaemonLog) { self.log = log }

    var logLevel: Logger.Level {
        get { own ?? log.level }
        set { own = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }.map { ($0.key, $0.value.description) }
        log.write(
            LogEntry(
                level: event.level, words: event.message.description, fields: fields, file: event.file,
                function: event.function, line: event.line))
    }
}
