package import GRDB
package import Model

/// A page whose text another address' article has already, word for word: no article of its own, but one more who carries it.
package struct ArticleCopy: Sendable, Equatable {
    /// The canonical URL.
    package var url: String
    package var textHash: ContentHash
    package var simhash: UInt64
    package var source: SourceID
    package var title: String?
    package var published: Timestamp?
    package var fetched: Timestamp
    package var provenance: Provenance
    /// Where the pages reel notes it.
    package var offset: Offset

    /// The copy that an article would have been.
    package init(_ article: Article, fetched: Timestamp, offset: Offset) {
        url = article.canonicalURL
        textHash = article.contentHash
        simhash = article.simhash
        source = article.sourceID
        title = article.content.title
        published = article.content.published
        self.fetched = fetched
        provenance = Provenance(article.content)
        self.offset = offset
    }

    package init(
        url: String, textHash: ContentHash, simhash: UInt64, source: SourceID, title: String?, published: Timestamp?,
        fetched: Timestamp, provenance: Provenance, offset: Offset
    ) {
        self.url = url
        self.textHash = textHash
        self.simhash = simhash
        self.source = source
        self.title = title
        self.published = published
        self.fetched = fetched
        self.provenance = provenance
        self.offset = offset
    }
}

extension ArticleCopy {
    /// Notes the copy; the first of a URL and a text stays.
    package func insert(_ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO copies
                    (url, text_hash, simhash, source, title, published, fetched, named, dateline, site, offset)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            url, textHash.data, Int64(bitPattern: simhash), source.rawValue, title, published?.millisecondsSinceEpoch,
            fetched.millisecondsSinceEpoch, provenance.named, provenance.dateline, provenance.site,
            Int64(bitPattern: offset.rawValue),
        ])
    }

    /// Whether it is known that a URL carried a text.
    package static func exists(_ url: String, _ text: ContentHash, _ database: Database) throws -> Bool {
        let statement = try database.cachedStatement(sql: "SELECT 1 FROM copies WHERE url = ? AND text_hash = ?")
        return try Int.fetchOne(statement, arguments: [url, text.data]) != nil
    }

    /// The article whose text a URL carried last; nil where the URL carried none, or its article is gone.
    package static func article(at url: String, _ database: Database) throws -> ArticleEntry? {
        let sql = "SELECT * FROM copies WHERE url = ? ORDER BY offset DESC LIMIT 1"
        let copy = try Row.fetchOne(database, sql: sql, arguments: [url]).flatMap(ArticleCopy.init(row:))
        return try copy.flatMap { try ArticleEntry.withText($0.textHash, database) }
    }

    /// All who carry a text, in the order of their URLs.
    static func of(_ text: ContentHash, _ database: Database) throws -> [ArticleCopy] {
        let statement = try database.cachedStatement(sql: "SELECT * FROM copies WHERE text_hash = ? ORDER BY url")
        return try Row.fetchAll(statement, arguments: [text.data]).compactMap(ArticleCopy.init(row:))
    }

    private init?(row: Row) {
        guard let hash = ContentHash(data: row["text_hash"]) else { return nil }
        self.init(
            url: row["url"], textHash: hash, simhash: UInt64(bitPattern: row["simhash"]),
            source: SourceID(rawValue: row["source"]), title: row["title"],
            published: (row["published"] as Int64?).map { Timestamp(millisecondsSinceEpoch: $0) },
            fetched: Timestamp(millisecondsSinceEpoch: row["fetched"]), provenance: Provenance(row: row),
            offset: Offset(rawValue: UInt64(bitPattern: row["offset"])))
    }
}
