import Catalog
import Model
import Testing

@testable import Ingest

@Suite struct ArticleJudgeTests {
    private let stores: TestStores
    private let judge: ArticleJudge
    private static let now = Timestamp(secondsSinceEpoch: 1_795_000_000)

    init() throws {
        stores = try TestStores()
        judge = ArticleJudge(catalog: stores.stores.catalog)
    }

    private func hash(_ number: UInt8) throws -> ContentHash {
        try #require(ContentHash(bytes: [UInt8](repeating: number, count: 32)))
    }

    private func subject(
        _ id: String, _ url: String, text: UInt8, simhash: UInt64 = 0, known: UInt8? = nil, knownID: String? = nil,
        at time: Timestamp = now
    ) throws -> ArticleJudge.Subject {
        ArticleJudge.Subject(
            id: id, url: url, textHash: try hash(text), simhash: simhash, fetched: time,
            knownHash: try known.map { try hash($0) }, knownID: knownID)
    }

    /// Has the catalog know an article.
    private func index(_ subject: ArticleJudge.Subject, offset: UInt64 = 1) async throws {
        let article = Article(
            id: subject.id, url: subject.url, canonicalURL: subject.url, host: "a.example", sourceID: "harbour",
            version: 1,
            content: ArticleContent(), contentHash: subject.textHash, simhash: subject.simhash, nearDuplicateOf: nil,
            capture: CaptureReference(
                reel: "pages", offset: .zero, fetched: subject.fetched.rfc3339, status: 200, charset: "utf-8"),
            extractor: "test")
        let entry = ArticleEntry(article, offset: Offset(rawValue: offset), fetched: subject.fetched)
        _ = try await stores.stores.catalog.write { try entry.insert(text: "", $0) }
    }

    @Test func aTextNeverSeenIsNew() async throws {
        #expect(try await judge.judge(subject("1", "http://a.example/", text: 1)) == .new(nearDuplicateOf: nil))
    }

    @Test func theTextTheAddressHadIsUnchanged() async throws {
        let again = try subject("2", "http://a.example/", text: 1, known: 1, knownID: "1")
        #expect(try await judge.judge(again) == .unchanged)
    }

    @Test func aTextThatWasEditedBackIsUnchangedToo() async throws {
        try await index(try subject("1", "http://a.example/", text: 1))
        let back = try subject("3", "http://a.example/", text: 1, known: 2, knownID: "2")
        #expect(try await judge.judge(back) == .unchanged)
    }

    @Test func theTextOfAnotherAddressIsADuplicate() async throws {
        try await index(try subject("1", "http://a.example/", text: 1))
        #expect(try await judge.judge(subject("2", "http://b.example/", text: 1)) == .duplicate(of: "1"))
    }

    @Test func ofTwoAtOnceOnlyTheFirstIsNew() async throws {
        let first = try subject("1", "http://a.example/", text: 1)
        let second = try subject("2", "http://b.example/", text: 1)
        #expect(try await judge.judge(first) == .new(nearDuplicateOf: nil))
        #expect(try await judge.judge(second) == .duplicate(of: "1"))
        // The first could not be kept after all.
        await judge.settle(first)
        #expect(try await judge.judge(second) == .new(nearDuplicateOf: nil))
    }

    @Test func aLineThatTheCatalogDidNotTakeIsNotAppendedAgain() async throws {
        let first = try subject("1", "http://a.example/", text: 1)
        #expect(try await judge.judge(first) == .new(nearDuplicateOf: nil))
        await judge.keep(first, at: Offset(rawValue: 77))
        #expect(try await judge.judge(first) == .appended(at: Offset(rawValue: 77)))
        #expect(try await judge.judge(subject("2", "http://b.example/", text: 1)) == .duplicate(of: "1"))
        try await index(first)
        await judge.settle(first)
        #expect(try await judge.judge(subject("2", "http://b.example/", text: 1)) == .duplicate(of: "1"))
    }

