package import GRDB
package import Model

/// What is known of a URL from its last fetches: enough for the next conditional request, and to recognise what comes back.
package struct URLState: Sendable, Equatable {
    package var url: String
    package var source: SourceID
    /// Where the last capture came from after its redirects; the validators are that address's.
    package var finalURL: String?
    package var entityTag: String?
    package var lastModified: String?
    /// SHA-256 of the last body that was kept.
    package var payloadHash: ContentHash?
    /// Where that body lies, its WARC record id and capture time: what a `revisit` refers to.
    package var page: KeptPage?
    /// SHA-256 of the last article's normalised text, and that article's id and version.
    package var textHash: ContentHash?
    package var articleID: String?
    package var version: Int
    package var firstSeen: Timestamp
    package var lastFetched: Timestamp
    package var lastStatus: Int
    /// Failures since the last good fetch.
    package var failures: Int
    /// How many of the planned revisits are done.
    package var revisits: Int
    /// The time of change that the source last gave for the URL; a later one makes it due.
    package var hint: Timestamp?
    /// When the page was last there: a body, or the word that it had not changed.
    package var lastSeen: Timestamp?
    /// When its server first said that the page is gone (404, 410), or the page itself did, where it has not been back since.
    package var gone: Timestamp?
    /// What `lastSeen` and `gone` were before the kept page came.
    package var seenBefore: Timestamp?
    package var goneBefore: Timestamp?
    /// Why the kept page tells that the article is there no more, although the server answered with success; nil where it does not.
    package var withdrawal: String?

    /// A page in the pages reel.
    package struct KeptPage: Sendable, Equatable {
        package var offset: Offset
        package var recordID: String
        package var captured: Timestamp

        package init(offset: Offset, recordID: String, captured: Timestamp) {
            self.offset = offset
            self.recordID = recordID
            self.captured = captured
        }
    }

    /// A URL that is fetched for the first time.
    package init(url: String, source: SourceID, firstSeen: Timestamp) {
        self.url = url
        self.source = source
        self.firstSeen = firstSeen
        lastFetched = firstSeen
        lastStatus = 0
        version = 0
        failures = 0
        revisits = 0
    }
}

extension URLState {
    /// The state of a URL; nil for one never fetched.
    package static func read(_ url: String, _ database: Database) throws -> URLState? {
        let statement = try database.cachedStatement(sql: "SELECT * FROM urls WHERE url = ?")
        return try Row.fetchOne(statement, arguments: [url]).map(URLState.init(row:))
    }

    /// Whether the URL has a state.
    package static func exists(_ url: String, _ database: Database) throws -> Bool {
        let statement = try database.cachedStatement(sql: "SELECT 1 FROM urls WHERE url = ?")
        return try Int.fetchOne(statement, arguments: [url]) != nil
    }

    /// Puts the state in place of what was there.
    package func save(_ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO urls (url, source, final_url, entity_tag, last_modified, payload_hash, page_offset, page_record,
                    page_time, text_hash, article_id, version, first_seen, last_fetched, last_status, failures, revisits, hint,
                    last_seen, gone, seen_before, gone_before, withdrawal)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            url, source.rawValue, finalURL, entityTag, lastModified, payloadHash?.data,
            page.map { Int64(bitPattern: $0.offset.rawValue) },
            page?.recordID, page?.captured.millisecondsSinceEpoch, textHash?.data, articleID, version,
            firstSeen.millisecondsSinceEpoch, lastFetched.millisecondsSinceEpoch, lastStatus, failures, revisits,
            hint?.millisecondsSinceEpoch, lastSeen?.millisecondsSinceEpoch, gone?.millisecondsSinceEpoch,
            seenBefore?.millisecondsSinceEpoch, goneBefore?.millisecondsSinceEpoch, withdrawal,
        ])
    }

    /// Forgets a URL; whether there was anything to forget.
    package static func forget(_ url: String, _ database: Database) throws -> Bool {
        try database.execute(sql: "DELETE FROM urls WHERE url = ?", arguments: [url])
        return database.changesCount > 0
    }

    private init(row: Row) {
        url = row["url"]
        source = SourceID(rawValue: row["source"])
        finalURL = row["final_url"]
        entityTag = row["entity_tag"]
        lastModified = row["last_modified"]
        payloadHash = ContentHash(data: row["payload_hash"])
        if let offset: Int64 = row["page_offset"], let record: String = row["page_record"],
            let time: Int64 = row["page_time"]
        {
            page = KeptPage(
                offset: Offset(rawValue: UInt64(bitPattern: offset)), recordID: record,
                captured: Timestamp(millisecondsSinceEpoch: time))
        }
        textHash = ContentHash(data: row["text_hash"])
        articleID = row["article_id"]
        version = row["version"]
        firstSeen = Timestamp(millisecondsSinceEpoch: row["first_seen"])
        lastFetched = Timestamp(millisecondsSinceEpoch: row["last_fetched"])
        lastStatus = row["last_status"]
        failures = row["failures"]
        revisits = row["revisits"]
        hint = (row["hint"] as Int64?).map { Timestamp(millisecondsSinceEpoch: $0) }
        lastSeen = (row["last_seen"] as Int64?).map { Timestamp(millisecondsSinceEpoch: $0) }
        gone = (row["gone"] as Int64?).map { Timestamp(millisecondsSinceEpoch: $0) }
        seenBefore = (row["seen_before"] as Int64?).map { Timestamp(millisecondsSinceEpoch: $0) }
        goneBefore = (row["gone_before"] as Int64?).map { Timestamp(millisecondsSinceEpoch: $0) }
        withdrawal = row["withdrawal"]
    }
}
