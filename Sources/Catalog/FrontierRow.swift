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

    package init(
        url: String, source: SourceID, purpose: String, priority: Int, due: Timestamp, attempts: Int, force: Bool
    ) {
        self.url = url
        self.source = source
        self.purpose = purpose
        self.priority = priority
        self.due = due
        self.attempts = attempts
        self.force = force
    }
}

extension FrontierRow {
    /// Puts the row in place of what the URL had.
    package func save(_ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO frontier (url, source, purpose, priority, due, attempts, force)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            url, source.rawValue, purpose, priority, due.millisecondsSinceEpoch, attempts, force,
        ])
    }

    /// Adds the row, or moves the one that is there to the earlier time and the higher priority.
    package func merge(_ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO frontier (url, source, purpose, priority, due, attempts, force) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (url) DO UPDATE SET due = min(due, excluded.due), priority = min(priority, excluded.priority),
                    force = max(force, excluded.force)
                """)
        try statement.execute(arguments: [
            url, source.rawValue, purpose, priority, due.millisecondsSinceEpoch, attempts, force,
        ])
    }

    package static func remove(_ url: String, _ database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM frontier WHERE url = ?").execute(arguments: [url])
    }

    /// Every row, the earliest due first.
    package static func all(_ database: Database) throws -> [FrontierRow] {
        try Row.fetchAll(database, sql: "SELECT * FROM frontier ORDER BY due").map { row in
            FrontierRow(
                url: row["url"], source: SourceID(rawValue: row["source"]), purpose: row["purpose"],
                priority: row["priority"], due: Timestamp(millisecondsSinceEpoch: row["due"]),
                attempts: row["attempts"], force: row["force"])
        }
    }
}
