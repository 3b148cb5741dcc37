import Catalog
import Foundation
import Model
import Testing

/// Words that are indexed later than their articles come in.
@Suite struct WaitingWordsTests {
    private let file = TemporaryDatabase()
    private var path: String { file.path }

    private func entry(_ number: Int) throws -> ArticleEntry {
        let id = "\(number)"
        var hash = [UInt8](repeating: 0, count: 32)
        hash[0] = UInt8(number & 255)
        hash[1] = UInt8(number >> 8)
        let content = ArticleContent()
        let article = Article(
            id: id, url: "https://a.example/\(number)", canonicalURL: "https://a.example/\(number)", host: "a.example",
            sourceID: SourceID(rawValue: "a"), version: 1, content: content,
            contentHash: try #require(ContentHash(bytes: hash)), simhash: 0, nearDuplicateOf: nil,
            capture: CaptureReference(
                reel: "pages", offset: Offset(rawValue: UInt64(number)), fetched: "2026-01-31T00:00:00Z", status: 200,
                charset: "utf-8"), extractor: "a test")
        return ArticleEntry(
            article, offset: Offset(rawValue: UInt64(number)), fetched: Timestamp(secondsSinceEpoch: 1_700_000_000))
    }

    private func add(_ numbers: Range<Int>, _ catalog: Catalog) async throws {
        for number in numbers {
            let entry = try entry(number)
            let words = ArticleWords(title: "渡船 \(number)", text: "the ferry sails at dawn")
            _ = try await catalog.writeGathered { try entry.insert(waiting: words, $0) }
        }
    }

    private func found(_ query: String, _ catalog: Catalog) async throws -> Int {
        try await catalog.read { try ArticleEntry.search(query, limit: 1000, $0).count }
    }

    @Test func wordsThatWaitAreIndexedInSlices() async throws {
        let catalog = try Catalog(path: path, gathering: .milliseconds(1))
        try await add(0..<3, catalog)
        #expect(try await found("ferry", catalog) == 0)
        try await catalog.indexWaitingWords()
        #expect(try await found("ferry", catalog) == 3)
        #expect(try await found("渡船", catalog) == 3)
        try await add(3..<303, catalog)
        try await catalog.indexWaitingWords()
        #expect(try await found("ferry", catalog) == 303)
        // Once more changes nothing: nothing is indexed twice.
        try await catalog.indexWaitingWords()
        #expect(try await found("ferry", catalog) == 303)
    }

    @Test func anArticleThatIsThereDoesNotWaitAgain() async throws {
        let catalog = try Catalog(path: path, gathering: .milliseconds(1))
        try await add(0..<2, catalog)
        try await add(0..<2, catalog)
        try await catalog.indexWaitingWords()
        try await add(0..<2, catalog)
        try await catalog.indexWaitingWords()
        #expect(try await found("ferry", catalog) == 2)
    }

    @Test func theyOutliveARestart() async throws {
        let first = try Catalog(path: path, gathering: .milliseconds(1))
        try await add(0..<5, first)
        first.close()
        let second = try Catalog(path: path)
        #expect(try await found("ferry", second) == 0)
        try await second.indexWaitingWords()
        #expect(try await found("ferry", second) == 5)
    }

    @Test func whoIsAskedToStopStops() async throws {
        let catalog = try Catalog(path: path, gathering: .milliseconds(1))
        try await add(0..<5, catalog)
        try await catalog.indexWaitingWords { false }
        #expect(try await found("ferry", catalog) == 0)
    }
}
