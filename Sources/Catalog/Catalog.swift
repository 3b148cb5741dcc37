package import GRDB
internal import Synchronization

/// The derived index over the reels: URL state, the frontier that outlives a restart, articles by id, hash and word.
///
/// One SQLite file in write-ahead mode. It is always behind what the reels acknowledged and knows how far it is
/// (``Progress``); losing it loses nothing. Statements run on SQLite's own queue, never on the cooperative pool.
package final class Catalog: Sendable {
    package let path: String
    /// Nil once it is closed.
    private let database: Mutex<DatabaseQueue?>

    /// Opens or makes the file and brings its tables to today's form.
    package init(path: String) throws(CatalogError) {
        self.path = path
        do {
            var configuration = Configuration()
            configuration.journalMode = .wal
            configuration.label = "catalog"
            configuration.busyMode = .timeout(5)
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY")
            }
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try Schema.migrator.migrate(queue)
            database = Mutex(queue)
        } catch {
            throw CatalogError(code: .cannotOpen, path: path, cause: error)
        }
    }

    /// Runs a reading block.
    package func read<Value: Sendable>(_ body: @Sendable @escaping (Database) throws -> Value)
        async throws(CatalogError) -> Value
    {
        do {
            return try await queue().read(body)
        } catch {
            throw CatalogError(code: .failed, path: path, cause: error)
        }
    }

    /// Runs a writing block as one transaction.
    package func write<Value: Sendable>(_ body: @Sendable @escaping (Database) throws -> Value)
        async throws(CatalogError) -> Value
    {
        do {
            return try await queue().write(body)
        } catch {
            throw CatalogError(code: .failed, path: path, cause: error)
        }
    }

    /// Closes the file as soon as what is under way has ended; what comes after fails.
    package func close() {
        // The queue's own end closes it: to use a queue that was closed by hand is undefined.
        database.withLock { $0 = nil }
    }

    private func queue() throws -> DatabaseQueue {
        guard let queue = database.withLock({ $0 }) else { throw DatabaseError(message: "it is closed") }
        return queue
    }
}
