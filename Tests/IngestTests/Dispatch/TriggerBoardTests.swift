import Model
import Schedule
import Testing

@testable import Ingest

@Suite struct TriggerBoardTests {
    /// What was told, in short words.
    private func words(_ events: AsyncStream<TriggerBoard.Event>) async -> [String] {
        var words: [String] = []
        for await event in events {
            switch event {
            case .queued(let url, let source): words.append("queued \(url.url.path) of \(source)")
            case .ended(let attempt): words.append("ended \(attempt.entry.url.url.path) \(attempt.outcome)")
            case .done(let count, let isWell): words.append("done \(count) \(isWell)")
            }
        }
        return words
    }

    @Test func aTriggerIsDoneWhenItsPagesAreAndThoseTheyLedTo() async throws {
        let board = TriggerBoard()
        let (id, events) = await board.open()
        let (list, story) = (try Fixture.url("http://a.example/"), try Fixture.url("http://a.example/1"))
        await board.expect(list, of: "a", for: [id])
        await board.complete(id)
        await board.expect(story, of: "a", for: [id])
        await board.ended(try Fixture.attempt(list.href, .discovered), for: [id])
        await board.ended(try Fixture.attempt(story.href, .article), for: [id])
        #expect(
            await words(events) == [
                "queued / of a", "queued /1 of a", "ended / discovered", "ended /1 article", "done 2 true",
            ])
    }

    @Test func onePageThatFailsSpoilsTheWhole() async throws {
        let board = TriggerBoard()
        let (id, events) = await board.open()
        for path in ["1", "2"] { await board.expect(try Fixture.url("http://a.example/\(path)"), of: "a", for: [id]) }
        await board.complete(id)
        await board.ended(try Fixture.attempt("http://a.example/1", .timedOut), for: [id])
        await board.ended(try Fixture.attempt("http://a.example/2", .article), for: [id])
        #expect(await words(events).last == "done 2 false")
    }

    @Test func itIsNotDoneBeforeAllThatTheUserNamedWasAdded() async throws {
        let board = TriggerBoard()
        let (id, events) = await board.open()
        await board.expect(try Fixture.url("http://a.example/1"), of: "a", for: [id])
        await board.ended(try Fixture.attempt("http://a.example/1", .article), for: [id])
        await board.expect(try Fixture.url("http://a.example/2"), of: "a", for: [id])
        await board.complete(id)
        await board.ended(try Fixture.attempt("http://a.example/2", .unchanged), for: [id])
        #expect(await words(events).count == 5)
    }

    @Test func aTriggerWithoutPagesIsDoneAtOnce() async {
        let board = TriggerBoard()
        let (id, events) = await board.open()
        await board.complete(id)
        #expect(await words(events) == ["done 0 true"])
    }

    @Test func aPageThatIsExpectedTwiceEndsOnce() async throws {
        let board = TriggerBoard()
        let (id, events) = await board.open()
        let url = try Fixture.url("http://a.example/1")
        await board.expect(url, of: "a", for: [id])
        await board.expect(url, of: "a", for: [id])
        await board.complete(id)
        await board.ended(try Fixture.attempt(url.href, .article), for: [id])
        await board.ended(try Fixture.attempt(url.href, .article), for: [id])
        #expect(await words(events) == ["queued /1 of a", "ended /1 article", "done 1 true"])
    }

    @Test func aWithdrawnPageIsNotWaitedFor() async throws {
        let board = TriggerBoard()
        let (id, events) = await board.open()
        await board.expect(try Fixture.url("http://a.example/1"), of: "a", for: [id])
        await board.complete(id)
        await board.withdraw(try Fixture.url("http://a.example/1"), for: [id])
        #expect(await words(events) == ["queued /1 of a", "done 0 true"])
    }

    @Test func theEndOfTheDaemonEndsTheWaitWithoutAVerdict() async throws {
        let board = TriggerBoard()
        let (id, events) = await board.open()
        await board.expect(try Fixture.url("http://a.example/1"), of: "a", for: [id])
        await board.complete(id)
        await board.close()
        #expect(await words(events) == ["queued /1 of a"])
    }

    @Test func twoWaitersForOnePageAreBothTold() async throws {
        let board = TriggerBoard()
        let (first, firstEvents) = await board.open()
        let (second, secondEvents) = await board.open()
        let url = try Fixture.url("http://a.example/1")
        await board.expect(url, of: "a", for: [first, second])
        await board.complete(first)
        await board.complete(second)
        await board.ended(try Fixture.attempt(url.href, .article), for: [first, second])
        #expect(await words(firstEvents) == words(secondEvents))
    }
}
