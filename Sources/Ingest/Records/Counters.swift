package import Model
internal import Schedule
internal import Synchronization

/// How many attempts ended how since the daemon started, and the last that ended badly. Safe from any thread.
package final class Counters: Sendable {
    /// One of the last failures.
    package struct Failure: Sendable {
        package let time: Timestamp
        package let source: SourceID?
        package let url: String?
        package let outcome: Outcome?
        package let message: String
    }

    /// The figures at one moment.
    package struct Snapshot: Sendable {
        package var fetched = 0
        package var outcomes: [Outcome: Int] = [:]
        /// Of the bodies, after decompression.
        package var bytes = 0
        package var articlesBySource: [SourceID: Int] = [:]
        package var fetchesPerMinute = 0.0
        package var articlesPerMinute = 0.0
        package var bytesPerMinute = 0.0
        package var failures: [Failure] = []
    }

    private struct State {
        var snapshot = Snapshot()
        var window = RateWindow()
    }

    private let state = Mutex(State())
    private let metrics = FetchMetrics()

    private let started: Timestamp

    /// Begins to count at a time, before which there is nothing to take a rate over.
    package init(started: Timestamp) { self.started = started }

    package func count(_ attempt: Attempt) {
        metrics.count(attempt)
        state.withLock { state in
            state.snapshot.fetched += 1
            state.snapshot.outcomes[attempt.outcome, default: 0] += 1
            state.snapshot.bytes += attempt.bytes ?? 0
            let isArticle = attempt.outcome == .article || attempt.outcome == .updated
            if isArticle { state.snapshot.articlesBySource[attempt.entry.source, default: 0] += 1 }
            state.window.add(
                second: attempt.time.secondsSinceEpoch, articles: isArticle ? 1 : 0, bytes: attempt.bytes ?? 0)
        }
        if !attempt.outcome.endedWell, attempt.outcome != .cancelled {
            note(
                Failure(
                    time: attempt.time, source: attempt.entry.source, url: attempt.entry.url.href,
                    outcome: attempt.outcome, message: attempt.message ?? attempt.outcome.rawValue))
        }
    }

    /// Remembers a failure; the oldest of more than 20 is forgotten.
    package func note(_ failure: Failure) {
        state.withLock { state in
            state.snapshot.failures.append(failure)
            if state.snapshot.failures.count > 20 { state.snapshot.failures.removeFirst() }
        }
    }

    /// The figures, with rates over the five minutes before `now`.
    package func snapshot(now: Timestamp) -> Snapshot {
        state.withLock { state in
            var snapshot = state.snapshot
            let sums = state.window.sums(second: now.secondsSinceEpoch)
            let seconds = min(RateWindow.seconds, started.duration(to: now).components.seconds)
            let minutes = Double(max(1, seconds)) / 60
            snapshot.fetchesPerMinute = Double(sums.fetches) / minutes
            snapshot.articlesPerMinute = Double(sums.articles) / minutes
            snapshot.bytesPerMinute = Double(sums.bytes) / minutes
            return snapshot
        }
    }
}

/// Sums over the last five minutes, in slots of ten seconds.
private struct RateWindow {
    static let seconds: Int64 = 300
    private static let slotSeconds: Int64 = 10

    private struct Slot {
        var number: Int64 = -1
        var fetches = 0
        var articles = 0
        var bytes = 0
    }

    private var slots = [Slot](repeating: Slot(), count: Int(seconds / slotSeconds))

    mutating func add(second: Int64, articles: Int, bytes: Int) {
        let number = second / RateWindow.slotSeconds
        let index = Int(number % Int64(slots.count))
        if slots[index].number != number { slots[index] = Slot(number: number) }
        slots[index].fetches += 1
        slots[index].articles += articles
        slots[index].bytes += bytes
    }

    func sums(second: Int64) -> (fetches: Int, articles: Int, bytes: Int) {
        let last = second / RateWindow.slotSeconds
        return slots.reduce(into: (0, 0, 0)) { sums, slot in
            guard slot.number > last - Int64(slots.count), slot.number <= last else { return }
            sums.0 += slot.fetches
            sums.1 += slot.articles
            sums.2 += slot.bytes
        }
    }
}
