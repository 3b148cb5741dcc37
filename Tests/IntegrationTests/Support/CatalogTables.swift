import Foundation
import GRDB

/// The rows of a catalog's tables as text, in an order of their own.
struct CatalogTables: Equatable {
    var tables: [String: [String]] = [:]

    /// Reads a catalog that no daemon has open. An article's number is its place among the rows, and not compared.
    init(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        let queries = [
            "progress": "SELECT * FROM progress ORDER BY reel",
            "urls": "SELECT * FROM urls ORDER BY url",
            "articles": """
            SELECT id, offset, url, source, title, published, fetched, text_hash, simhash, near_duplicate_of, version,
                named, dateline, site
            FROM articles ORDER BY offset
            """,
            "words": """
            SELECT articles.id, term, col, place FROM articles JOIN
                (SELECT term, doc, col, offset AS place FROM vocabulary) ON doc = number
            ORDER BY articles.id, term, col, place
            """,
            "frontier": "SELECT * FROM frontier ORDER BY url",
            "sources": "SELECT * FROM sources ORDER BY id",
            "imports": "SELECT * FROM imports ORDER BY record",
            "copies": "SELECT * FROM copies ORDER BY url, text_hash",
            "clusters": "SELECT * FROM clusters ORDER BY text_hash",
        ]
        try queue.inDatabase { database in
            try database.execute(sql: "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, words, instance)")
            for (name, query) in queries {
                tables[name] = try Row.fetchAll(database, sql: query).map { $0.description }
            }
        }
    }

    /// The tables that are not the same.
    func differing(from other: CatalogTables) -> [String] {
        Set(tables.keys).union(other.tables.keys).filter { tables[$0] != other.tables[$0] }.sorted()
    }
}
