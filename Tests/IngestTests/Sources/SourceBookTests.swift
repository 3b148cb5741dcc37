import Config
import Discover
import Model
import Schedule
import Testing

@testable import Ingest

@Suite struct SourceBookTests {
    private let stores: TestStores
    private let book: SourceBook
    private static let now = Timestamp(secondsSinceEpoch: 1_795_000_000)

    init() throws {
        stores = try TestStores()
        book = SourceBook(catalog: stores.stores.catalog, adHoc: try .adHoc(FetchSettings()))
    }

    private func use(_ plans: SourcePlan...) async throws -> [SourceID] {
        try await book.replace(plans, adHoc: .adHoc(FetchSettings()))
    }

    /// Ends a fetch of the source's page; seconds until it is due again.
    private func ended(_ outcome: Outcome, new: Int = 0, retryAfter: Duration? = nil) async throws -> Int64? {
        var attempt = try Fixture.attempt("http://harbour.example/", outcome, of: "harbour", .source)
        attempt.new = new
        attempt.retryAfter = retryAfter
        let due = try await book.ended(attempt, now: Self.now)
        return due.map { Self.now.duration(to: $0).components.seconds }
    }

    @Test func anIntervalCountsFromTheEnd() async throws {
        _ = try await use(Fixture.plan { $0.schedule = .every(.seconds(900)) })
        #expect(try await ended(.discovered) == 900)
        #expect(await book.standing("harbour")?.nextDue == Self.now.advanced(by: .seconds(900)))
    }

    @Test func cronIsReadInTheSourcesZone() async throws {
        let plan = try Fixture.plan {
            $0.schedule = .cron(try CronExpression("30 8 * * *"))
            $0.zone = Zone(offsetSeconds: 8 * 3600)
        }
        _ = try await use(plan)
        let due = try #require(try await ended(.unchanged))
        let local = Self.now.advanced(by: .seconds(due)).at(offsetSeconds: 8 * 3600)
        #expect(local.secondOfDay == 8 * 3600 + 30 * 60)
        #expect(due > 0 && due <= 86_400)
    }

    @Test func anAdaptiveSourceIsLookedAtMoreOftenWhenItGivesSomething() async throws {
        var bounds = AdaptiveInterval()
        bounds.minimum = .seconds(100)
        bounds.maximum = .seconds(1000)
        let learnt = bounds
        _ = try await use(Fixture.plan { $0.schedule = .adaptive(learnt) })
        var now = Self.now
        func look(_ outcome: Outcome, new: Int? = nil) async throws -> Duration {
            var attempt = try Fixture.attempt("http://harbour.example/", outcome, of: "harbour", .source, at: now)
            attempt.new = new
            let due = try #require(try await book.ended(attempt, now: now))
            defer { now = due }
            return now.duration(to: due)
        }
        #expect(try await look(.discovered, new: 40) == .seconds(100), "what the first look finds says nothing")
        var quiet: Duration = .zero
        for _ in 0..<40 { quiet = try await look(.unchanged) }
        #expect(quiet == .seconds(1000))
        #expect(try await look(.timedOut) >= .seconds(1000))
        for _ in 0..<40 { quiet = try await look(.discovered, new: 30) }
        #expect(quiet == .seconds(100))
    }

