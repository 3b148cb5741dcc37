package import GRDB
package import Model

/// An entry of the frontier as it outlives a restart.
package struct FrontierRow: Sendable, Equatable {
    package var url: String
    package var source: SourceID
    package var purpose: String
    package var priority: Int
    package var due: Timestamp
    package var attempts: Int
    package var force: Bool
    /// That the page is read for its source's past; `Backfill.text`.
    package var backfill: String?

    package init(
        url: String, source: SourceID, purpose: String, priority: Int, due: Timestamp, attempts: Int, force: Bool,
        backfill: String? = nil
    ) {
        self.url = url
        self.source = source
        self.purpose = purpose
        self.priority = priority
        self.due = due
        self.attempts = attempts
        self.force = force
        self.backfill = backfill
    }
}

extension FrontierRow {
    /// Puts the row in place of what the URL had.
    package func save(_ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO frontier (url, source, purpose, priority, due, attempts, force, backfill)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            url, source.rawValue, purpose, priority, due.millisecondsSinceEpoch, attempts, force, backfill,
        ])
    }

    /// Adds the row, or moves the one that is there to the earlier time and the higher priority.
    package func merge(_ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO frontier (url, source, purpose, priority, due, attempts, force, backfill)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (url) DO UPDATE SET due = min(due, excluded.due), priority = min(priority, excluded.priority),
                    force = max(force, excluded.force), backfill = coalesce(excluded.backfill, backfill)
                """)
        try statement.execute(arguments: [
            url, source.rawValue, purpose, priority, due.millisecondsSinceEpoch, attempts, force, backfill,
        ])
    }

    package static func remove(_ url: String, _ database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM frontier WHERE url = ?").execute(arguments: [url])
    }

    /// The row of a URL; nil where nothing is planned for it.
    package static func read(_ url: String, _ database: Database) throws -> FrontierRow? {
        try rows("WHERE url = ?", [url], database).first
    }

    /// Every row, the earliest due first.
    package static func all(_ database: Database) throws -> [FrontierRow] {
        try rows("ORDER BY due", [], database)
    }

    /// The next rows in the order of their URLs.
    package static func after(_ url: String, limit: Int, _ database: Database) throws -> [FrontierRow] {
        try rows("WHERE url > ? ORDER BY url LIMIT ?", [url, limit], database)
    }

    /// By position: looking each column up by its name would take as long as reading it.
    private static func rows(
        _ clause: String, _ arguments: StatementArguments, _ database: Database
    ) throws -> [FrontierRow] {
        let statement = try database.cachedStatement(
            sql: "SELECT url, source, purpose, priority, due, attempts, force, backfill FROM frontier " + clause)
        let cursor = try Row.fetchCursor(statement, arguments: arguments)
        var rows: [FrontierRow] = []
        while let row = try cursor.next() {
            rows.append(
                FrontierRow(
                    url: row[0], source: SourceID(rawValue: row[1]), purpose: row[2], priority: row[3],
                    due: Timestamp(millisecondsSinceEpoch: row[4]), attempts: row[5], force: row[6], backfill: row[7]))
        }
        return rows
    }
}
