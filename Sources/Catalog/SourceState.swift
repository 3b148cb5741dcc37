internal import Foundation
package import GRDB
package import Model

/// How a source fared: what `source list` shows and what a restart must remember.
package struct SourceState: Sendable, Equatable {
    package var id: SourceID
    package var isPaused = false
    package var lastFetched: Timestamp?
    /// When it last gave an article that was new.
    package var lastArticle: Timestamp?
    /// What is taken for the longest pause between two of those.
    package var longestPause: Duration?
    /// Failures since the last good fetch.
    package var failures = 0
    package var lastError: String?
    /// The interval that was learnt, where the schedule is adaptive.
    package var interval: Duration?
    package var nextDue: Timestamp?
    /// What was learnt of the hours of the week, where the schedule is adaptive; `Rhythm.bytes`.
    package var rhythm: [UInt8]?

    package init(id: SourceID) { self.id = id }
}

extension SourceState {
    package static func all(_ database: Database) throws -> [SourceState] {
        try Row.fetchAll(database, sql: "SELECT * FROM sources").map { row in
            var state = SourceState(id: SourceID(rawValue: row["id"]))
            state.isPaused = row["is_paused"]
            state.lastFetched = (row["last_fetched"] as Int64?).map { Timestamp(millisecondsSinceEpoch: $0) }
            state.lastArticle = (row["last_article"] as Int64?).map { Timestamp(millisecondsSinceEpoch: $0) }
            state.failures = row["failures"]
            state.lastError = row["last_error"]
            state.interval = (row["interval"] as Int64?).map { .milliseconds($0) }
            state.longestPause = (row["longest_pause"] as Int64?).map { .milliseconds($0) }
            state.nextDue = (row["next_due"] as Int64?).map { Timestamp(millisecondsSinceEpoch: $0) }
            state.rhythm = (row["rhythm"] as Data?).map { Array($0) }
            return state
        }
    }

    package func save(_ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO sources
                    (id, is_paused, last_fetched, last_article, failures, last_error, interval, next_due, longest_pause,
                    rhythm)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            id.rawValue, isPaused, lastFetched?.millisecondsSinceEpoch, lastArticle?.millisecondsSinceEpoch, failures,
            lastError, interval?.wholeMilliseconds, nextDue?.millisecondsSinceEpoch, longestPause?.wholeMilliseconds,
            rhythm.map { Data($0) },
        ])
    }
}

extension Duration {
    fileprivate var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
