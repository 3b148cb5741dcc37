import Catalog
import Config
import Model
import Schedule
import Synchronization
import Testing

@testable import Ingest

/// A frontier with its neighbours, on clocks moved by hand.
struct TestFrontier {
    let clock = HandClock()
    let triggers = TriggerBoard()
    let sources: SourceBook
    let keeper: FrontierKeeper

    init(
        _ stores: Stores, sources ids: [String] = ["harbour"], maximumInFlight: Int = 8, room: DiskRoom = .unbounded,
        idleWork: IdleWork? = nil
    ) async throws {
        sources = SourceBook(catalog: stores.catalog, adHoc: try .adHoc(.init()))
        _ = try await sources.replace(try ids.map { try Fixture.plan($0) }, adHoc: try .adHoc(.init()))
        keeper = FrontierKeeper(
            catalog: stores.catalog, sources: sources, triggers: triggers,
            politeness: Politeness(minimumDelay: .zero, maximumConcurrency: 100), maximumInFlight: maximumInFlight,
            clock: clock, room: room, idleWork: idleWork)
    }

    /// Adds a page that is due after a while.
    func add(_ entries: [FrontierEntry], in delay: Duration = .zero) async throws {
        try await keeper.add(entries, due: clock.now().advanced(by: delay))
    }
}

