import Catalog
import Foundation
import Model
import Testing

@Suite struct CatalogTests {
    private let file = TemporaryDatabase()
    private var path: String { file.path }
    private let time = Timestamp(secondsSinceEpoch: 1_700_000_000)

    @Test func aURLsStateSurvivesAReopening() async throws {
        var state = URLState(url: "http://a.example/1", source: SourceID(rawValue: "a"), firstSeen: time)
        state.finalURL = "http://a.example/moved"
        state.entityTag = "\"x\""
        state.lastModified = "Tue, 14 Nov 2023 22:13:20 GMT"
        state.payloadHash = ContentHash(bytes: Array(repeating: 1, count: 32))
        state.textHash = ContentHash(bytes: Array(repeating: 2, count: 32))
        state.page = .init(offset: Offset(rawValue: .max - 3), recordID: "urn:uuid:1", captured: time)
        state.articleID = "00"
        state.version = 3
        state.hint = time
        let saved = state
        let first = try Catalog(path: path)
        try await first.write { try saved.save($0) }
        first.close()
        let second = try Catalog(path: path)
        #expect(try await second.read { try URLState.read("http://a.example/1", $0) } == saved)
        #expect(try await second.read { try URLState.read("http://a.example/2", $0) } == nil)
    }

    @Test func theSameArticleIsNotIndexedTwice() async throws {
        let catalog = try Catalog(path: path)
        let entry = try entry(id: "1", title: "One")
        let inserted = try await catalog.write { try [entry.insert(text: "x", $0), entry.insert(text: "x", $0)] }
        #expect(inserted == [true, false])
        #expect(try await catalog.read { try ArticleEntry.count($0) } == 1)
        #expect(try await catalog.read { try ArticleEntry.withID("1", $0) } == entry)
        let hash = entry.textHash
        #expect(try await catalog.read { try ArticleEntry.withText(hash, $0) } == entry)
    }

    @Test(arguments: [
        ("报告", ["1"]), ("政府报告", ["1"]), ("政", ["1"]), ("府工", ["1"]), ("府报", ["1"]), ("工报", []), ("harbour", ["2"]),
        ("HARBOUR bridge", ["2"]),
        ("harbour 报告", []), ("2024年", ["1"]), ("", []), ("\"OR\"", []),
    ])
    func twoChineseCharactersAreFound(query: String, ids: [String]) async throws {
        let catalog = try Catalog(path: path)
        let chinese = try entry(id: "1", title: "政府工作报告")
        let english = try entry(id: "2", title: "Harbour news")
        try await catalog.write {
            _ = try chinese.insert(text: "2024年政府报告全文", $0)
            _ = try english.insert(text: "A bridge over the harbour.", $0)
        }
        #expect(try await catalog.read { try ArticleEntry.search(query, limit: 9, $0).map(\.id) } == ids)
    }

    @Test func progressNeverGoesBack() async throws {
        let catalog = try Catalog(path: path)
        try await catalog.write {
            try Progress.advance("pages", to: Offset(rawValue: 10), $0)
            try Progress.advance("pages", to: Offset(rawValue: 4), $0)
        }
        #expect(try await catalog.read { try Progress.read("pages", $0) } == Offset(rawValue: 10))
        #expect(try await catalog.read { try Progress.read("articles", $0) } == .zero)
    }

    @Test func theFrontierComesBackEarliestFirst() async throws {
        let catalog = try Catalog(path: path)
        let rows = [5, 1, 3].map {
            FrontierRow(
                url: "http://a.example/\($0)", source: SourceID(rawValue: "a"), purpose: "article", priority: 1,
                due: time.advanced(by: .seconds($0)), attempts: 0, force: false)
        }
        try await catalog.write { database in
            for row in rows { try row.save(database) }
            try FrontierRow.remove("http://a.example/3", database)
        }
        #expect(
            try await catalog.read { try FrontierRow.all($0).map(\.url) } == [
                "http://a.example/1", "http://a.example/5",
            ])
    }

    @Test func aSourceKeepsItsStanding() async throws {
        let catalog = try Catalog(path: path)
        var state = SourceState(id: SourceID(rawValue: "a"))
        state.isPaused = true
        state.failures = 2
        state.lastError = "timed out"
        state.interval = .milliseconds(2500)
        let saved = state
        try await catalog.write { try saved.save($0) }
        #expect(try await catalog.read { try SourceState.all($0) } == [saved])
    }

    @Test func aFileThatIsNoDatabaseIsNamed() throws {
        try Data(repeating: 7, count: 8192).write(to: URL(filePath: path))
        let error = #expect(throws: CatalogError.self) { try Catalog(path: path) }
        #expect(error?.description.contains(path) == true)
    }

    private func entry(id: String, title: String) throws -> ArticleEntry {
        var content = ArticleContent()
        content.title = title
        let number = try #require(UInt8(id))
        let article = Article(
            id: id, url: "http://a.example/\(id)", canonicalURL: "http://a.example/\(id)", host: "a.example",
            sourceID: SourceID(rawValue: "a"), version: 1, content: content,
            contentHash: try #require(ContentHash(bytes: Array(repeating: number, count: 32))), simhash: .max,
            nearDuplicateOf: nil,
            capture: CaptureReference(
                reel: "pages", offset: .zero, fetched: time.rfc3339, status: 200, charset: "utf-8"),
            extractor: "newsreel")
        return ArticleEntry(article, offset: Offset(rawValue: UInt64(number)), fetched: time)
    }
}
