package import Archive
package import Model
internal import Schedule
internal import Synchronization

/// Takes pages of web archives into the reels, by the same way as those that are fetched, and none of them twice.
///
/// A record is known by its WARC-Record-ID, which stays the same in the pages reel. Of a URL the captures are taken in the order
/// of their times: one that is older than what is known is kept, and not put over it.
package final class Importer: Sendable {
    /// What became of a record.
    package struct Result: Sendable, Equatable {
        package enum Ending: Sendable, Equatable {
            case outcome(Outcome)
            /// The record is in the pages reel since an earlier import.
            case known
            /// It holds no page that could be taken in; a word such as `not_a_page`, `no_url`, `no_date`.
            case passedOver(String)
        }

        package var url: String?
        package var ending: Ending
        package var articleID: String?
        package var title: String?
        package var message: String?
    }

    private let ingest: Ingest
    private let stores: Stores
    private let sources: SourceBook
    private let underWay = Mutex<Set<String>>([])
    private let indexing: WordIndexing

    package init(ingest: Ingest, stores: Stores, sources: SourceBook) {
        self.ingest = ingest
        self.stores = stores
        self.sources = sources
        indexing = WordIndexing(catalog: stores.catalog)
    }

    /// Takes in records, many at once, but those of one URL one after another; their results in the same order.
    ///
    /// - `source`: whose pages they are; nil for the source on whose host a page lies.
    /// - `archive`: the name of the file they come from.
    package func take(
        _ records: [WARCRecord], source: SourceID?, archive: String, maximumAtOnce: Int = 96
    ) async throws -> [Result] {
        indexing.importBegins()
        defer { indexing.importEnds() }
        var results: [Int: Result] = [:]
        var arrivals: [Arrival] = []
        for (index, record) in records.enumerated() {
            switch Arrival.read(record, index) {
            case .page(let arrival): arrivals.append(arrival)
            case .none(let result): results[index] = result
            }
        }
        let standing = try await Standing(of: arrivals, in: stores.catalog)
        var groups = Dictionary(grouping: arrivals) { $0.url.href }.values.makeIterator()
        try await withThrowingTaskGroup(of: [(Int, Result)].self) { tasks in
            func start() {
                guard let group = groups.next() else { return }
                tasks.addTask { [self] in
                    var results: [(Int, Result)] = []
                    for arrival in group.sorted(by: { $0.comesBefore($1) }) {
                        let isNew = results.isEmpty && standing.isNew(arrival)
                        let result = try await take(arrival, isNew: isNew, standing, source: source, archive: archive)
                        results.append((arrival.index, result))
                    }
                    return results
                }
            }
            for _ in 0..<maximumAtOnce { start() }
            while let ended = try await tasks.next() {
                for (index, result) in ended { results[index] = result }
                start()
            }
        }
        return records.indices.compactMap { results[$0] }
    }

    private func take(
        _ arrival: Arrival, isNew: Bool, _ standing: Standing, source: SourceID?, archive: String
    ) async throws -> Result {
        let url = arrival.url
        guard underWay.withLock({ $0.insert(arrival.id.description).inserted }) else {
            return Result(url: url.href, ending: .known)
        }
        defer { _ = underWay.withLock { $0.remove(arrival.id.description) } }
        if standing.known.contains(arrival.id.description) { return Result(url: url.href, ending: .known) }
        let owner: SourceID
        if let source { owner = source } else { owner = await sources.source(of: url).id }
        let plan = await sources.plan(owner)
        let entry = FrontierEntry(url: url, source: owner, purpose: .article, priority: .fresh)
        let page = ImportedPage(
            record: arrival.record, id: arrival.id, entry: entry, finalURL: arrival.finalURL, date: arrival.date,
            archive: archive)
        return try await ingest.take(page, isNew: isNew, by: plan)
    }
}

/// A record of a web archive on its way.
struct ImportedPage: Sendable {
    let record: WARCRecord
    let id: WARCRecordID
    let entry: FrontierEntry
    let finalURL: WebURL
    let date: Timestamp
    let archive: String
}
