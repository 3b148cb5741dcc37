internal import GRDB

/// Words of articles that are in the catalog, and are still to be indexed.
///
/// To index an article takes longer than all else that the catalog does for it. So what comes by the thousands puts its words into a
/// plain table, where they outlive a restart; they are indexed when it is over, or before the next search.
enum WaitingWords {
    /// Articles that are indexed in one transaction.
    private static let slice = 128

    static func add(_ words: ArticleWords, number: Int64, _ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO waiting_words (number, title, body) VALUES (?, ?, ?)")
        try statement.execute(arguments: [number, words.title, words.body])
    }

    /// The last article whose words wait; nil where none do.
    static func last(_ database: Database) throws -> Int64? {
        try Int64.fetchOne(database, sql: "SELECT max(number) FROM waiting_words")
    }

    /// Indexes some of the words that wait, of articles up to a number; whether any did.
    static func indexSome(upTo bound: Int64, _ database: Database) throws -> Bool {
        let last = try Int64.fetchOne(
            database,
            sql: "SELECT max(number) FROM (SELECT number FROM waiting_words WHERE number <= ? ORDER BY number LIMIT ?)",
            arguments: [bound, slice])
        guard let last else { return false }
        try database.execute(
            sql:
                "INSERT INTO words (rowid, title, body) SELECT number, title, body FROM waiting_words WHERE number <= ?",
            arguments: [last])
        try database.execute(sql: "DELETE FROM waiting_words WHERE number <= ?", arguments: [last])
        return true
    }
}

extension Catalog {
    /// Indexes the words that wait now, some at a time, so that others get their turn; `mayGoOn` is asked before each time.
    package func indexWaitingWords(while mayGoOn: @Sendable () -> Bool = { true }) async throws(CatalogError) {
        guard let bound = try await read({ try WaitingWords.last($0) }) else { return }
        while mayGoOn() {
            guard try await write({ try WaitingWords.indexSome(upTo: bound, $0) }) else { return }
        }
    }
}
