import Archive
import Catalog
import Dedup
import Fetch
import Foundation
import GRDB
import Model
import Reel
import Testing

@testable import Ingest

/// The same pages in any order of arrival: the same clusters with the same members and the same first publisher, and a catalog
/// that is made anew has them too.
@Suite struct ClusterOrderTests {
    /// A page of a story: which one, how it differs from others of it, whose, and when.
    private struct Carried: Hashable {
        var story: Int
        /// The text is the same where this is.
        var edit: Int
        var site: Int
        var day: Int64

        var url: String { "http://site\(site).example/\(story)-\(edit)-\(day).html" }

        var html: String {
            var letters = SeededNumbers(state: UInt64(story + 1) &* 0x9E37_79B9_7F4A_7C15)
            func letter() -> String {
                Unicode.Scalar(UInt32.random(in: 0x4E00...0x8FFF, using: &letters)).map { String($0) } ?? ""
            }
            let body = (0..<60).map { _ in (0..<5).map { _ in letter() }.joined() }
            let change = edit == 0 ? "" : "记者随后从第\(edit)号泊位得知了新的消息。"
            return """
                <!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>第\(story)号消息</title>
                <meta property="og:site_name" content="站点\(site)"></head><body><article><h1>第\(story)号消息</h1>
                <p class="info">2026-11-2\(day) 10:0\(site) 来源：站点\(story % 3)</p>
                <p>\(body.joined(separator: "，"))，港务局这样说。\(change)</p></article></body></html>
                """
        }
    }

    private let start = Timestamp(secondsSinceEpoch: 1_795_000_000)

    private func keep(_ page: Carried, in stores: TestStores) async throws {
        let body = Array(page.html.utf8)
        let capture = WARCCapture(
            targetURI: page.url, date: start.advanced(by: .seconds(page.day * 86_400 + Int64(page.site))),
            head: Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8), body: body,
            payloadDigest: Fingerprint.payloadHash(body), source: "harbour", purpose: "article")
        _ = try await stores.stores.pages.append(WARCWriter.response(capture))
    }

    /// Has the pages that lie in the reel taken in, as the next start does.
    private func takeUp(_ stores: TestStores) async throws {
        let frontier = try await TestFrontier(stores.stores)
        let fetcher = try Fetcher()
        let ingest = Ingest(fetcher: fetcher, frontier: frontier.keeper, stores: stores.stores, clock: frontier.clock)
        await ingest.restore()
        _ = try await Recovery(
            ingest: ingest, stores: stores.stores, sources: frontier.sources, clock: frontier.clock
        ).run()
        await fetcher.shutDown()
    }

    /// Each page's cluster, its members and first publisher, as a line.
    private func clusters(_ stores: TestStores) async throws -> Set<String> {
        try await stores.stores.catalog.read { database in
            let entries = try ArticleEntry.recent(limit: 1000, source: nil, database)
            return Set(
                try entries.map { entry in
                    let cluster = try StoryCluster.of(entry, names: [:], database)
                    let first = cluster.first.map { "\($0.name ?? "?") \($0.url ?? "?") \($0.sources) \($0.datelines)" }
                    return "\(cluster.id) \(cluster.members.map(\.url)) \(first ?? "nobody")"
                })
        }
    }

    private func tables(_ stores: TestStores) async throws -> [String] {
        try await stores.stores.catalog.read { database in
            try ["SELECT * FROM clusters ORDER BY text_hash", "SELECT * FROM copies ORDER BY url, text_hash"].flatMap {
                try Row.fetchAll(database, sql: $0).map(\.description)
            }
        }
    }

    private static func scene(_ random: inout SeededNumbers) -> [Carried] {
        var pages: Set<Carried> = []
        for story in 0..<4 {
            for _ in 0..<5 {
                pages.insert(
                    Carried(
                        story: story, edit: Int.random(in: 0...3, using: &random),
                        site: Int.random(in: 0...4, using: &random),
                        day: Int64.random(in: 0...8, using: &random)))
            }
        }
        return pages.sorted { $0.url < $1.url }
    }

    @Test func theOrderOfArrivalDoesNotMatter() async throws {
        let seed = UInt64.random(in: 1...UInt64.max)
        var random = SeededNumbers(state: seed)
        for _ in 0..<3 {
            let pages = ClusterOrderTests.scene(&random)
            var expected: Set<String>?
            for _ in 0..<3 {
                let stores = try TestStores()
                // Some with a restart between them, so that what is near comes from the catalog.
                for (number, page) in pages.shuffled(using: &random).enumerated() {
                    try await keep(page, in: stores)
                    if number % 7 == 6 { try await takeUp(stores) }
                }
                try await takeUp(stores)
                let found = try await clusters(stores)
                #expect(found == expected ?? found, "seed \(seed)")
                expected = found

                let before = try await tables(stores)
                _ = try await CatalogRebuild(stores: stores.stores).run { _ in }
                #expect(try await tables(stores) == before, "rebuilt, seed \(seed)")
                #expect(try await clusters(stores) == found, "rebuilt, seed \(seed)")
            }
            #expect((expected?.count ?? 0) >= 4, "seed \(seed)")
        }
    }

    @Test func copiesAndEditsAreOneClusterWithItsOrigin() async throws {
        let stores = try TestStores()
        let pages = [
            Carried(story: 4, edit: 0, site: 3, day: 0), Carried(story: 4, edit: 0, site: 1, day: 0),
            Carried(story: 4, edit: 1, site: 2, day: 1), Carried(story: 5, edit: 0, site: 2, day: 1),
            // Too late to be compared with the others.
            Carried(story: 4, edit: 2, site: 0, day: 7),
        ]
        for page in pages { try await keep(page, in: stores) }
        try await takeUp(stores)
        let articles = try stores.articles()
        #expect(articles.count == 4)
        let id = try #require(articles.first?.id)
        let cluster = try await stores.stores.catalog.read { database in
            try ArticleEntry.withID(id, database).map { try StoryCluster.of($0, names: [:], database) }
        }
        #expect(Set(cluster?.members.map(\.url) ?? []) == Set(pages.prefix(3).map(\.url)))
        #expect(cluster?.members.filter { $0.articleID == nil }.map(\.url) == [pages[1].url])
        #expect(cluster?.first?.name == "站点1" && cluster?.first?.url == pages[1].url && cluster?.first?.sources == 3)
    }

    @Test func whatWasFoundOutAboutAPageIsNotNotedTwice() async throws {
        let stores = try TestStores()
        try await keep(Carried(story: 1, edit: 0, site: 1, day: 0), in: stores)
        try await keep(Carried(story: 1, edit: 0, site: 2, day: 0), in: stores)
        try await takeUp(stores)
        let count = try stores.records(stores.stores.pages).count
        #expect(count == 3)
        // As if the catalog had heard of nothing.
        try await stores.reopen(losingCatalog: true)
        try await takeUp(stores)
        #expect(try stores.records(stores.stores.pages).count == count)
        #expect(try await tables(stores).count == 1)
        #expect(try await clusters(stores).first?.contains("site2.example") == true)
    }
}