    @Test func theServersWordOnFreshnessPutsAFeedOffAndNoList() async throws {
        _ = try await use(Fixture.plan { $0.schedule = .every(.seconds(600)) })
        var attempt = try Fixture.attempt("http://harbour.example/", .discovered, of: "harbour", .source, at: Self.now)
        attempt.freshFor = .seconds(3000)
        #expect(try await book.ended(attempt, now: Self.now) == Self.now.advanced(by: .seconds(600)))
        attempt.refresh = FeedRefresh()
        #expect(try await book.ended(attempt, now: Self.now) == Self.now.advanced(by: .seconds(3000)))
        // What a 304 does not say again is remembered.
        attempt.refresh = nil
        attempt.outcome = .unchanged
        #expect(try await book.ended(attempt, now: Self.now) == Self.now.advanced(by: .seconds(3000)))
        attempt.freshFor = .seconds(30 * 86_400)
        #expect(
            try await book.ended(attempt, now: Self.now) == Self.now.advanced(by: .seconds(86_400)), "a day at most")
    }

    @Test func aDueTimeOfAWrongClockDoesNotHold() async throws {
        _ = try await use(Fixture.plan { $0.schedule = .every(.seconds(900)) })
        let wrong = Self.now.advanced(by: .seconds(400 * 86_400))
        _ = try await book.ended(
            try Fixture.attempt("http://harbour.example/", .unchanged, of: "harbour", .source, at: wrong), now: wrong)
        #expect(await book.firstDue("harbour", now: Self.now) <= Self.now.advanced(by: .seconds(86_400 + 900)))
    }

    @Test func failuresPutASourceOffLongerEachTime() async throws {
        _ = try await use(Fixture.plan { $0.schedule = .every(.seconds(90)) })
        #expect(try await ended(.connectionRefused) == 90, "the schedule is later than the first wait")
        #expect(try await ended(.connectionRefused) == 120)
        #expect(try await ended(.connectionRefused) == 240)
        #expect(await book.standing("harbour")?.failures == 3)
        for _ in 0..<20 { _ = try await ended(.timedOut) }
        #expect(try await ended(.timedOut) == 6 * 3600, "and never for ever")
        #expect(try await ended(.discovered) == 90)
        #expect(await book.standing("harbour")?.failures == 0)
        #expect(await book.standing("harbour")?.lastError == nil)
    }

    @Test func aHostThatAsksForMorePatienceGetsIt() async throws {
        _ = try await use(Fixture.plan { $0.schedule = .every(.seconds(60)) })
        #expect(try await ended(.httpError, retryAfter: .seconds(7200)) == 7200)
    }

    @Test func whatWasLearntOutlivesARestart() async throws {
        _ = try await use(Fixture.plan { $0.schedule = .every(.seconds(60)) })
        _ = try await ended(.timedOut)
        _ = try await ended(.timedOut)
        _ = try await book.setPaused(true, "harbour")
        let next = SourceBook(catalog: stores.stores.catalog, adHoc: try .adHoc(FetchSettings()))
        _ = try await next.replace([Fixture.plan()], adHoc: .adHoc(FetchSettings()))
        #expect(await next.standing("harbour")?.failures == 2)
        #expect(await next.standing("harbour")?.isPaused == true)
        #expect(await next.firstDue("harbour", now: Self.now) == Self.now.advanced(by: .seconds(120)))
    }

    @Test func aReloadKeepsWhatWasLearntAndNamesWhatIsGone() async throws {
        _ = try await use(Fixture.plan(), Fixture.plan("old"))
        _ = try await ended(.timedOut)
        #expect(try await use(Fixture.plan { $0.name = "The Harbour" }, Fixture.plan("new")) == ["old"])
        #expect(await book.standing("harbour")?.failures == 1)
        #expect(await book.standing("harbour")?.plan.name == "The Harbour")
        #expect(await book.standings().map(\.plan.id) == ["harbour", "new"])
        #expect(await book.firstDue("new", now: Self.now) == Self.now)
    }

    @Test func whatTheConfigurationPausesCannotBeResumed() async throws {
        _ = try await use(Fixture.plan { $0.isPaused = true })
        #expect(try await book.setPaused(false, "harbour"))
        #expect(await book.isPaused("harbour"))
        #expect(try await book.setPaused(true, "nobody") == false)
    }

    @Test func aSourceThatIsGoneIsDueNoMore() async throws {
        _ = try await use()
        #expect(try await ended(.discovered) == nil)
        #expect(await book.plan("harbour").id == .adHoc)
    }

    @Test func anAddressBelongsToTheSourceOfItsOrigin() async throws {
        _ = try await use(Fixture.plan(), Fixture.plan("courier"))
        let own = await book.source(of: try Fixture.url("http://courier.example/"))
        #expect(own.id == "courier" && own.isItsPage)
        let story = await book.source(of: try Fixture.url("http://courier.example/town/1"))
        #expect(story.id == "courier" && !story.isItsPage)
        #expect(await book.source(of: try Fixture.url("https://courier.example/town/1")).id == .adHoc)
        #expect(await book.source(of: try Fixture.url("http://courier.example:81/")).id == .adHoc)
    }
}
