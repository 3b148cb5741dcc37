import Model
import Testing

@testable import Ingest

@Suite struct CheckpointTests {
    private func mark(_ pages: UInt64, _ articles: UInt64) -> Checkpoint.Mark {
        Checkpoint.Mark(pages: Offset(rawValue: pages), articles: Offset(rawValue: articles))
    }

    @Test func withNothingUnderWayTheMarkIsTheReelsEnds() {
        #expect(Checkpoint().mark(current: mark(9, 7), excluding: 0) == mark(9, 7))
    }

    @Test func aPageUnderWayHoldsTheMarkWhereItBegan() {
        let checkpoint = Checkpoint()
        let slow = checkpoint.begin(mark(10, 2))
        let quick = checkpoint.begin(mark(20, 1))
        // The lower of each reel, whichever page it is of.
        #expect(checkpoint.mark(current: mark(30, 9), excluding: 0) == mark(10, 1))
        #expect(checkpoint.mark(current: mark(30, 9), excluding: quick) == mark(10, 2))
        #expect(checkpoint.mark(current: mark(30, 9), excluding: slow) == mark(20, 1))
        checkpoint.end(slow)
        #expect(checkpoint.mark(current: mark(30, 9), excluding: quick) == mark(30, 9))
    }

    @Test func aPageThatIsGivenUpHoldsTheMarkForTheWholeRun() {
        let checkpoint = Checkpoint()
        checkpoint.giveUp(checkpoint.begin(mark(40, 4)))
        checkpoint.giveUp(checkpoint.begin(mark(50, 3)))
        checkpoint.end(checkpoint.begin(mark(60, 6)))
        #expect(checkpoint.mark(current: mark(90, 9), excluding: 0) == mark(40, 3))
    }

    @Test func endingTwiceChangesNothing() {
        let checkpoint = Checkpoint()
        let first = checkpoint.begin(mark(1, 1))
        checkpoint.end(first)
        checkpoint.end(first)
        checkpoint.giveUp(first)
        #expect(checkpoint.mark(current: mark(5, 5), excluding: 0) == mark(5, 5))
    }
}
