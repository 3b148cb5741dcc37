package import Model

/// How long to leave a host or a URL alone after failures: longer each time, and never in step with others.
package struct BackoffPolicy: Hashable, Sendable {
    /// After the first failure.
    package var initial: Duration
    package var maximum: Duration
    /// By how much each further failure multiplies the wait; at least 1.
    package var factor: Double
    /// The part of the wait that chance may take off, from 0 to 1.
    package var jitter: Double
    /// The longest `Retry-After` that is obeyed.
    package var maximumRetryAfter: Duration

    package init(
        initial: Duration = .seconds(30), maximum: Duration = .seconds(6 * 3600), factor: Double = 2,
        jitter: Double = 0.25, maximumRetryAfter: Duration = .seconds(86_400)
    ) {
        self.initial = initial
        self.maximum = max(initial, maximum)
        self.factor = max(1, factor)
        self.jitter = min(max(0, jitter), 1)
        self.maximumRetryAfter = maximumRetryAfter
    }

    /// The wait after that many failures in a row, before chance; from `initial` up to `maximum`.
    package func delay(afterFailures failures: Int) -> Duration {
        var delay = initial
        for _ in 1..<max(failures, 1) {
            guard delay < maximum else { break }
            delay = min(delay * factor, maximum)
        }
        return delay
    }
}

/// The failures in a row of one host or URL, and until when it is left alone.
///
/// A pure state machine: the time and the dice come from outside.
package struct Backoff: Hashable, Sendable {
    package private(set) var failures = 0

    /// The first moment at which it may be tried again; nil where nothing is wrong.
    package private(set) var until: Timestamp?

    package init() {}

    /// A state that was kept.
    package init(failures: Int, until: Timestamp?) {
        self.failures = max(0, failures)
        self.until = until
    }

    package func isReady(at now: Timestamp) -> Bool { until.map { $0 <= now } ?? true }

    package mutating func recordSuccess() { self = Backoff() }

    /// Counts a failure and returns the moment of the next try.
    ///
    /// `retryAfter` is what the server asked for: the wait is never shorter, within the policy's limit.
    @discardableResult
    package mutating func recordFailure(
        at now: Timestamp, retryAfter: Duration? = nil, policy: BackoffPolicy,
        using generator: inout some RandomNumberGenerator
    ) -> Timestamp {
        failures = min(failures + 1, 1_000)
        let share = 1 - policy.jitter * Double.random(in: 0...1, using: &generator)
        let own = policy.delay(afterFailures: failures) * share
        let asked = min(retryAfter ?? .zero, policy.maximumRetryAfter)
        let next = now.advanced(by: max(own, asked))
        until = next
        return next
    }
}
