import Foundation
import Model
import Reel
import Testing

@Suite struct RetentionTests {
    private let reel = TestReel()

    /// Six segments of two records, a record each hour.
    private func fill() async throws {
        let clock = TestClock()
        let (writer, _) = try reel.open(ReelOptions(maximumSegmentBytes: 150), clock: clock)
        for number in 0..<12 {
            _ = try await writer.append(line(number % 10))
            clock.advance(by: .seconds(3600))
        }
        await writer.close()
    }

    private func time(_ hour: Int64) -> Timestamp { Timestamp(secondsSinceEpoch: 1_700_000_000 + hour * 3600) }

    @Test func summariesCountRecordsWithAndWithoutAnIndex() async throws {
        try await fill()
        let summaries = try reel.location.summaries()
        #expect(summaries.map(\.records) == [2, 2, 2, 2, 2, 2])
        #expect(summaries.map(\.firstTime) == (0..<6).map { time($0 * 2) })
        #expect(summaries.map(\.lastTime) == (0..<6).map { time($0 * 2 + 1) })
        for name in try FileManager.default.contentsOfDirectory(atPath: reel.location.directory)
        where name.hasSuffix("index") {
            try FileManager.default.removeItem(atPath: reel.location.directory + "/" + name)
        }
        #expect(try reel.location.summaries() == summaries)
    }

    @Test func onlyWholeOldSegmentsGo() async throws {
        try await fill()
        #expect(try await reel.retire(olderThan: time(1)).isEmpty)
        #expect(try await reel.retire(olderThan: time(4)).count == 2)
        let contents = try reel.read()
        #expect(contents.records.count == 8 && contents.damages.isEmpty)
        #expect(contents.records.first?.time == time(4))
        #expect(try FileManager.default.contentsOfDirectory(atPath: reel.location.directory).count == 4 + 3 + 1)
    }

    @Test func theLastSegmentStaysWhateverItsAge() async throws {
        try await fill()
        #expect(try await reel.retire(olderThan: time(1000)).count == 5)
        #expect(try await reel.retire(olderThan: time(1000), maximumBytes: 0).isEmpty)
        #expect(try reel.read().records.count == 2)
    }

    @Test func theOldestGoUntilTheReelIsSmallEnough() async throws {
        try await fill()
        let sizes = try reel.segments().map(\.size)
        let all = sizes.reduce(0, +)
        #expect(try await reel.retire(olderThan: nil, maximumBytes: all).isEmpty)
        #expect(try await reel.retire(olderThan: nil, maximumBytes: all - 1).map(\.segment.size) == [sizes[0]])
        #expect(try await reel.retire(olderThan: nil).isEmpty)
    }

    @Test func aReaderInARetiredSegmentReadsItToItsEndAndGoesOn() async throws {
        try await fill()
        let cursor = try ReelReader(reel.location).records()
        _ = try cursor.next()
        try await reel.retire(olderThan: time(4))
        #expect(try cursor.skip(100) == 9)
    }
}
