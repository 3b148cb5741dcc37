package import GRDB
package import Model

/// What the near-duplicate index needs of an article.
package struct NearRow: Sendable {
    package var id: String
    package var simhash: UInt64
    package var fetched: Timestamp

    /// The plus keeps SQLite from going through the whole table in the order of its numbers, to be spared the sorting.
    static let sinceQuery = "SELECT id, simhash, fetched FROM articles WHERE fetched >= ? ORDER BY +number"

    /// The articles fetched since a time, oldest first.
    package static func since(_ time: Timestamp, _ database: Database) throws -> [NearRow] {
        try Row.fetchAll(
            database, sql: sinceQuery, arguments: [time.millisecondsSinceEpoch]
        ).map { row in
            NearRow(
                id: row["id"], simhash: UInt64(bitPattern: row["simhash"]),
                fetched: Timestamp(millisecondsSinceEpoch: row["fetched"]))
        }
    }
}
