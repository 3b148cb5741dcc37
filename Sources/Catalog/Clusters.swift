internal import Foundation
package import GRDB
package import Model

/// Texts that are nearly the same, and those that are nearly the same as these: the connected components of nearness.
///
/// Nearness is a matter of two texts and their days alone, and a component is known by the lowest hash in it. So the clusters are the
/// same in whatever order the texts came.
package enum Clusters {
    /// A text that another one is near to.
    package enum Neighbour: Sendable, Hashable {
        case text(ContentHash)
        /// The text of an article that is in the catalog.
        case article(id: String)
    }

    /// Joins a text with its neighbours, and with all that they hang together with. A second time changes nothing. `known` belongs to the
    /// database, or is new.
    package static func link(
        _ text: ContentHash, to neighbours: [Neighbour], _ known: KnownClusters, _ database: Database
    ) throws {
        var texts: Set<ContentHash> = [text]
        var articles: [(id: String, text: ContentHash)] = []
        for neighbour in known.fewest(of: neighbours, for: text) {
            switch neighbour {
            case .text(let hash): texts.insert(hash)
            case .article(let id):
                guard let hash = try hash(ofArticle: id, database) else { continue }
                texts.insert(hash)
                articles.append((id, hash))
            }
        }
        if texts.count > 1 { try join(texts, database) }
        if texts.count > 1 || !articles.isEmpty { known.join(texts, articles, in: database) }
    }

    private static func join(_ texts: Set<ContentHash>, _ database: Database) throws {
        let texts = texts.map(\.data)
        var labels: [Data: Data] = [:]
        for text in texts { labels[text] = try label(of: text, database) }
        let clusters = Set(labels.values)
        guard let lowest = clusters.union(texts).min(by: { $0.lexicographicallyPrecedes($1) }) else { return }
        // An UPDATE of many rows has SQLite write out what the full-text index gathers: none where there is nothing to move.
        let move = try database.cachedStatement(sql: "UPDATE clusters SET cluster = ? WHERE cluster = ?")
        for other in clusters where other != lowest { try move.execute(arguments: [lowest, other]) }
        // Most neighbours of one more copy hang together already, and have nothing written.
        let enter = try database.cachedStatement(sql: "INSERT INTO clusters (text_hash, cluster) VALUES (?, ?)")
        for text in texts where labels[text] == nil { try enter.execute(arguments: [text, lowest]) }
    }

    /// The lowest hash of the texts that hang together with one; the text itself where none does.
    package static func cluster(of text: ContentHash, _ database: Database) throws -> ContentHash {
        try label(of: text.data, database).flatMap { ContentHash(data: $0) } ?? text
    }

    /// Everybody who carries a text of a cluster: articles in all their versions, and copies.
    package static func members(
        of cluster: ContentHash, _ database: Database
    ) throws -> (articles: [ArticleEntry], copies: [ArticleCopy]) {
        let statement = try database.cachedStatement(
            sql: "SELECT text_hash FROM clusters WHERE cluster = ? ORDER BY text_hash")
        var texts = try Data.fetchAll(statement, arguments: [cluster.data]).compactMap { ContentHash(data: $0) }
        if texts.isEmpty { texts = [cluster] }
        return (
            try texts.flatMap { try ArticleEntry.of($0, database) },
            try texts.flatMap { try ArticleCopy.of($0, database) }
        )
    }

    private static func label(of text: Data, _ database: Database) throws -> Data? {
        let statement = try database.cachedStatement(sql: "SELECT cluster FROM clusters WHERE text_hash = ?")
        return try Data.fetchOne(statement, arguments: [text])
    }

    private static func hash(ofArticle id: String, _ database: Database) throws -> ContentHash? {
        let statement = try database.cachedStatement(sql: "SELECT text_hash FROM articles WHERE id = ?")
        return ContentHash(data: try Data.fetchOne(statement, arguments: [id]))
    }
}
