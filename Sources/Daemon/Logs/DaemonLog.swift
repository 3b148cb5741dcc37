package import Config
package import Logging
internal import Synchronization

/// The daemon's log: where it goes, from which level on, and what is held back as a repetition.
///
/// Every logger that is made of it follows a change of the level at once.
package final class DaemonLog: Sendable {
    private struct State {
        /// The configuration's level.
        var configured: Logger.Level
        /// Somebody's wish at run time, and when it ends; for ever where that is nil.
        var asked: (level: Logger.Level, until: ContinuousClock.Instant?)?
        var repetitions = Repetitions()
    }

    private let state: Mutex<State>
    private let sink: LogSink
    private let now: @Sendable () -> ContinuousClock.Instant

    /// Writes to the journal where systemd connected standard error to it, else to standard error.
    package convenience init(level: Logger.Level, environment: [String: String]) {
        self.init(level: level, sink: LogSink(environment: environment))
    }

    init(level: Logger.Level, sink: LogSink, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        state = Mutex(State(configured: level))
        self.sink = sink
        self.now = now
    }

    package var logger: Logger { Logger(label: "newsreeld") { _ in DaemonLogHandler(log: self) } }

    /// The least important level that is written.
    var level: Logger.Level { state.withLock { current(&$0) } }

    /// The configuration's level, and after how long it is back by itself where another one is in force.
    var standing: (configured: Logger.Level, left: Duration?) {
        state.withLock { state in
            _ = current(&state)
            return (state.configured, state.asked?.until.map { now().duration(to: $0) })
        }
    }

    /// Takes over the configuration's level; what was asked for at run time ends.
    func configure(_ level: Logger.Level) {
        state.withLock { state in
            state.configured = level
            state.asked = nil
        }
    }

    /// Another level than the configured one, for a time or until the next reload.
    func ask(_ level: Logger.Level, for time: Duration?) {
        state.withLock { $0.asked = (level, time.map { now().advanced(by: $0) }) }
    }

    /// Writes an event, unless the same was written too often in a short time.
    func write(_ entry: LogEntry) {
        let (summaries, passes) = state.withLock { $0.repetitions.take(entry, now: now()) }
        for summary in summaries { sink.write(summary) }
        if passes { sink.write(entry) }
    }

    /// Tells of repetitions whose time is over; `all` at the end of the run.
    func tellRepetitions(all: Bool = false) {
        let summaries = state.withLock { all ? $0.repetitions.takeAll() : $0.repetitions.takeOver(now: now()) }
        for summary in summaries { sink.write(summary) }
    }

    private func current(_ state: inout State) -> Logger.Level {
        if let until = state.asked?.until, until <= now() { state.asked = nil }
        return state.asked?.level ?? state.configured
    }
}

extension Logger.Level {
    /// The configuration's level.
    package init(_ settings: LogSettings) { self = Logger.Level(rawValue: settings.level.rawValue) ?? .info }
}
