package import GRDB
package import Model

/// What the near-duplicate index needs of a text that came on some day: of an article, or of a copy.
package struct NearRow: Sendable {
    /// The article that has the text.
    package var id: String
    package var text: ContentHash
    package var simhash: UInt64
    package var fetched: Timestamp

    /// The plus keeps SQLite from going through the whole table in the order of its numbers, to be spared the sorting.
    static let articlesQuery =
        "SELECT id, text_hash, simhash, fetched FROM articles WHERE fetched >= ? AND fetched < ? ORDER BY +number"

    static let copiesQuery = """
        SELECT (SELECT id FROM articles WHERE articles.text_hash = copies.text_hash ORDER BY number LIMIT 1) AS id,
            text_hash, simhash, fetched
        FROM copies WHERE fetched >= ? AND fetched < ? ORDER BY fetched, url
        """

    /// The texts of some days, counted from 1970: those of articles, the oldest first, then those of copies.
    package static func of(_ days: ClosedRange<Int32>, _ database: Database) throws -> [NearRow] {
        let bounds: StatementArguments = [start(days.lowerBound), start(days.upperBound) + dayLength]
        return try [articlesQuery, copiesQuery].flatMap { query in
            try Row.fetchAll(database, sql: query, arguments: bounds).compactMap(NearRow.init(row:))
        }
    }

    /// The first day, from one on, that a text came on; nil where there is none.
    package static func firstDay(from day: Int32, _ database: Database) throws -> Int32? {
        let first = try Int64.fetchOne(
            database,
            sql: """
                SELECT min(fetched) FROM (SELECT min(fetched) AS fetched FROM articles WHERE fetched >= ?1
                UNION ALL SELECT min(fetched) FROM copies WHERE fetched >= ?1)
                """, arguments: [start(day)])
        return first.map { Int32(clamping: ($0 - ($0 < 0 ? dayLength - 1 : 0)) / dayLength) }
    }

    private static let dayLength: Int64 = 86_400_000

    private static func start(_ day: Int32) -> Int64 { Int64(day) * dayLength }

    private init?(row: Row) {
        guard let id: String = row["id"], let text = ContentHash(data: row["text_hash"]) else { return nil }
        self.id = id
        self.text = text
        simhash = UInt64(bitPattern: row["simhash"])
        fetched = Timestamp(millisecondsSinceEpoch: row["fetched"])
    }
}