@Suite struct FrontierKeeperTests {
    @Test func whatIsDueComesInTheOrderOfItsPriority() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores)
        try await frontier.add([
            try Fixture.entry("http://a.example/revisit", of: "harbour", .article, .revisit),
            try Fixture.entry("http://a.example/fresh"),
            try Fixture.entry("http://a.example/asked", of: "harbour", .article, .triggered),
        ])
        let paths = [
            await frontier.keeper.next()?.url.url.path, await frontier.keeper.next()?.url.url.path,
            await frontier.keeper.next()?.url.url.path,
        ]
        #expect(paths == ["/asked", "/fresh", "/revisit"])
    }

    @Test func whatIsDueLaterWaitsForItsTime() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores)
        try await frontier.add([try Fixture.entry("http://a.example/later")], in: .seconds(3600))
        #expect(await frontier.keeper.counts().due == 0)
        #expect(await frontier.keeper.counts().waiting == 1)
        frontier.clock.advance(by: .seconds(3700))
        #expect(await frontier.keeper.counts().due == 1)
        #expect(await frontier.keeper.counts().lag == .seconds(100))
        #expect(await frontier.keeper.next()?.url.url.path == "/later")
        #expect(await frontier.keeper.counts().inFlight == 1)
    }

    @Test func oneWhoWaitsIsWokenByAnAddition() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores)
        async let next = frontier.keeper.next()
        try await frontier.add([try Fixture.entry("http://a.example/now")])
        #expect(await next?.url.url.path == "/now")
    }

    @Test func noMoreAreInFlightThanMayBe() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores, maximumInFlight: 1)
        try await frontier.add([try Fixture.entry("http://a.example/1"), try Fixture.entry("http://b.example/2")])
        let first = try #require(await frontier.keeper.next())
        async let second = frontier.keeper.next()
        #expect(await frontier.keeper.finished(first, next: .nothing).isEmpty)
        #expect(await second?.url != first.url)
    }

    @Test func idleWorkIsDoneOnceAfterEachWork() async throws {
        let stores = try TestStores()
        let count = Mutex(0)
        let frontier = try await TestFrontier(
            stores.stores, idleWork: IdleWork(after: .zero) { count.withLock { $0 += 1 } })
        for expected in 1...2 {
            async let next = frontier.keeper.next()
            // An addition wakes the one who waits, and again finds nothing due.
            try await frontier.add([try Fixture.entry("http://a.example/later")], in: .seconds(3600))
            while count.withLock({ $0 }) < expected { await Task.yield() }
            try await frontier.add([try Fixture.entry("http://a.example/\(expected)")])
            let entry = try #require(await next)
            #expect(count.withLock { $0 } == expected)
            _ = await frontier.keeper.finished(entry, next: .nothing)
        }
    }

    @Test func stoppingEndsTheWait() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores)
        async let next = frontier.keeper.next()
        await frontier.keeper.stop()
        #expect(await next == nil)
    }

    @Test func whatIsUnderWayWhenItsSourceIsTakenOutDoesNotComeAgain() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores)
        try await frontier.add([try Fixture.entry("http://a.example/1")])
        let first = try #require(await frontier.keeper.next())
        try await frontier.keeper.remove(source: "harbour")
        #expect(await !frontier.keeper.contains(first.url))
        let again = FrontierKeeper.FollowUp.again(first, due: frontier.clock.now().advanced(by: .seconds(60)))
        _ = await frontier.keeper.finished(first, next: again)
        try await frontier.keeper.keep(again, after: first)
        #expect(await frontier.keeper.waiting(limit: 9).isEmpty)
        #expect(try await stores.stores.catalog.read { try FrontierRow.all($0) }.isEmpty)
        #expect(await frontier.keeper.counts().inFlight == 0)
    }

    @Test func whatIsAskedForAgainAfterItsSourceWasTakenOutComesAgain() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores)
        let entry = try Fixture.entry("http://a.example/1")
        try await frontier.add([entry])
        let first = try #require(await frontier.keeper.next())
        try await frontier.keeper.remove(source: "harbour")
        try await frontier.add([entry])
        let again = FrontierKeeper.FollowUp.again(first, due: frontier.clock.now().advanced(by: .seconds(60)))
        _ = await frontier.keeper.finished(first, next: again)
        try await frontier.keeper.keep(again, after: first)
        #expect(await frontier.keeper.waiting(limit: 9).count == 1)
        #expect(try await stores.stores.catalog.read { try FrontierRow.all($0) }.count == 1)
    }

    @Test func linksOfAPageWhoseSourceWasTakenOutAreNotAdded() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores, sources: ["quay"])
        try await frontier.add([try Fixture.entry("http://a.example/1", of: "harbour")])
        #expect(await frontier.keeper.waiting(limit: 9).isEmpty)
        #expect(try await stores.stores.catalog.read { try FrontierRow.all($0) }.isEmpty)
    }

    @Test func whatWaitsAndWhatWasInFlightOutlivesARestart() async throws {
        let stores = try TestStores()
        let before = try await TestFrontier(stores.stores)
        var forced = try Fixture.entry("http://a.example/forced")
        forced.force = true
        forced.attempts = 2
        try await before.add([forced], in: .seconds(60))
        try await before.add([try Fixture.entry("http://a.example/in-flight")])
        let taken = try #require(await before.keeper.next())
        _ = await before.keeper.finished(taken, next: .asItWas)
        try await before.keeper.keep(.asItWas, after: taken)

        try await stores.reopen()
        let after = try await TestFrontier(stores.stores)
        #expect(try await after.keeper.restore() == 2)
        let waiting = await after.keeper.waiting(limit: 9)
        #expect(waiting.map { $0.entry.url.url.path } == ["/in-flight", "/forced"])
        #expect(waiting.last?.entry.force == true && waiting.last?.entry.attempts == 2)
        #expect(waiting.last?.due == after.clock.now().advanced(by: .seconds(60)))
    }

    @Test func aLargeFrontierIsTakenUpInPiecesAndNothingTwice() async throws {
        let stores = try TestStores()
        let before = try await TestFrontier(stores.stores)
        let entries = try (0..<4500).map { try Fixture.entry("http://a.example/\($0)") }
        try await before.add(entries, in: .seconds(60))
        try await stores.reopen()
        let after = try await TestFrontier(stores.stores)
        // One of them was asked for before its row is reached.
        try await after.add([entries[4000]])
        #expect(try await after.keeper.restore() == 4499)
        let counts = await after.keeper.counts()
        #expect(counts.waiting == 4499 && counts.due == 1)
    }

    @Test func whatEndsWhileTheFrontierIsTakenUpIsNotFetchedAgain() async throws {
        let stores = try TestStores()
        let before = try await TestFrontier(stores.stores)
        let entries = try (0..<4500).map { try Fixture.entry("http://a.example/\($0)") }
        try await before.add(entries)
        try await stores.reopen()
        let after = try await TestFrontier(stores.stores)
        async let taken = after.keeper.restore()
        // Takes off and ends what comes, while the rest is still on its way.
        for _ in 0..<4500 {
            let entry = try #require(await after.keeper.next())
            _ = await after.keeper.finished(entry, next: .nothing)
            try await after.keeper.keep(.nothing, after: entry)
        }
        #expect(try await taken == 4500)
        let counts = await after.keeper.counts()
        #expect(counts.waiting == 0 && counts.due == 0)
    }

    @Test func whatIsDoneIsForgottenAndWhatComesBackIsKept() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores)
        try await frontier.add([try Fixture.entry("http://a.example/1"), try Fixture.entry("http://a.example/2")])
        let due = frontier.clock.now().advanced(by: .seconds(30))
        for follow in [FrontierKeeper.FollowUp.nothing, .again(try Fixture.entry("http://a.example/2"), due: due)] {
            let entry = try #require(await frontier.keeper.next())
            _ = await frontier.keeper.finished(entry, next: follow)
            try await frontier.keeper.keep(follow, after: entry)
        }
        let rows = try await stores.stores.catalog.read { try FrontierRow.all($0) }
        #expect(rows.map(\.url) == ["http://a.example/2"])
        #expect(rows.first?.due == due)
        #expect(await frontier.keeper.contains(try Fixture.url("http://a.example/1")) == false)
    }

    @Test func aCatalogThatFailsLeavesTheHostsPlaceFree() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores, maximumInFlight: 1)
        try await frontier.add([try Fixture.entry("http://a.example/1"), try Fixture.entry("http://a.example/2")])
        let first = try #require(await frontier.keeper.next())
        stores.stores.catalog.close()
        let again = FrontierKeeper.FollowUp.again(first, due: frontier.clock.now())
        _ = await frontier.keeper.finished(first, next: again)
        await #expect(throws: CatalogError.self) { try await frontier.keeper.keep(again, after: first) }
        #expect(await frontier.keeper.next() != nil)
        #expect(await frontier.keeper.contains(first.url), "it comes back though nothing could be written down")
    }

    @Test func entriesOfSourcesThatAreGoneAreDropped() async throws {
        let stores = try TestStores()
        let before = try await TestFrontier(stores.stores, sources: ["harbour", "old"])
        try await before.add([
            try Fixture.entry("http://a.example/kept"), try Fixture.entry("http://b.example/gone", of: "old"),
            try Fixture.entry("http://c.example/asked", of: SourceID.adHoc.rawValue),
        ])
        let after = try await TestFrontier(stores.stores)
        #expect(try await after.keeper.restore() == 2)
        let rows = try await stores.stores.catalog.read { try FrontierRow.all($0) }
        #expect(Set(rows.map(\.url)) == ["http://a.example/kept", "http://c.example/asked"])
    }

    @Test func removingASourceTellsThoseWhoWaitedForIt() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores)
        let (id, events) = await frontier.triggers.open()
        var entry = try Fixture.entry("http://a.example/1")
        entry.triggers = [id]
        try await frontier.add([entry], in: .seconds(60))
        await frontier.triggers.complete(id)
        try await frontier.keeper.remove(source: "harbour")
        var last: TriggerBoard.Event?
        for await event in events { last = event }
        guard case .done(count: 0, isWell: true)? = last else {
            Issue.record("told \(String(describing: last))")
            return
        }
        #expect(try await stores.stores.catalog.read { try FrontierRow.all($0) }.isEmpty)
    }

    /// What a trigger was told of, and its identifier.
    private func queued(_ events: AsyncStream<TriggerBoard.Event>, _ count: Int) async -> Set<String> {
        var urls: Set<String> = []
        for await case .queued(let url, _) in events {
            urls.insert(url.url.path)
            if urls.count == count { break }
        }
        return urls
    }

    @Test func whoAsksForASourceWaitsForItsFreshPages() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores, sources: ["harbour", "quay"])
        try await frontier.add([try Fixture.entry("http://a.example/in-flight")])
        let first = try #require(await frontier.keeper.next())
        var past = try Fixture.entry("http://a.example/past")
        past.backfill = Backfill(since: .init(secondsSinceEpoch: 0), began: .init(secondsSinceEpoch: 1))
        try await frontier.add(
            [
                try Fixture.entry("http://a.example/fresh"), past,
                try Fixture.entry("http://a.example/known", of: "harbour", .article, .revisit),
                try Fixture.entry("http://a.example/other", of: "quay"),
            ], in: .seconds(60))
        let (id, events) = await frontier.triggers.open()
        await frontier.keeper.hurry("harbour", for: [id])
        #expect(await queued(events, 2) == ["/in-flight", "/fresh"])
        #expect(await frontier.keeper.next()?.url.url.path == "/fresh", "it goes ahead")
        #expect(await frontier.keeper.finished(first, next: .nothing) == [id])
    }

    @Test func whoJoinsAPageInFlightWaitsForWhatItNames() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores)
        var page = try Fixture.entry("http://a.example/", of: "harbour", .source, .source)
        try await frontier.add([page])
        #expect(await frontier.keeper.next() != nil)
        let (id, events) = await frontier.triggers.open()
        page.triggers = [id]
        try await frontier.add([page])
        let story = try Fixture.entry("http://a.example/story")
        try await frontier.keeper.add([story], due: frontier.clock.now(), namedBy: page.url)
        #expect(await queued(events, 2) == ["/", "/story"])
    }

    @Test func whileAllRestsNothingStarts() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores)
        await frontier.keeper.restAll(for: .seconds(5))
        try await frontier.add([try Fixture.entry("http://a.example/1")])
        async let next = frontier.keeper.next()
        frontier.clock.advance(by: .seconds(6))
        try await frontier.add([try Fixture.entry("http://a.example/2")], in: .seconds(60))
        #expect(await next?.url.url.path == "/1")
    }

    @Test func aRestingHostDoesNotHoldUpTheOthers() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores)
        await frontier.keeper.rest(try Fixture.url("http://a.example/"), for: .seconds(60))
        try await frontier.add([try Fixture.entry("http://a.example/1"), try Fixture.entry("http://b.example/2")])
        #expect(await frontier.keeper.next()?.url.host == "b.example")
        frontier.clock.advance(by: .seconds(61))
        #expect(await frontier.keeper.next()?.url.host == "a.example")
    }

    @Test func aDueTimeOfAWrongClockIsBroughtNear() async throws {
        let stores = try TestStores()
        let before = try await TestFrontier(stores.stores)
        try await before.add([try Fixture.entry("http://a.example/late")], in: .seconds(3000 * 86_400))
        try await before.add(
            [try Fixture.entry("http://harbour.example/", of: "harbour", .source, .source)], in: .seconds(900 * 86_400))
        let after = try await TestFrontier(stores.stores)
        #expect(try await after.keeper.restore() == 2)
        let waiting = await after.keeper.waiting(limit: 9)
        let latest = try #require(waiting.map { after.clock.now().duration(to: $0.due) }.max())
        #expect(latest <= .seconds(8 * 86_400), "no article waits longer than for its last revisit, and a day")
        #expect(waiting.first?.entry.purpose == .source)
    }

    @Test func stepsOfTheClockNeitherFloodNorStarve() async throws {
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores)
        try await frontier.add([try Fixture.entry("http://a.example/1")], in: .seconds(600))
        for step in [Duration.seconds(-86_400 * 365), .seconds(86_400 * 365 * 3), .seconds(-3600)] {
            frontier.clock.step(by: step)
            #expect(await frontier.keeper.counts().due == 0, "nothing comes early for a step of \(step)")
        }
        frontier.clock.advance(by: .seconds(601))
        #expect(await frontier.keeper.next()?.url.url.path == "/1", "and nothing late")
    }
}
