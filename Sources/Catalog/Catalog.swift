package import GRDB
package import Model
internal import Posix
internal import Synchronization

/// What a block that reads or writes is given.
package typealias CatalogDatabase = Database

/// The derived index over the reels: URL state, the frontier that outlives a restart, articles by id, hash and word.
///
/// One SQLite file in write-ahead mode. It is always behind what the reels acknowledged and knows how far it is
/// (``Progress``); losing it loses nothing. Statements run on SQLite's own queue, never on the cooperative pool.
package final class Catalog: Sendable {
    package let path: String
    /// The open file, nil once it is closed; another after ``replace(with:_:)``.
    private let current: Mutex<Opened?>
    private let gathering: Duration

    /// The file, and those who wait for it.
    private struct Opened: Sendable {
        let database: DatabaseQueue
        let transactions: TransactionQueue
        let known = KnownClusters()
    }

    /// For ``Clusters/link(_:to:_:_:)``; asked for within the writing block, so that it is the open file's.
    package var knownClusters: KnownClusters { current.withLock { $0?.known } ?? KnownClusters() }

    /// Opens or makes the file and brings its tables to today's form.
    ///
    /// - Parameter gathering: how long a block of ``writeGathered(_:)`` waits for others.
    package init(path: String, gathering: Duration = .milliseconds(40)) throws(CatalogError) {
        self.path = path
        self.gathering = gathering
        do {
            current = Mutex(try Catalog.open(path, gathering))
        } catch {
            throw CatalogError(code: .cannotOpen, path: path, cause: error)
        }
    }

    /// Runs a reading block.
    package func read<Value: Sendable>(_ body: @Sendable @escaping (Database) throws -> Value)
        async throws(CatalogError) -> Value
    {
        try await whileCurrent(.reading, body)
    }

    /// Runs a writing block in a transaction; committed when it returns.
    package func write<Value: Sendable>(_ body: @Sendable @escaping (Database) throws -> Value)
        async throws(CatalogError) -> Value
    {
        try await whileCurrent(.writing, body)
    }

    /// Runs a writing block in a transaction that it shares with others that come within some milliseconds: for what many do
    /// at once. Committed when it returns. A block may run twice, where another of its transaction failed.
    package func writeGathered<Value: Sendable>(_ body: @Sendable @escaping (Database) throws -> Value)
        async throws(CatalogError) -> Value
    {
        try await whileCurrent(.gathered, body)
    }

    /// Closes the file as soon as what is under way has ended; what comes after fails.
    package func close() {
        // The queue's own end closes it: to use a queue that was closed by hand is undefined.
        current.withLock { $0 = nil }
    }
}

extension Catalog {
    /// Puts a fresh catalog in the place of this one, without losing what is written meanwhile.
    ///
    /// - `fresh` lies in the same directory, was made from the reels, and is of no use afterwards; its file is moved.
    /// - `keepingPagesBefore` is the pages reel's first offset: of what lay before it the reel can tell nothing.
    /// - `catchUp` runs on the fresh one as a transaction, while nothing else is read or written; what waits goes to the fresh one.
    ///
    /// Gives what could not be carried over because the old file is damaged. After an error this catalog is as it was.
    package func replace(
        with fresh: Catalog, keepingPagesBefore bound: Offset,
        catchUp: @Sendable @escaping (Database) throws -> Void
    ) async throws(CatalogError) -> [String] {
        do {
            let (old, new) = (try opened().database, try fresh.opened().database)
            // From here on the file is this function's alone.
            fresh.close()
            // What waits for the old queue then finds that it is no longer in force; its own end closes the file.
            return try await old.writeWithoutTransaction { database in
                try new.write(catchUp)
                try new.close()
                let lost = try CarryingOver(pagesBefore: bound).run(into: fresh.path, database)
                try self.take(fresh.path, from: database)
                return lost
            }
        } catch {
            throw CatalogError(code: .failed, path: path, cause: error)
        }
    }

    /// Moves the file to this catalog's path and opens it there.
    private func take(_ other: String, from database: Database) throws {
        // The old log goes with its file: it must not be taken for the new one's.
        try database.execute(sql: "PRAGMA journal_mode = DELETE")
        try Directory.rename(other, to: path)
        try Directory.synchronize(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
        let new = try Catalog.open(path, gathering)
        // A catalog that was closed meanwhile stays closed.
        current.withLock { if $0 != nil { $0 = new } }
    }

    /// Runs a block on the file in force; once more where that was replaced while the block waited.
    private func whileCurrent<Value: Sendable>(
        _ turn: TransactionQueue.Turn, _ body: @Sendable @escaping (Database) throws -> Value
    ) async throws(CatalogError) -> Value {
        do {
            while true {
                let opened = try opened()
                let value = try await opened.transactions.run(turn) { database -> Value? in
                    try self.isCurrent(opened.database) ? body(database) : nil
                }
                if let value { return value }
            }
        } catch {
            throw CatalogError(code: .failed, path: path, cause: error)
        }
    }

    private func isCurrent(_ queue: DatabaseQueue) -> Bool { current.withLock { $0?.database === queue } }

    private func opened() throws -> Opened {
        guard let opened = current.withLock({ $0 }) else { throw DatabaseError(message: "it is closed") }
        return opened
    }

    private static func open(_ path: String, _ gathering: Duration) throws -> Opened {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.label = "catalog"
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(
                sql:
                    "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -24576; PRAGMA wal_autocheckpoint = 4000"
            )
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try Schema.migrator.migrate(queue)
        // What making the tables left in the log does not count towards its size.
        try queue.inDatabase { _ = try $0.checkpoint(.truncate) }
        return Opened(database: queue, transactions: TransactionQueue(queue, interval: gathering))
    }
}
