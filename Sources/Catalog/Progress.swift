package import GRDB
package import Model

/// How far the catalog has read a reel: every record before the offset is in it.
package enum Progress {
    /// The offset for a reel; zero for one never read.
    package static func read(_ reel: String, _ database: Database) throws -> Offset {
        let value = try Int64.fetchOne(database, sql: "SELECT offset FROM progress WHERE reel = ?", arguments: [reel])
        return Offset(rawValue: UInt64(bitPattern: value ?? 0))
    }

    /// Moves the offset forward; an earlier one changes nothing.
    package static func advance(_ reel: String, to offset: Offset, _ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO progress (reel, offset) VALUES (?, ?)
                ON CONFLICT (reel) DO UPDATE SET offset = excluded.offset WHERE excluded.offset > offset
                """)
        try statement.execute(arguments: [reel, Int64(bitPattern: offset.rawValue)])
    }
}
