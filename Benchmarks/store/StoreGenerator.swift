// Makes a store of many small articles, for measuring what a daemon does at its start on a large one.
//
//     swift run -c release StoreGenerator DIRECTORY [ARTICLES [FRONTIER]]
//
// A year of made-up articles of about 300 bytes of text: reel, catalog with its full-text index and URL states, and a frontier of
// FRONTIER pages that are due within a day. The last articles are of this minute, so that three days of them are in the index of
// near-duplicates. Nothing is synced: the store is no good after a crash of the machine.

import Catalog
import Foundation
import GRDB
import Glibc
import Model
import Posix
import Reel

@main struct StoreGenerator {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1 else {
            print("StoreGenerator DIRECTORY [ARTICLES [FRONTIER]]")
            exit(2)
        }
        let count = arguments.count > 2 ? Int(arguments[2]) ?? 10_000_000 : 10_000_000
        let frontier = arguments.count > 3 ? Int(arguments[3]) ?? 200_000 : 200_000
        try Directory.make(arguments[1])
        let store = try GeneratedStore(arguments[1], count: count)
        try await store.writeArticles()
        try await store.writeFrontier(frontier)
        try await store.close()
    }
}

/// The store under the generator's hands.
struct GeneratedStore {
    private let count: Int
    private let end: Timestamp
    private let writer: ReelWriter
    private let catalog: Catalog

    init(_ directory: String, count: Int) throws {
        self.count = count
        end = Timestamp(secondsSinceEpoch: Int64(time(nil)))
        (writer, _) = try ReelWriter.open(
            .standard(.articles, in: directory), options: ReelOptions(maximumSegmentBytes: 128 << 20),
            openSegment: { (path, flags) throws(SystemError) in
                HastyFile(descriptor: try Descriptor.open(path, flags))
            })
        catalog = try Catalog(path: directory + "/catalog.sqlite")
    }

    func writeArticles(batch: Int = 20_000) async throws {
        try await catalog.read { database in
            try database.execute(sql: "PRAGMA cache_size = -3000000; PRAGMA wal_autocheckpoint = 100000")
        }
        for start in stride(from: 0, to: count, by: batch) {
            let entries = try await append(start..<min(start + batch, count))
            try await catalog.write { database in
                for (entry, text) in entries {
                    _ = try entry.insert(text: text, database)
                    try state(of: entry).save(database)
                }
            }
            if start.isMultiple(of: 50 * batch) { print("\(start + entries.count) of \(count)") }
        }
        let end = writer.end
        try await catalog.write { database in try Progress.advance("articles", to: end, database) }
    }

    /// Appends a batch, in parallel, and gives what the catalog is to know.
    private func append(_ numbers: Range<Int>) async throws -> [(ArticleEntry, String)] {
        try await withThrowingTaskGroup(of: [(ArticleEntry, String)].self) { group in
            for first in numbers.prefix(64) {
                group.addTask {
                    var entries: [(ArticleEntry, String)] = []
                    for number in stride(from: first, to: numbers.upperBound, by: 64) {
                        let fetched = fetched(number)
                        let article = article(number, fetched)
                        let offset = try await writer.append(article.line)
                        entries.append(
                            (ArticleEntry(article, offset: offset, fetched: fetched), article.content.text))
                    }
                    return entries
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }.sorted { $0.0.url < $1.0.url }
        }
    }

    func writeFrontier(_ count: Int) async throws {
        let now = end
        try await catalog.write { database in
            for number in 0..<count {
                let row = FrontierRow(
                    url: url(number), source: .adHoc, purpose: "article", priority: 2,
                    due: now.advanced(by: .seconds(86_400 + number % 86_400)), attempts: 0, force: false)
                try row.save(database)
            }
        }
    }

    func close() async throws {
        await writer.close()
        try await catalog.read { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        catalog.close()
    }
}

extension GeneratedStore {
    /// Spread over the year before now.
    private func fetched(_ number: Int) -> Timestamp {
        end.advanced(by: .milliseconds(-365 * 86_400_000 / Int64(count) * Int64(count - number - 1)))
    }

    private func url(_ number: Int) -> String {
        let digits = String(number)
        return "https://www.example.org/news/\(String(repeating: "0", count: 9 - digits.count))\(digits).html"
    }

    private func article(_ number: Int, _ fetched: Timestamp) -> Article {
        var generator = Generator(state: UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1)
        var content = ArticleContent()
        content.title = (0..<6).map { _ in generator.word() }.joined(separator: " ")
        content.published = fetched
        let text = (0..<40).map { _ in generator.word() }.joined(separator: " ")
        content.blocks = [Block(type: .paragraph, text: text)]
        let hash = ContentHash(digest: (0..<32).map { _ in UInt8(truncatingIfNeeded: generator.next()) })
        return Article(
            id: Hexadecimal.encode(hash.bytes.prefix(16)), url: url(number), canonicalURL: url(number),
            host: "www.example.org", sourceID: SourceID(rawValue: "outlet-\(number % 200)"), version: 1,
            content: content, contentHash: hash, simhash: generator.next(), nearDuplicateOf: nil,
            capture: CaptureReference(
                reel: "pages", offset: .zero, fetched: fetched.rfc3339, status: 200, charset: "utf-8"),
            extractor: "generator")
    }

    private func state(of entry: ArticleEntry) -> URLState {
        var state = URLState(url: entry.url, source: entry.source, firstSeen: entry.fetched)
        state.lastStatus = 200
        state.version = 1
        state.articleID = entry.id
        state.textHash = entry.textHash
        return state
    }
}

/// A segment's file that is never synced.
private struct HastyFile: SegmentFile {
    let descriptor: Descriptor

    func write(_ bytes: UnsafeRawBufferPointer, at position: UInt64) throws(SystemError) {
        try descriptor.writeAll(bytes, at: position)
    }
    func synchronize() {}
    func truncate(to size: UInt64) throws(SystemError) { try descriptor.truncate(to: size) }
}

private struct Generator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }

    /// One of 3,000 words, the first ones far more often.
    mutating func word() -> String {
        let rank = Int(next() >> 40) % (Int(next() >> 40) % 3000 + 1)
        return Generator.words[rank]
    }

    private static let words: [String] = (0..<3000).map { number in
        var rest = number + 20
        var word = ""
        while rest > 0 {
            word += ["ba", "le", "mi", "to", "ru", "sen", "kal", "dor", "ve", "pin", "qua", "har"][rest % 12]
            rest /= 12
        }
        return word
    }
}
