import Model
import Testing

@testable import Schedule

struct BackoffTests {
    private let now = Timestamp(secondsSinceEpoch: 1_000_000)
    private let steady = BackoffPolicy(initial: .seconds(10), maximum: .seconds(100), factor: 3, jitter: 0)

    @Test func theWaitGrowsToItsMaximum() {
        #expect((0...5).map { steady.delay(afterFailures: $0) } == [10, 10, 30, 90, 100, 100].map { .seconds($0) })
        #expect(steady.delay(afterFailures: .max) == .seconds(100))
    }

    @Test func aFailureLocksUntilTheWaitIsOver() {
        var generator = SeededGenerator(seed: 1)
        var backoff = Backoff()
        #expect(backoff.isReady(at: now) && backoff.until == nil)
        let next = backoff.recordFailure(at: now, policy: steady, using: &generator)
        #expect(next == now.advanced(by: .seconds(10)) && backoff.failures == 1)
        #expect(!backoff.isReady(at: now.advanced(by: .seconds(9))) && backoff.isReady(at: next))
        #expect(backoff.recordFailure(at: next, policy: steady, using: &generator) == next.advanced(by: .seconds(30)))
        #expect(Backoff(failures: backoff.failures, until: backoff.until) == backoff)
    }

    @Test func aSuccessForgetsAll() {
        var generator = SeededGenerator(seed: 1)
        var backoff = Backoff(failures: 7, until: now)
        backoff.recordSuccess()
        #expect(backoff == Backoff() && backoff.isReady(at: now))
        #expect(backoff.recordFailure(at: now, policy: steady, using: &generator) == now.advanced(by: .seconds(10)))
    }

    @Test func retryAfterOnlyLengthensAndIsBounded() {
        var generator = SeededGenerator(seed: 1)
        func wait(_ asked: Duration) -> Duration {
            var backoff = Backoff()
            return now.duration(
                to: backoff.recordFailure(at: now, retryAfter: asked, policy: steady, using: &generator))
        }
        #expect(wait(.seconds(5)) == .seconds(10))
        #expect(wait(.seconds(500)) == .seconds(500))
        #expect(wait(.seconds(1 << 31)) == steady.maximumRetryAfter)
    }

    @Test func chanceOnlyShortensWithinItsShare() {
        var generator = SeededGenerator(for: "chanceOnlyShortensWithinItsShare")
        let policy = BackoffPolicy(initial: .seconds(1000), maximum: .seconds(1000), jitter: 0.25)
        var waits: Set<Duration> = []
        for _ in 0..<1_000 {
            var backoff = Backoff()
            let wait = now.duration(to: backoff.recordFailure(at: now, policy: policy, using: &generator))
            #expect(wait >= .seconds(750) && wait <= .seconds(1000))
            waits.insert(wait)
        }
        #expect(waits.count > 100)
    }

    @Test func aPolicyOutOfBoundsIsBroughtInto() {
        let policy = BackoffPolicy(initial: .seconds(60), maximum: .seconds(1), factor: 0.1, jitter: 7)
        #expect(policy.maximum == .seconds(60) && policy.factor == 1 && policy.jitter == 1)
    }
}
