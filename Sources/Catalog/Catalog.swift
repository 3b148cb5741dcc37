package import GRDB

/// The derived index over the reels: URL state, the frontier that outlives a restart, articles by id, hash and word.
///
/// One SQLite file in write-ahead mode. It is always behind what the reels acknowledged and knows how far it is
/// (``Progress``); losing it loses nothing. Statements run on SQLite's own queue, never on the cooperative pool.
package final class Catalog: Sendable {
    package let path: String
    private let database: DatabaseQueue

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
            database = try DatabaseQueue(path: path, configuration: configuration)
            try Schema.migrator.migrate(database)
        } catch {
            throw CatalogError(code: .cannotOpen, path: path, cause: error)
        }
    }

    /// Runs a reading block.
    package func read<Value: Sendable>(_ body: @Sendable @escaping (Database) throws -> Value)
        async throws(CatalogError) -> Value
    {
        do {
            return try await database.read(body)
        } catch {
            throw CatalogError(code: .failed, path: path, cause: error)
        }
    }

    /// Runs a writing block as one transaction.
    package func write<Value: Sendable>(_ body: @Sendable @escaping (Database) throws -> Value)
        async throws(CatalogError) -> Value
    {
        do {
            return try await database.write(body)
        } catch {
            throw CatalogError(code: .failed, path: path, cause: error)
        }
    }

    /// Closes the file; what comes after fails.
    package func close() throws(CatalogError) {
        do {
            try database.close()
        } catch {
            throw CatalogError(code: .failed, path: path, cause: error)
        }
    }
}
