internal import Logging
internal import Model

/// Holds back what is logged again and again: of the same level and words so many in a time are written, the rest is counted.
///
/// Lines of level debug are never held back, for who asks for them wants them all, nor are changes over the control socket.
struct Repetitions {
    /// How many are written within ``time``.
    static let maximum = 5
    static let time = Duration.seconds(30)
    /// How many different lines are watched at once; the oldest gives way, told of if it had repetitions.
    static let maximumWatched = 256

    private struct Key: Hashable {
        let level: Logger.Level
        let words: String
    }

    private struct Watch {
        var last: LogEntry
        let began: ContinuousClock.Instant
        var count = 1

        /// The last one held back, in place of all.
        var summary: LogEntry? {
            let held = count - Repetitions.maximum
            guard held > 0 else { return nil }
            return LogEntry(
                level: last.level,
                words: "\(held) more like this within \(Repetitions.time.components.seconds) s: \(last.text)",
                fields: last.event.map { [(OperatorEvent.key, $0.rawValue)] } ?? [], file: last.file,
                function: last.function, line: last.line)
        }
    }

    private var watches: [Key: Watch] = [:]
    /// The earliest time at which a watch may be over.
    private var nextOver: ContinuousClock.Instant?

    /// Takes an event: what is to be said of earlier ones first, and whether this one is written.
    mutating func take(_ entry: LogEntry, now: ContinuousClock.Instant) -> (summaries: [LogEntry], passes: Bool) {
        guard entry.level > .debug, entry.event != .changed else { return ([], true) }
        var summaries = takeOver(now: now)
        let key = Key(level: entry.level, words: entry.words)
        if var watch = watches[key] {
            watch.count += 1
            watch.last = entry
            watches[key] = watch
            return (summaries, watch.count <= Repetitions.maximum)
        }
        if watches.count >= Repetitions.maximumWatched,
            let oldest = watches.min(by: { $0.value.began < $1.value.began })
        {
            watches[oldest.key] = nil
            if let summary = oldest.value.summary { summaries.append(summary) }
        }
        watches[key] = Watch(last: entry, began: now)
        nextOver = min(nextOver ?? now.advanced(by: Repetitions.time), now.advanced(by: Repetitions.time))
        return (summaries, true)
    }

    /// What is to be said of the watches whose time is over.
    mutating func takeOver(now: ContinuousClock.Instant) -> [LogEntry] {
        guard let nextOver, nextOver <= now else { return [] }
        let over = watches.filter { $0.value.began.advanced(by: Repetitions.time) <= now }
        for key in over.keys { watches[key] = nil }
        self.nextOver = watches.values.map(\.began).min()?.advanced(by: Repetitions.time)
        return Repetitions.summaries(over.values)
    }

    /// What is to be said of all; none is watched any more.
    mutating func takeAll() -> [LogEntry] {
        defer {
            watches = [:]
            nextOver = nil
        }
        return Repetitions.summaries(watches.values)
    }

    private static func summaries(_ watches: some Collection<Watch>) -> [LogEntry] {
        watches.sorted { $0.began < $1.began }.compactMap(\.summary)
    }
}
