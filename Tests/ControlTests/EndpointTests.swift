import ControlProtocol
import Model
import Testing

@Suite struct EndpointTests {
    @Test func aTargetIsReadBackByItsOwnEndpoint() throws {
        let target = Endpoint.source.target(["id": "港口/日报 %"])
        #expect(!target.contains(" "))
        #expect(Endpoint.source.match(target) == ["id": "港口/日报 %"])
    }

    @Test func otherPathsDoNotMatch() {
        #expect(Endpoint.source.match("/v1/sources") == nil)
        #expect(Endpoint.source.match("/v1/sources/") == nil)
        #expect(Endpoint.source.match("/v1/sources/a/pause") == nil)
        #expect(Endpoint.source.match("/v1/sources/%ZZ") == nil)
        #expect(Endpoint.status.match("/v1/status") == [:])
    }

    @Test func everyEndpointIsListedOnce() {
        let names = Endpoint.all.map { "\($0.method.rawValue) \($0.path)" }
        #expect(Set(names).count == names.count)
        #expect(names.count == 30)
    }

    @Test func whatChangesTheDaemonNeedsTheAdministrator() {
        let changing = Endpoint.all.filter { $0.method == .post }.filter { $0.permission != .administer }
        #expect(changing == [.fetch, .checkSource, .backfillSource])
        #expect(Endpoint.all.allSatisfy { $0.method == .post || $0.permission == .read })
    }

    @Test func recordQueriesSurviveTheWire() throws {
        let time = Timestamp(secondsSinceEpoch: 1_790_000_000)
        for query in [
            RecordQuery(), RecordQuery(amount: .all, follow: true),
            RecordQuery(amount: .last(0), since: time, until: time, source: "a b&c", afterCursor: "articles:12+3"),
        ] {
            let target = Endpoint.records.target(["name": "articles"], query: query.items)
            let parts = target.split(separator: "?", maxSplits: 1)
            let items = try #require(TargetEncoding.items(parts[1]))
            #expect(try RecordQuery(items: items) == query)
        }
    }

    @Test func articleQueriesSurviveTheWire() throws {
        let query = ArticleQuery(limit: 3, source: "a", query: "渡轮 \"ferry\"")
        let target = Endpoint.articles.target(query: query.items)
        let items = try #require(TargetEncoding.items(target.split(separator: "?")[1]))
        #expect(try ArticleQuery(items: items) == query)
        #expect(try ArticleQuery(items: [("limit", "999999999")]).limit == ArticleQuery.maximumLimit)
    }

    @Test func aTimeAloneMeansAllSinceThen() throws {
        #expect(try RecordQuery(items: [("since", "2026-01-31T08:00:00Z")]).amount == .all)
        #expect(try RecordQuery(items: [("n", "3"), ("since", "2026-01-31T08:00:00Z")]).amount == .last(3))
        #expect(try RecordQuery(items: []).amount == .last(10))
    }

    @Test(arguments: [("n", "-1"), ("n", "many"), ("since", "yesterday"), ("follow", "maybe"), ("order", "1")])
    func aQueryItemThatMakesNoSenseIsNamed(name: String, value: String) {
        do {
            _ = try RecordQuery(items: [(name, value)])
            Issue.record("taken")
        } catch {
            #expect(error.code == .badRequest)
            #expect(error.message.contains(name))
        }
    }

    @Test func aPercentWithoutDigitsIsRefused() {
        #expect(TargetEncoding.decode("50%") == nil)
        #expect(TargetEncoding.decode("%4") == nil)
        #expect(TargetEncoding.decode("%FF") == nil)
        #expect(TargetEncoding.items("a=1&b=%zz") == nil)
        #expect(TargetEncoding.items("a=1+2&b")?.map(\.value) == ["1 2", ""])
    }
}
