import Config
import Model
import Testing

@testable import Ingest

@Suite struct PaceTests {
    private let now = Timestamp(secondsSinceEpoch: 1_700_000_000)

    @Test(arguments: [(3600, 0.5, 15), (3600, 0.0, 0), (100, 1.0, 10), (0, 1.0, 0)])
    func jitterIsAtMostATenthOfTheInterval(interval: Int64, share: Double, late: Int64) {
        let pace = Pace(hours: nil, zone: .utc, jitter: .seconds(30))
        let regular = now.advanced(by: .seconds(interval))
        let next = pace.next(regular, after: now, feed: nil, share: share)
        #expect(regular.duration(to: next) == .seconds(late))
    }

    @Test func aLookIsNeverBeforeItsTime() {
        let pace = Pace(hours: nil, zone: .utc, jitter: .seconds(30))
        let past = now.advanced(by: .seconds(-60))
        #expect(pace.next(past, after: now, feed: nil, share: 0.9) == past)
    }
}
