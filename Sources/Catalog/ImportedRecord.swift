package import GRDB

/// The records of web archives that are in the pages reel already, by their WARC-Record-ID.
package enum ImportedRecord {
    /// Notes a record; one that is noted already changes nothing.
    package static func insert(_ record: String, _ database: Database) throws {
        try database.cachedStatement(sql: "INSERT OR IGNORE INTO imports (record) VALUES (?)")
            .execute(arguments: [record])
    }

    package static func exists(_ record: String, _ database: Database) throws -> Bool {
        let statement = try database.cachedStatement(sql: "SELECT 1 FROM imports WHERE record = ?")
        return try Int.fetchOne(statement, arguments: [record]) != nil
    }
}
