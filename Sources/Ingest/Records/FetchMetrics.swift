internal import CoreMetrics
internal import Fetch
internal import Model
internal import Schedule
internal import Synchronization

/// What is counted of each attempt through swift-metrics; nothing where no factory was set up.
final class FetchMetrics: Sendable {
    private let outcomes: [Outcome: CoreMetrics.Counter]
    private let bytes = CoreMetrics.Counter(label: "newsreel_fetched_bytes_total")
    private let wireBytes = CoreMetrics.Counter(label: "newsreel_wire_bytes_total")
    private let answering = CoreMetrics.Timer(label: "newsreel_answer_seconds")
    private let fetching = CoreMetrics.Timer(label: "newsreel_fetch_seconds")
    private let articles = Mutex<[SourceID: CoreMetrics.Counter]>([:])

    init() {
        var outcomes: [Outcome: CoreMetrics.Counter] = [:]
        for outcome in Outcome.allCases {
            outcomes[outcome] = CoreMetrics.Counter(
                label: "newsreel_fetches_total", dimensions: [("outcome", outcome.rawValue)])
        }
        self.outcomes = outcomes
    }

    func count(_ attempt: Attempt) {
        outcomes[attempt.outcome]?.increment()
        bytes.increment(by: Int64(attempt.bytes ?? 0))
        if let details = attempt.details {
            wireBytes.increment(by: Int64(details.wireBytes))
            fetching.recordNanoseconds(details.timings.total.milliseconds * 1_000_000)
        }
        if let time = attempt.answerTime { answering.recordNanoseconds(time.milliseconds * 1_000_000) }
        guard attempt.outcome == .article || attempt.outcome == .updated else { return }
        articles.withLock { articles in
            let source = attempt.entry.source
            let counter =
                articles[source]
                ?? CoreMetrics.Counter(label: "newsreel_articles_total", dimensions: [("source", source.rawValue)])
            articles[source] = counter
            counter.increment()
        }
    }
}
