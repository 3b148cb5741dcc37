import Catalog
import Config
import Discover
import Model
import Schedule
import Testing

@testable import Ingest

@Suite struct LinkAdmissionTests {
    private let stores: TestStores
    private let frontier: TestFrontier
    private let admission: LinkAdmission

    init() async throws {
        stores = try TestStores()
        frontier = try await TestFrontier(stores.stores)
        admission = LinkAdmission(
            catalog: stores.stores.catalog, frontier: frontier.keeper, clock: frontier.clock)
    }

    private func feed(_ items: [(path: String, published: String)]) throws -> Discovery {
        let text = items.map { "<item><link>/\($0.path)</link><pubDate>\($0.published)</pubDate></item>" }.joined()
        let page = PageInput(
            bytes: Array("<rss version=\"2.0\"><channel>\(text)</channel></rss>".utf8),
            contentType: "application/rss+xml",
            url: try WebURL("http://harbour.example/feed"))
        return try Discoverer.discover(page, kind: .feed, pattern: nil)
    }

    private func parent(_ change: (inout FrontierEntry) -> Void = { _ in }) throws -> FrontierEntry {
        var entry = try Fixture.entry("http://harbour.example/feed", of: "harbour", .source, .source)
        change(&entry)
        return entry
    }

    private func know(_ path: String, hint: Timestamp? = nil) async throws {
        var state = URLState(
            url: "http://harbour.example/\(path)", source: "harbour",
            firstSeen: Timestamp(secondsSinceEpoch: 1_790_000_000))
        state.hint = hint
        let saved = state
        try await stores.stores.catalog.write { try saved.save($0) }
    }

    private func waiting() async -> [String] {
        await frontier.keeper.waiting(limit: 99).map { $0.entry.url.url.path }.sorted()
    }

    private static let old = "Tue, 01 Sep 2026 08:00:00 GMT"

    @Test func linksNeverSeenAreFetchedAndCounted() async throws {
        let discovery = try feed([("1", Self.old), ("2", Self.old), ("1", Self.old)])
        let counts = try await admission.admit(discovery, of: parent(), plan: Fixture.plan())
        #expect(counts == (2, 2))
        #expect(await waiting() == ["/1", "/2"])
    }

    @Test func knownLinksAreLeftAlone() async throws {
        try await know("1")
        let counts = try await admission.admit(
            feed([("1", Self.old), ("2", Self.old)]), of: parent(), plan: Fixture.plan())
        #expect(counts == (2, 1))
        #expect(await waiting() == ["/2"])
    }

    @Test func aKnownLinkThatSaysItChangedIsLookedAtAgain() async throws {
        try await know("1", hint: Timestamp(secondsSinceEpoch: 1_790_000_000))
        try await know("2", hint: Timestamp(secondsSinceEpoch: 1_799_999_999))
        let later = "Sun, 15 Nov 2026 08:00:00 GMT"
        _ = try await admission.admit(feed([("1", later), ("2", later)]), of: parent(), plan: Fixture.plan())
        #expect(await waiting() == ["/1"])
        #expect(await frontier.keeper.waiting(limit: 1).first?.entry.priority == .revisit)
    }

    @Test func aForcedLookTakesTheKnownOnesToo() async throws {
        try await know("1")
        _ = try await admission.admit(feed([("1", Self.old)]), of: parent { $0.force = true }, plan: Fixture.plan())
        #expect(await frontier.keeper.waiting(limit: 1).first?.entry.force == true)
    }

    @Test func thoseWhoWaitForTheSourceWaitForItsArticles() async throws {
        let (id, _) = await frontier.triggers.open()
        let asked = try parent {
            $0.triggers = [id]
            $0.priority = .triggered
        }
        _ = try await admission.admit(feed([("1", Self.old)]), of: asked, plan: Fixture.plan())
        let entry = await frontier.keeper.waiting(limit: 1).first?.entry
        #expect(entry?.triggers == [id] && entry?.priority == .triggered)
    }

    @Test func noMoreThanTheSourcesBoundAreTaken() async throws {
        let plan = try Fixture.plan { $0.maximumArticles = 2 }
        let counts = try await admission.admit(
            feed((1...5).map { ("\($0)", Self.old) }), of: parent(), plan: plan)
        #expect(counts == (2, 2))
    }

    @Test func theSourcesOwnPageIsNoArticleOfIt() async throws {
        _ = try await admission.admit(feed([("feed", Self.old), ("1", Self.old)]), of: parent(), plan: Fixture.plan())
        #expect(await waiting() == ["/1"])
    }

    @Test func theSitemapsOfAnIndexAreListingsAndLeadNoFurther() async throws {
        let index = """
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>http://harbour.example/news.xml</loc></sitemap></sitemapindex>
            """
        let page = PageInput(
            bytes: Array(index.utf8), contentType: "application/xml",
            url: try WebURL("http://harbour.example/index.xml"))
        let discovery = try Discoverer.discover(page, kind: .sitemap, pattern: nil)
        _ = try await admission.admit(discovery, of: parent { $0.purpose = .listing }, plan: Fixture.plan())
        #expect(await waiting() == [])
        _ = try await admission.admit(discovery, of: parent(), plan: Fixture.plan())
        #expect(await frontier.keeper.waiting(limit: 1).first?.entry.purpose == .listing)
    }

    @Test(arguments: [true, false]) func anAnnouncedFeedIsReadOnlyWhereTheKindIsOpen(isAuto: Bool) async throws {
        let html = """
            <html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body></body></html>
            """
        let page = PageInput(
            bytes: Array(html.utf8), contentType: "text/html", url: try WebURL("http://harbour.example/"))
        let discovery = try Discoverer.discover(page, kind: .auto, pattern: nil)
        _ = try await admission.admit(discovery, of: parent(), plan: Fixture.plan("harbour", isAuto ? .auto : .list))
        #expect(await waiting() == (isAuto ? ["/feed.xml"] : []))
    }
}