    @Test(arguments: [true, false]) func almostTheSameTextElsewhereIsMarked(isKept: Bool) async throws {
        let first = try subject("1", "http://a.example/", text: 1, simhash: 0xFF00)
        _ = try await judge.judge(first)
        if isKept { await judge.keep(first, at: .zero) }
        let near = try subject("2", "http://b.example/", text: 2, simhash: 0xFF0F)
        #expect(try await judge.judge(near) == .new(nearDuplicateOf: "1"))
        let far = try subject("3", "http://c.example/", text: 3, simhash: 0xFFFF_0000_FFFF_0000)
        #expect(try await judge.judge(far) == .new(nearDuplicateOf: nil))
    }

    @Test func ofTwoNearOnesAtOnceOnlyOneNamesTheOther() async throws {
        for number in 0..<20 as Range<UInt8> {
            let simhash = (UInt64(number) + 1) &* 0x9E37_79B9_7F4A_7C15
            let judge = judge
            let one = try subject("l\(number)", "http://a.example/\(number)", text: number, simhash: simhash)
            let other = try subject(
                "r\(number)", "http://b.example/\(number)", text: number + 100, simhash: simhash ^ 1)
            async let left = judge.judge(one)
            async let right = judge.judge(other)
            let verdicts = try await [left, right]
            let marks = verdicts.filter {
                $0 == .new(nearDuplicateOf: "l\(number)") || $0 == .new(nearDuplicateOf: "r\(number)")
            }
            #expect(marks.count == 1, "\(verdicts)")
        }
    }

    @Test func theNearerOfTwoIsNamed() async throws {
        let kept = try subject("1", "http://a.example/", text: 1, simhash: 0xFF)
        _ = try await judge.judge(kept)
        await judge.keep(kept, at: .zero)
        _ = try await judge.judge(subject("2", "http://b.example/", text: 2, simhash: 0xF1))
        #expect(
            try await judge.judge(subject("3", "http://c.example/", text: 3, simhash: 0xF0))
                == .new(nearDuplicateOf: "2"))
        #expect(
            try await judge.judge(subject("4", "http://d.example/", text: 4, simhash: 0xFE))
                == .new(nearDuplicateOf: "1"))
    }

    @Test func anArticleThatWasNotKeptIsNearToNone() async throws {
        let first = try subject("1", "http://a.example/", text: 1, simhash: 0xABCD)
        _ = try await judge.judge(first)
        await judge.settle(first)
        let near = try subject("2", "http://b.example/", text: 2, simhash: 0xABCC)
        #expect(try await judge.judge(near) == .new(nearDuplicateOf: nil))
        await judge.settle(near)
        #expect(try await judge.judge(first) == .new(nearDuplicateOf: nil))
    }

    @Test func anArticleIsNotNearToItsEarlierVersion() async throws {
        let first = try subject("1", "http://a.example/", text: 1, simhash: 0xABCD)
        _ = try await judge.judge(first)
        await judge.keep(first, at: .zero)
        await judge.settle(first)
        let edited = try subject("2", "http://a.example/", text: 2, simhash: 0xABCC, known: 1, knownID: "1")
        #expect(try await judge.judge(edited) == .new(nearDuplicateOf: nil))
    }

    @Test func nearnessIsForgottenAfterSomeDays() async throws {
        let first = try subject("1", "http://a.example/", text: 1, simhash: 0xABCD)
        _ = try await judge.judge(first)
        await judge.keep(first, at: .zero)
        let later = ArticleJudgeTests.now.advanced(by: .seconds(86_400 * Int64(ArticleJudge.horizonDays + 1)))
        let near = try subject("2", "http://b.example/", text: 2, simhash: 0xABCC, at: later)
        #expect(try await judge.judge(near) == .new(nearDuplicateOf: nil))
    }

    @Test func nearnessOutlivesARestart() async throws {
        try await index(try subject("1", "http://a.example/", text: 1, simhash: 0xABCD))
        await judge.restore(now: ArticleJudgeTests.now)
        let near = try subject("2", "http://b.example/", text: 2, simhash: 0xABCC)
        #expect(try await judge.judge(near) == .new(nearDuplicateOf: "1"))
    }

    @Test func aCatalogThatFailsLeavesNothingUnderWay() async throws {
        let first = try subject("1", "http://a.example/", text: 1)
        stores.stores.catalog.close()
        await #expect(throws: CatalogError.self) { try await judge.judge(first) }
        await #expect(throws: CatalogError.self, "not a duplicate of itself") { try await judge.judge(first) }
    }
}
