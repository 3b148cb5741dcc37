import Dispatch
import Model
import Testing

@testable import Reel

/// When a group is written: full, alone, or after the latency bound.
@Suite struct CommitQueueTests {
    private let clock = ContinuousClock()

    /// Leaves an announced member; its continuation is never resumed by the queue itself, so `answer` does it.
    private func leave(_ member: [UInt8], in queue: CommitQueue) -> Task<Result<Offset, ReelError>, Never> {
        Task { await withCheckedContinuation { queue.add(member: member, $0) } }
    }

    private func answer(_ requests: [CommitQueue.Request]?) -> Int {
        for case .append(_, let reply) in requests ?? [] { reply.resume(returning: .success(.zero)) }
        return requests?.count ?? 0
    }

    private func taken(_ queue: CommitQueue) async -> (count: Int, after: Duration) {
        let start = clock.now
        let requests = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: queue.take()) }
        }
        return (answer(requests), start.duration(to: clock.now))
    }

    @Test func aRecordWaitsForOthersThatAreCompressedNoLongerThanTheBound() async {
        let queue = CommitQueue(ReelOptions(commitInterval: .milliseconds(60)))
        #expect(queue.announce() && queue.announce())
        let first = leave([1], in: queue)
        // The second never comes.
        let (count, duration) = await taken(queue)
        #expect(count == 1 && duration >= .milliseconds(60))
        _ = await first.value
    }

    @Test func aFullGroupWaitsForNobody() async {
        let queue = CommitQueue(ReelOptions(commitInterval: .seconds(3600), commitBytes: 10))
        #expect(queue.announce() && queue.announce())
        let first = leave([UInt8](repeating: 0, count: 10), in: queue)
        #expect(await taken(queue).count == 1)
        _ = await first.value
    }

    @Test func aLoneRecordWaitsForNobody() async {
        let queue = CommitQueue(ReelOptions(commitInterval: .seconds(3600)))
        #expect(queue.announce())
        let only = leave([1], in: queue)
        #expect(await taken(queue).count == 1)
        _ = await only.value
    }

    @Test func theLastOneThatIsCompressedEndsTheWait() async {
        let queue = CommitQueue(ReelOptions(commitInterval: .seconds(3600)))
        #expect(queue.announce() && queue.announce())
        let first = leave([1], in: queue)
        async let group = taken(queue)
        let second = leave([2], in: queue)
        #expect(await group.count >= 1)
        queue.close()
        while await taken(queue).count > 0 {}
        _ = (await first.value, await second.value)
    }

    @Test func aGroupWaitsForAsManyAsCameBefore() async {
        let queue = CommitQueue(ReelOptions(commitInterval: .seconds(3600)))
        for _ in 0..<8 {
            #expect(queue.announce())
            let one = leave([1], in: queue)
            #expect(await taken(queue).count == 1)
            _ = await one.value
        }
        // Now a second one is looked out for, but not for an hour.
        #expect(queue.announce())
        let alone = leave([1], in: queue)
        #expect(await taken(queue).count == 1)
        _ = await alone.value
    }
}
