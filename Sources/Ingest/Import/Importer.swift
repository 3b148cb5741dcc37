package import Archive
internal import Catalog
internal import Dedup
package import Model
internal import Reel
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

    package init(ingest: Ingest, stores: Stores, sources: SourceBook) {
        self.ingest = ingest
        self.stores = stores
        self.sources = sources
    }

    /// Takes in records, several at once, but those of one URL one after another; their results in the same order.
    ///
    /// - `source`: whose pages they are; nil for the source on whose host a page lies.
    /// - `archive`: the name of the file they come from.
    package func take(
        _ records: [WARCRecord], source: SourceID?, archive: String, maximumAtOnce: Int = 8
    ) async throws -> [Result] {
        let byURL = Dictionary(grouping: records.indices) { records[$0].targetURI ?? "" }
        var groups = byURL.values.makeIterator()
        var results: [Int: Result] = [:]
        try await withThrowingTaskGroup(of: [(Int, Result)].self) { tasks in
            func start() {
                guard let group = groups.next() else { return }
                let members = group.map { ($0, records[$0]) }.sorted { ($0.1.order, $0.0) < ($1.1.order, $1.0) }
                tasks.addTask { [self] in
                    var results: [(Int, Result)] = []
                    for (index, record) in members {
                        results.append((index, try await take(record, source: source, archive: archive)))
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

    private func take(_ record: WARCRecord, source: SourceID?, archive: String) async throws -> Result {
        func passedOver(_ why: String) -> Result { Result(url: record.targetURI, ending: .passedOver(why)) }
        guard ["response", "resource", "revisit", "conversion"].contains(record.type) else {
            return passedOver("not_a_page")
        }
        guard let date = record.date else { return passedOver("no_date") }
        guard let target = record.targetURI, let url = CanonicalURL(target), url.url.isHTTP,
            let finalURL = CanonicalURL.parsed(target)
        else { return passedOver("no_url") }
        let id = record.recordID ?? WARCRecordID(of: record, date)
        guard underWay.withLock({ $0.insert(id.description).inserted }) else {
            return Result(url: url.href, ending: .known)
        }
        defer { _ = underWay.withLock { $0.remove(id.description) } }
        if try await stores.catalog.read({ try ImportedRecord.exists(id.description, $0) }) {
            return Result(url: url.href, ending: .known)
        }
        let owner: SourceID
        if let source { owner = source } else { owner = await sources.source(of: url).id }
        let plan = await sources.plan(owner)
        let entry = FrontierEntry(url: url, source: owner, purpose: .article, priority: .fresh)
        let page = ImportedPage(
            record: record, id: id, entry: entry, finalURL: finalURL, date: date, archive: archive)
        return try await ingest.take(page, by: plan)
    }
}

extension WARCRecord {
    /// Milliseconds since 1970; those without a time come first.
    fileprivate var order: Int64 { date?.millisecondsSinceEpoch ?? .min }
}

extension WARCRecordID {
    /// The identifier of a record that has none: of its URL, time and block.
    fileprivate init(of record: WARCRecord, _ date: Timestamp) {
        let place = Array("\(record.targetURI ?? "") \(date.rfc3339)\n".utf8)
        self.init(uuid: Array(Fingerprint.payloadHash(place + record.block).bytes.prefix(16)))
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
