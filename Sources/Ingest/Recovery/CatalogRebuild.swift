internal import Catalog
internal import Model
internal import Posix
internal import Reel
internal import Synchronization

/// Makes the catalog anew from the reels, while the daemon goes on, and puts it in the old one's place.
///
/// It is built beside the old one up to the reels' ends; then, for a moment in which nothing else reaches the catalog, it catches
/// up, takes over what the reels do not tell, and is moved. Given up half-way it leaves nothing behind.
package final class CatalogRebuild: Sendable {
    /// How far it is.
    package struct Step: Sendable, Equatable {
        /// The reel that is read.
        package var reel = ""
        package var records = 0
        /// Bytes of the reels read, and of all that are to be.
        package var bytes: UInt64 = 0
        package var totalBytes: UInt64 = 0
        /// What could not be taken over, because the old file is damaged; in words.
        package var lost: [String] = []
    }

    /// It is under way already.
    package struct Busy: Error {}

    /// Takes a record in; the day of its text, where it has one.
    private typealias Indexer = @Sendable (ReelRecord, CatalogDatabase) throws -> Int32?

    /// Records, or their bytes, that go into one transaction.
    private static let batchRecords = 256
    private static let batchBytes = 8 << 20

    private let stores: Stores
    private let isRunning = Mutex(false)

    package init(stores: Stores) { self.stores = stores }

    /// Runs to the end; `tell` is called after each batch, and what it throws ends the work.
    package func run(_ tell: (Step) async throws -> Void) async throws -> Step {
        let isFirst = isRunning.withLock { isRunning in
            defer { isRunning = true }
            return !isRunning
        }
        guard isFirst else { throw Busy() }
        defer { isRunning.withLock { $0 = false } }
        let path = stores.catalog.path + ".new"
        try CatalogRebuild.remove(path)
        do {
            return try await build(try Catalog(path: path), tell)
        } catch {
            try CatalogRebuild.remove(path)
            throw error
        }
    }

    private func build(_ fresh: Catalog, _ tell: (Step) async throws -> Void) async throws -> Step {
        var step = Step()
        let reels: [(ReelWriter, Indexer)] = [
            (stores.pages, CatalogRebuild.page), (stores.articles, CatalogRebuild.article),
        ]
        step.totalBytes = try reels.reduce(0) { try $0 + $1.0.location.segments().reduce(0) { $0 + $1.size } }
        var rests: [(cursor: Rest, indexer: Indexer)] = []
        for (reel, indexer) in reels {
            step.reel = reel.location.name.rawValue
            let read = try await fill(fresh, from: reel, indexer, &step, tell)
            rests.append((Rest(reel: reel, from: read), indexer))
        }
        try await ClusterPass.run(over: fresh) { try await tell(step) }
        let first = try stores.pages.location.segments().first?.base ?? .zero
        let late = rests
        step.lost = try await stores.catalog.replace(with: fresh, keepingPagesBefore: first) { database in
            var days: Set<Int32> = []
            for (rest, indexer) in late {
                try rest.read { record in if let day = try indexer(record, database) { days.insert(day) } }
            }
            try ClusterPass.take(days, database)
        }
        step.bytes = step.totalBytes
        return step
    }

    /// Reads a reel up to its end of this moment; where it stopped.
    private func fill(
        _ fresh: Catalog, from reel: ReelWriter, _ indexer: @escaping Indexer, _ step: inout Step,
        _ tell: (Step) async throws -> Void
    ) async throws -> Offset {
        let cursor = try ReelReader(reel.location).records(limit: reel.end)
        let bytesBefore = step.bytes
        let base = cursor.offset.rawValue
        var isAtEnd = false
        while !isAtEnd {
            var batch: [ReelRecord] = []
            var bytes = 0
            while batch.count < CatalogRebuild.batchRecords, bytes < CatalogRebuild.batchBytes {
                guard let item = try cursor.next() else {
                    isAtEnd = true
                    break
                }
                // Damage is the reel's affair: its verification names it.
                guard case .record(let record) = item else { continue }
                batch.append(record)
                bytes += record.bytes.count
            }
            let records = batch
            try await fresh.write { database in for record in records { _ = try indexer(record, database) } }
            step.records += records.count
            step.bytes = min(step.totalBytes, bytesBefore + cursor.offset.rawValue - base)
            try await tell(step)
        }
        return cursor.offset
    }

    private static let page: Indexer = { record, database in
        if let page = StoredPage(record) {
            try page.index(database)
        } else if let finding = Finding(record) {
            try finding.index(database)
            if case .copy(let copy) = finding.kind { return copy.fetched.day }
        }
        return nil
    }

    private static let article: Indexer = { record, database in
        guard let (article, fetched) = StoredArticle.read(record.bytes) else { return nil }
        _ = try ArticleEntry(article, offset: record.offset, fetched: fetched)
            .index(text: article.content.text, database)
        return fetched.day
    }

    private static func remove(_ path: String) throws {
        for end in ["", "-wal", "-shm", "-journal"] { try Directory.removeFile(path + end) }
    }
}

/// What a reel has got since it was read.
private struct Rest: Sendable {
    let reel: ReelWriter
    let from: Offset

    func read(_ take: (ReelRecord) throws -> Void) throws {
        let cursor = try ReelReader(reel.location).records(from: from, limit: reel.end)
        while let item = try cursor.next() {
            if case .record(let record) = item { try take(record) }
        }
    }
}
