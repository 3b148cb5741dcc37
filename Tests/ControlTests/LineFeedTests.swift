import ControlProtocol
import Testing

@testable import ControlServer

@Suite struct LineFeedTests {
    @Test func whatDoesNotFitIsCountedInItsPlace() async {
        let feed = LineFeed(maximumLines: 2)
        for number in 1...5 { feed.offer([UInt8(number)]) }
        var reader = feed.makeAsyncIterator()
        #expect(await reader.next() == [1])
        #expect(await reader.next() == [2])
        #expect(await reader.next() == RecordLine.missed(3).line)
        feed.offer([6])
        #expect(await reader.next() == [6])
    }

    @Test func missedLinesStandBeforeTheNextOne() async {
        let feed = LineFeed(maximumLines: 2)
        for number in 1...3 { feed.offer([UInt8(number)]) }
        var reader = feed.makeAsyncIterator()
        #expect(await reader.next() == [1])
        feed.offer([4])
        feed.finish()
        #expect(await reader.next() == [2])
        #expect(await reader.next() == RecordLine.missed(1).line)
        #expect(await reader.next() == [4])
        #expect(await reader.next() == nil)
    }

    @Test func bytesAreBoundedToo() async {
        let feed = LineFeed(maximumLines: 100, maximumBytes: 10)
        feed.offer([UInt8](repeating: 1, count: 50))
        feed.offer([2])
        var reader = feed.makeAsyncIterator()
        #expect(await reader.next()?.count == 50)
        #expect(await reader.next() == RecordLine.missed(1).line)
    }

    @Test func aFinishedFeedTakesNothing() async {
        let feed = LineFeed()
        feed.finish()
        #expect(!feed.offer([1]))
        var reader = feed.makeAsyncIterator()
        #expect(await reader.next() == nil)
    }

    @Test func aWaitingReaderIsWoken() async throws {
        let feed = LineFeed()
        let reading = Task { () -> [[UInt8]] in
            var lines: [[UInt8]] = []
            for await line in feed { lines.append(line) }
            return lines
        }
        for number in 0..<200 {
            feed.offer([UInt8(number)])
            await Task.yield()
        }
        feed.finish()
        #expect(try await within { await reading.value }.count == 200)
    }

    @Test func aCancelledReaderEnds() async throws {
        let feed = LineFeed()
        let reading = Task {
            for await _ in feed {}
        }
        await Task.yield()
        reading.cancel()
        try await within { await reading.value }
    }
}
