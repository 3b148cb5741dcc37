internal import GRDB
internal import Model

/// What a catalog that was made anew takes over from the one before: all that the reels do not tell.
///
/// The frontier, the sources' standing and the progress are taken as they are; of a URL its history of fetches, and its last page
/// where the reel no longer has it.
struct CarryingOver {
    /// The first offset of the pages reel.
    let pagesBefore: Offset

    /// Runs outside a transaction on the old catalog; what could not be read there, with SQLite's reason.
    func run(into path: String, _ database: Database) throws -> [String] {
        try database.execute(sql: "ATTACH DATABASE ? AS fresh", arguments: [path])
        let lost: [String]
        do {
            lost = try CarryingOver.steps.compactMap { try take($0, database) }
            // Without a log beside it the file is whole by itself, and may be moved.
            try database.execute(sql: "PRAGMA fresh.journal_mode = DELETE")
        } catch {
            try database.execute(sql: "DETACH DATABASE fresh")
            throw error
        }
        try database.execute(sql: "DETACH DATABASE fresh")
        return lost
    }

    /// One step as a transaction; why it was left out, where the old file is damaged.
    private func take(_ step: (name: String, sql: String), _ database: Database) throws -> String? {
        do {
            try database.inTransaction(.immediate) {
                try database.execute(
                    sql: step.sql, arguments: step.sql.contains("?") ? [Int64(bitPattern: pagesBefore.rawValue)] : [])
                return .commit
            }
            return nil
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_NOTADB
        {
            return "\(step.name): \(error)"
        }
    }

    private static let steps: [(name: String, sql: String)] = [
        ("progress", "INSERT OR REPLACE INTO fresh.progress SELECT * FROM main.progress"),
        ("frontier", "INSERT OR REPLACE INTO fresh.frontier SELECT * FROM main.frontier"),
        ("sources", "INSERT OR REPLACE INTO fresh.sources SELECT * FROM main.sources"),
        ("the URLs' fetches", fetches), ("the URLs' articles", articles), ("the URLs' old pages", pages),
        ("URLs without a page", others), ("old copies", copies),
    ]

    private static let fetches = """
        UPDATE fresh.urls AS new SET source = old.source, first_seen = old.first_seen, last_fetched = old.last_fetched,
            last_status = old.last_status, failures = old.failures, revisits = old.revisits, hint = old.hint
        FROM main.urls AS old WHERE old.url = new.url
        """

    /// Which version is the last one is the old catalog's word where its article exists: a URL's state may have been forgotten.
    private static let articles = """
        UPDATE fresh.urls AS new SET text_hash = old.text_hash, article_id = old.article_id, version = old.version
        FROM main.urls AS old
        WHERE old.url = new.url AND EXISTS (SELECT * FROM fresh.articles WHERE id = old.article_id)
        """

    private static let pages = """
        UPDATE fresh.urls AS new SET final_url = old.final_url, entity_tag = old.entity_tag,
            last_modified = old.last_modified, payload_hash = old.payload_hash, page_offset = old.page_offset,
            page_record = old.page_record, page_time = old.page_time,
            last_seen = coalesce(new.last_seen, old.last_seen), gone = coalesce(new.gone, old.gone),
            seen_before = old.seen_before, gone_before = old.gone_before, withdrawal = old.withdrawal
        FROM main.urls AS old WHERE old.url = new.url AND new.page_offset IS NULL AND old.page_offset < ?
        """

    private static let others = """
        INSERT OR IGNORE INTO fresh.urls (url, source, version, first_seen, last_fetched, last_status, failures, revisits, hint,
            last_seen, gone, seen_before, gone_before, withdrawal, final_url, entity_tag, last_modified, payload_hash, page_offset,
            page_record, page_time)
        SELECT url, source, 0, first_seen, last_fetched, last_status, failures, revisits, hint, iif(isold, last_seen, NULL),
            iif(isold, gone, NULL), iif(isold, seen_before, NULL), iif(isold, gone_before, NULL), iif(isold, withdrawal, NULL),
            iif(isold, final_url, NULL), iif(isold, entity_tag, NULL), iif(isold, last_modified, NULL),
            iif(isold, payload_hash, NULL), iif(isold, page_offset, NULL), iif(isold, page_record, NULL),
            iif(isold, page_time, NULL)
        FROM (SELECT *, coalesce(page_offset < ?, 0) AS isold FROM main.urls)
        """

    private static let copies = "INSERT OR IGNORE INTO fresh.copies SELECT * FROM main.copies WHERE offset < ?"
}
