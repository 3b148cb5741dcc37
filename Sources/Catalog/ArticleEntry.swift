package import GRDB
package import Model

/// A line of the articles' index: where an article lies and what it is looked up by.
package struct ArticleEntry: Sendable, Equatable {
    package var id: String
    package var offset: Offset
    package var url: String
    package var source: SourceID
    package var title: String?
    package var published: Timestamp?
    package var fetched: Timestamp
    package var textHash: ContentHash
    package var simhash: UInt64
    package var nearDuplicateOf: String?
    package var version: Int
    package var provenance: Provenance

    /// The entry of an article that lies at an offset of the articles reel.
    package init(_ article: Article, offset: Offset, fetched: Timestamp) {
        id = article.id
        self.offset = offset
        url = article.canonicalURL
        source = article.sourceID
        title = article.content.title
        published = article.content.published
        self.fetched = fetched
        textHash = article.contentHash
        simhash = article.simhash
        nearDuplicateOf = article.nearDuplicateOf
        version = article.version
        provenance = Provenance(article.content)
    }
}

extension ArticleEntry {
    /// Adds the entry and its words; one whose id is there already changes nothing. Whether it was new.
    package func insert(text: String, _ database: Database) throws -> Bool {
        try insert(ArticleWords(title: title, text: text), database)
    }

    /// The same with words that were made ready elsewhere, so that the database's queue is not held up.
    package func insert(_ words: ArticleWords, _ database: Database) throws -> Bool {
        guard let number = try insert(database) else { return false }
        let index = try database.cachedStatement(sql: "INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)")
        try index.execute(arguments: [number, words.title, words.body])
        return true
    }

    /// The same, but the words are indexed later: ``Catalog/indexWaitingWords(while:)``.
    package func insert(waiting words: ArticleWords, _ database: Database) throws -> Bool {
        guard let number = try insert(database) else { return false }
        try WaitingWords.add(words, number: number, database)
        return true
    }

    /// The new entry's number; nil where its id is there already.
    private func insert(_ database: Database) throws -> Int64? {
        let statement = try database.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO articles
                    (id, offset, url, source, title, published, fetched, text_hash, simhash, near_duplicate_of, version,
                    named, dateline, site)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            id, Int64(bitPattern: offset.rawValue), url, source.rawValue, title, published?.millisecondsSinceEpoch,
            fetched.millisecondsSinceEpoch, textHash.data, Int64(bitPattern: simhash), nearDuplicateOf, version,
            provenance.named, provenance.dateline, provenance.site,
        ])
        return database.changesCount > 0 ? database.lastInsertedRowID : nil
    }

    /// The article with an id; nil where there is none.
    package static func withID(_ id: String, _ database: Database) throws -> ArticleEntry? {
        try first("id = ?", [id], database)
    }

    /// The newest version at a canonical URL; nil where none was kept.
    package static func atURL(_ url: String, _ database: Database) throws -> ArticleEntry? {
        try first("url = ? ORDER BY version DESC", [url], database)
    }

    /// Every version at a canonical URL, the oldest first.
    package static func versions(at url: String, _ database: Database) throws -> [ArticleEntry] {
        let sql = "SELECT * FROM articles WHERE url = ? ORDER BY version, number"
        return try Row.fetchAll(database, sql: sql, arguments: [url]).compactMap(ArticleEntry.init(row:))
    }

    /// The first article with a text; nil where none has it.
    package static func withText(_ hash: ContentHash, _ database: Database) throws -> ArticleEntry? {
        try first("text_hash = ? ORDER BY number", [hash.data], database)
    }

    /// All articles with a text, the first one first.
    static func of(_ text: ContentHash, _ database: Database) throws -> [ArticleEntry] {
        let statement = try database.cachedStatement(sql: "SELECT * FROM articles WHERE text_hash = ? ORDER BY number")
        return try Row.fetchAll(statement, arguments: [text.data]).compactMap(ArticleEntry.init(row:))
    }

    /// The newest articles first, of one source or of all, fetched at `since` or later.
    package static func recent(
        limit: Int, source: SourceID?, since: Timestamp? = nil, _ database: Database
    ) throws -> [ArticleEntry] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM articles WHERE (?1 IS NULL OR source = ?1) AND (?2 IS NULL OR fetched >= ?2)
                ORDER BY fetched DESC, number DESC LIMIT ?3
                """,
            arguments: [source?.rawValue, since?.millisecondsSinceEpoch, limit])
        return rows.compactMap(ArticleEntry.init(row:))
    }

    /// The articles that hold every word of a query, best first; Chinese is found by pairs of characters.
    package static func search(_ query: String, limit: Int, _ database: Database) throws -> [ArticleEntry] {
        guard let match = IndexedWords.query(query) else { return [] }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT articles.* FROM words JOIN articles ON articles.number = words.rowid
                WHERE words MATCH ? ORDER BY bm25(words, 4.0, 1.0), number DESC LIMIT ?
                """,
            arguments: [match, limit])
        return rows.compactMap(ArticleEntry.init(row:))
    }

    /// How many articles were fetched from a time to another, both included.
    package static func count(from first: Timestamp, to last: Timestamp, _ database: Database) throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT count(*) FROM articles WHERE fetched >= ? AND fetched < ?",
            arguments: [first.millisecondsSinceEpoch, last.millisecondsSinceEpoch + 1000]) ?? 0
    }

    /// How many articles there are.
    package static func count(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM articles") ?? 0
    }

    /// The first row under the condition that can be read; nil where there is none.
    private static func first(
        _ condition: String, _ arguments: StatementArguments, _ database: Database
    ) throws -> ArticleEntry? {
        let statement = try database.cachedStatement(sql: "SELECT * FROM articles WHERE \(condition) LIMIT 1")
        return try Row.fetchOne(statement, arguments: arguments).flatMap(ArticleEntry.init(row:))
    }

    private init?(row: Row) {
        guard let hash = ContentHash(data: row["text_hash"]) else { return nil }
        id = row["id"]
        offset = Offset(rawValue: UInt64(bitPattern: row["offset"]))
        url = row["url"]
        source = SourceID(rawValue: row["source"])
        title = row["title"]
        published = (row["published"] as Int64?).map { Timestamp(millisecondsSinceEpoch: $0) }
        fetched = Timestamp(millisecondsSinceEpoch: row["fetched"])
        textHash = hash
        simhash = UInt64(bitPattern: row["simhash"])
        nearDuplicateOf = row["near_duplicate_of"]
        version = row["version"]
        provenance = Provenance(row: row)
    }
}
