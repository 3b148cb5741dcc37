import Archive
import Catalog
import Dedup
import Fetch
import Model
import Reel
import Schedule
import Testing

@testable import Ingest

/// What a crash leaves behind, and what the next start makes of it.
@Suite struct RecoveryTests {
    private let stores: TestStores

    init() throws { stores = try TestStores() }

    /// A page in the reel, as after a crash before anything else was done with it.
    @discardableResult
    private func keep(
        _ number: Int, ending: String = "", purpose: String = "article", body: String? = nil, withheld: String? = nil
    ) async throws -> Offset {
        let body = Array((body ?? Fixture.story(number, ending: ending)).utf8)
        var capture = WARCCapture(
            targetURI: "http://harbour.example/\(purpose == "article" ? "\(number)" : "")",
            date: Timestamp(secondsSinceEpoch: 1_795_000_000 + Int64(number)),
            head: Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: \"\(number)\"\r\n\r\n".utf8), body: body,
            payloadDigest: Fingerprint.payloadHash(body), source: "harbour", purpose: purpose)
        capture.withheld = withheld
        return try await stores.stores.pages.append(WARCWriter.response(capture))
    }

    /// Starts anew on the stores as they are.
    private func recover() async throws -> (report: Recovery.Report, frontier: TestFrontier) {
        let frontier = try await TestFrontier(stores.stores)
        let fetcher = try Fetcher()
        let ingest = Ingest(
            fetcher: fetcher, frontier: frontier.keeper, stores: stores.stores, clock: frontier.clock)
        await ingest.restore()
        let recovery = Recovery(ingest: ingest, stores: stores.stores, sources: frontier.sources, clock: frontier.clock)
        let report = try await recovery.run()
        await fetcher.shutDown()
        return (report, frontier)
    }

    private func state(_ number: Int) async throws -> URLState? {
        try await stores.stores.catalog.read { try URLState.read("http://harbour.example/\(number)", $0) }
    }

    @Test func withNothingToTakeUpNothingHappens() async throws {
        #expect(try await recover().report == Recovery.Report())
    }

    @Test func pagesWithoutArticlesAreTakenInOnce() async throws {
        for number in 1...3 { try await keep(number) }
        let first = try await recover().report
        #expect(first.pages == 3 && first.articles == 3)
        let articles = try stores.articles()
        #expect(articles.map(\.canonicalURL) == (1...3).map { "http://harbour.example/\($0)" })
        #expect(articles.allSatisfy { $0.version == 1 })
        #expect(try await state(2)?.entityTag == "\"2\"")
        #expect(try await state(2)?.articleID == articles[1].id)

        try await stores.reopen()
        #expect(try await recover().report == Recovery.Report(), "the mark has moved on")
        #expect(try stores.articles().count == 3)
    }

    @Test func articlesThatTheCatalogMissedAreIndexedAndNotMadeAgain() async throws {
        for number in 1...3 { try await keep(number) }
        _ = try await recover()
        try await stores.reopen(losingCatalog: true)
        let report = try await recover().report
        #expect(report.indexed == 3 && report.articles == 0)
        #expect(try stores.articles().count == 3)
        let found = try await stores.stores.catalog.read { try ArticleEntry.search("boat", limit: 9, $0) }
        #expect(found.count == 3)
        #expect(try await state(1)?.articleID == stores.articles()[0].id)
    }

    @Test func anArticleBetweenItsLineAndItsCatalogEntryIsNotMadeTwice() async throws {
        try await keep(1)
        _ = try await recover()
        // Page 2 was kept and its article appended; the catalog heard of neither.
        let page = try await keep(2)
        var second = try #require(try stores.articles().first)
        second.id = "00000000000000000000000000000002"
        second.url = "http://harbour.example/2"
        second.canonicalURL = second.url
        second.contentHash = Fingerprint.textHash("something else")
        second.capture.offset = page
        _ = try await stores.stores.articles.append(second.line)
        try await stores.reopen()
        let report = try await recover().report
        #expect(report.indexed == 1 && report.pages == 0 && report.articles == 0)
        #expect(try stores.articles().map(\.id).last == second.id)
        #expect(try await state(2)?.articleID == second.id)
    }

    @Test func aNewVersionOfAPageIsANewVersionOfItsArticle() async throws {
        try await keep(1)
        _ = try await recover()
        try await keep(1, ending: "Correction: there was one boat less than was written here before.")
        try await stores.reopen()
        #expect(try await recover().report.articles == 1)
        let versions = try stores.articles()
        #expect(versions.map(\.version) == [1, 2])
        #expect(Set(versions.map(\.id)).count == 2)
    }

    @Test func twoCopiesOfOneTextStayOneArticle() async throws {
        try await keep(1)
        try await keep(2, body: Fixture.story(1))
        let report = try await recover().report
        #expect(report.pages == 2 && report.articles == 1)
        #expect(try stores.articles().count == 1)
    }

    @Test func theLinksOfAListAreTakenUpToo() async throws {
        let links = (1...4).map {
            "<li><a href=\"/2026/11/24/boat-\($0).html\">A headline about boat number \($0)</a></li>"
        }
        try await keep(0, purpose: "source", body: "<html><body><ul>\(links.joined())</ul></body></html>")
        let (report, frontier) = try await recover()
        #expect(report.pages == 1 && report.articles == 0)
        #expect(await frontier.keeper.waiting(limit: 9).count == 4)
    }

    /// What the frontier held when it crashed: one page, due before or after the page was kept.
    private func wait(for number: Int, sinceKept seconds: Int64, force: Bool = false) async throws {
        let due = Timestamp(millisecondsSinceEpoch: (1_795_000_000 + Int64(number) + seconds) * 1000 + 700)
        let row = FrontierRow(
            url: "http://harbour.example/\(number)", source: "harbour", purpose: "article",
            priority: FrontierEntry.Priority.fresh.rawValue, due: due, attempts: 1, force: force)
        try await stores.stores.catalog.write { try row.save($0) }
    }

    /// What waits after the next start, and for how long from the page's capture.
    private func waiting() async throws -> [String: Duration] {
        let frontier = try await recover().frontier
        _ = try await frontier.keeper.restore()
        let rows = try await stores.stores.catalog.read { try FrontierRow.all($0) }
        let waiting = await frontier.keeper.waiting(limit: 9)
        #expect(Set(rows.map(\.url)) == Set(waiting.map(\.entry.url.href)), "another start would see something else")
        return Dictionary(
            uniqueKeysWithValues: waiting.map {
                ($0.entry.url.url.path, frontier.clock.now().duration(to: $0.due))
            })
    }

    @Test func aPageThatWasKeptIsNotFetchedOnceMore() async throws {
        for number in 1...3 { try await wait(for: number, sinceKept: 0) }
        try await keep(1)
        try await keep(2, body: "")
        let waiting = try await waiting()
        #expect(waiting["/1"] ?? .zero > .seconds(60), "the article's first revisit: \(waiting)")
        #expect(waiting["/2"] == nil, "it was no article")
        #expect(waiting["/3"] ?? .seconds(60) < .seconds(60), "it was never kept")
    }

    @Test func aPageWhoseArticleWasKeptTooIsNotFetchedOnceMore() async throws {
        try await keep(1)
        _ = try await recover()
        try await stores.reopen(losingCatalog: true)
        try await wait(for: 1, sinceKept: -5)
        #expect(try await waiting()["/1"] ?? .zero > .seconds(60))
    }

    @Test func aPageThatWasAskedForSinceIsFetched() async throws {
        try await wait(for: 1, sinceKept: 1)
        try await wait(for: 2, sinceKept: -5, force: true)
        for number in 1...2 { try await keep(number) }
        let waiting = try await waiting()
        #expect(waiting.values.filter { $0 < .seconds(60) }.count == 2, "\(waiting)")
    }

    @Test func aLinkOfAListThatIsTakenUpAgainIsNotFetchedOnceMore() async throws {
        try await keep(0, purpose: "source", body: "<ul><li><a href=/1>A headline about boat number one</a></li></ul>")
        try await wait(for: 1, sinceKept: 0)
        try await keep(1)
        #expect(try await waiting()["/1"] ?? .zero > .seconds(60))
    }

    @Test func aPageWhoseBodyWasNotKeptIsFetchedOnceMore() async throws {
        try await wait(for: 1, sinceKept: 0)
        try await keep(1, withheld: "noarchive")
        #expect(try await waiting()["/1"] ?? .seconds(60) < .seconds(60))
    }

    @Test func aPageThatIsNoArticleEndsTheSameWayAgain() async throws {
        try await keep(1, body: "")
        #expect(try await recover().report.articles == 0)
        #expect(try await state(1)?.page != nil)
        #expect(try stores.articles().isEmpty)
    }

    @Test func recordsOfAnotherProgramAreLeftAlone() async throws {
        _ = try await stores.stores.pages.append(Array("not a WARC record".utf8))
        _ = try await stores.stores.articles.append(Array("{\"schema\":99}\n".utf8))
        try await keep(1)
        let report = try await recover().report
        #expect(report.pages == 1 && report.articles == 1 && report.indexed == 0)
    }
}
