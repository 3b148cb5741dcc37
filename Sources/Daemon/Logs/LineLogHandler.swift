internal import Glibc
package import Logging
internal import Model
internal import Posix

/// Writes each event as one line on standard error: with a `<priority>` prefix where journald reads it (sd-daemon(3)), with the
/// time of day elsewhere.
package struct LineLogHandler: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    private let isJournal: Bool

    /// Looks at `JOURNAL_STREAM`, which names the device and inode of the stream that systemd opened.
    package init(level: Logger.Level, environment: [String: String]) {
        self.init(level: level, isJournal: LineLogHandler.isJournal(environment["JOURNAL_STREAM"]))
    }

    init(level: Logger.Level, isJournal: Bool) {
        logLevel = level
        self.isJournal = isJournal
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var text = line(of: event)
        text.withUTF8 { bytes in _ = retry { write(STDERR_FILENO, bytes.baseAddress, bytes.count) } }
    }

    /// The event as a line with its line feed.
    func line(of event: LogEvent) -> String {
        var line = isJournal ? "<\(event.level.priority)>" : "\(timeOfDay()) \(event.level.mark)"
        line += LineLogHandler.oneLine(event.message.description)
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            line += " \(key)=\(LineLogHandler.quoted(value.description))"
        }
        return line + "\n"
    }

    /// Whether standard error is the stream of that device and inode.
    static func isJournal(_ stream: String?) -> Bool {
        guard let stream else { return false }
        var status = stat()
        guard fstat(STDERR_FILENO, &status) == 0 else { return false }
        return stream == "\(status.st_dev):\(status.st_ino)"
    }

    private func timeOfDay() -> String {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    private static func oneLine(_ text: String) -> String {
        text.contains { $0.isNewline } ? String(text.map { $0.isNewline ? " " : $0 }) : text
    }

    private static func quoted(_ text: String) -> String {
        let text = oneLine(text)
        guard text.isEmpty || text.contains(where: { $0 == " " || $0 == "\"" || $0 == "=" }) else { return text }
        return "\"" + text.replacing("\"", with: "'") + "\""
    }
}

extension Logger.Level {
    /// syslog(3)'s numbers.
    fileprivate var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }

    /// What a reader of the terminal is told beside the words.
    fileprivate var mark: String {
        switch self {
        case .trace, .debug: "debug: "
        case .info, .notice: ""
        case .warning: "warning: "
        case .error: "error: "
        case .critical: "critical: "
        }
    }
}
