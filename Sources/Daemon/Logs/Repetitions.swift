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

        /// The last one held back, in place of all; nil where none was.
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
    /// The keys of all watches, in the order in which they began.
    private var order: [Key] = []

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
        if order.count >= Repetitions.maximumWatched, let summary = takeOldest()?.summary { summaries.append(summary) }
        watches[key] = Watch(last: entry, began: now)
        order.append(key)
        return (summaries, true)
    }

    /// What is to be said of the watches whose time is over.
    mutating func takeOver(now: ContinuousClock.Instant) -> [LogEntry] {
        var summaries: [LogEntry] = []
        while let oldest = order.first.flatMap({ watches[$0] }), oldest.began.advanced(by: Repetitions.time) <= now {
            if let summary = takeOldest()?.summary { summaries.append(summary) }
        }
        return summaries
    }

    /// What is to be said of all; none is watched any more.
    mutating func takeAll() -> [LogEntry] {
        defer {
            watches = [:]
            order = []
        }
        return order.compactMap { watches[$0]?.summary }
    }

    private mutating func takeOldest() -> Watch? {
        order.isEmpty ? nil : watches.removeValue(forKey: order.removeFirst())
    }
}
