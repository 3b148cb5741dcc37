internal import Glibc
internal import Posix

/// Where the log goes.
enum LogSink: Sendable {
    /// Standard error, with the time of day.
    case terminal
    /// Standard error that the journal reads as lines, with `<priority>` before each (sd-daemon(3)).
    case stream
    /// The journal's own socket, with fields.
    case journal(JournalWriter)
    /// A test's.
    case other(@Sendable (LogEntry) -> Void)

    /// Looks at `JOURNAL_STREAM`, which names the device and inode of the stream that systemd opened: where standard error is not
    /// that stream, somebody else wants to read it. `NEWSREEL_JOURNAL_SOCKET` stands for the journal's own socket.
    init(environment: [String: String]) {
        guard LogSink.isJournal(environment["JOURNAL_STREAM"]) else {
            self = .terminal
            return
        }
        let socket = environment["NEWSREEL_JOURNAL_SOCKET"] ?? "/run/systemd/journal/socket"
        do {
            guard access(socket, W_OK) == 0 else { throw SystemError("access", socket) }
            self = .journal(try JournalWriter(path: socket))
        } catch {
            self = .stream
        }
    }

    /// Whether standard error is the stream of that device and inode.
    static func isJournal(_ stream: String?) -> Bool {
        guard let stream else { return false }
        var status = stat()
        guard fstat(STDERR_FILENO, &status) == 0 else { return false }
        return stream == "\(status.st_dev):\(status.st_ino)"
    }

    func write(_ entry: LogEntry) {
        switch self {
        case .terminal, .stream: LogSink.writeError(line(entry))
        case .journal(let writer):
            // Whatever the socket does not take goes the way that is always open.
            if !writer.write(entry) { LogSink.writeError(LogSink.stream.line(entry)) }
        case .other(let take): take(entry)
        }
    }

    /// The event as a line with its line feed.
    func line(_ entry: LogEntry) -> String {
        switch self {
        case .terminal, .other: "\(LogSink.timeOfDay()) \(entry.level.mark)\(entry.text)\n"
        case .stream, .journal: "<\(entry.level.priority)>\(entry.text)\n"
        }
    }

    private static func writeError(_ line: String) {
        var line = line
        line.withUTF8 { bytes in _ = retry { Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count) } }
    }

    private static func timeOfDay() -> String {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
