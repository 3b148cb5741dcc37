package import Catalog
internal import Dedup
package import Model

/// A story with all who carry it: the articles and copies of texts that hang together, and who published it first.
package struct StoryCluster: Sendable {
    /// A page that carries it.
    package struct Member: Sendable {
        package let url: String
        package let source: SourceID
        /// Nil for a copy.
        package let articleID: String?
        package let title: String?
        package let provenance: Provenance
        package let published: Timestamp?
        package let fetched: Timestamp
    }

    /// The first publisher, and what speaks for it.
    package struct First: Sendable {
        package let name: String?
        package let url: String?
        package let published: Timestamp?
        /// `named` or `time`.
        package let basis: String
        package let sources: Int
        package let datelines: Int
    }

    /// The first 16 digits of the lowest text hash of them all.
    package let id: String
    /// One for each address, in the order of their times.
    package let members: [Member]
    package let first: First?

    /// The cluster of an article's text.
    ///
    /// - `names`: the names that the configuration gives to sources.
    package static func of(
        _ entry: ArticleEntry, names: [SourceID: String], _ database: CatalogDatabase
    ) throws -> StoryCluster {
        let cluster = try Clusters.cluster(of: entry.textHash, database)
        let (articles, copies) = try Clusters.members(of: cluster, database)
        // Of an address the newest version stands for all.
        var members: [String: Member] = Dictionary(copies.map { ($0.url, Member($0)) }) { first, _ in first }
        for article in articles.sorted(by: { $0.version < $1.version }) { members[article.url] = Member(article) }
        let sorted = members.values.sorted { ($0.time, $0.url) < ($1.time, $1.url) }
        let found = FirstPublisher.find(sorted.map { $0.carrier(names) })
        return StoryCluster(
            id: Hexadecimal.encode(cluster.bytes.prefix(8)), members: sorted, first: found.map(First.init))
    }
}

extension StoryCluster.First {
    fileprivate init(_ found: FirstPublisher.Found) {
        self.init(
            name: found.name, url: found.url, published: found.published, basis: found.basis.rawValue,
            sources: found.sources, datelines: found.datelines)
    }
}

extension StoryCluster.Member {
    fileprivate init(_ entry: ArticleEntry) {
        self.init(
            url: entry.url, source: entry.source, articleID: entry.id, title: entry.title, provenance: entry.provenance,
            published: entry.published, fetched: entry.fetched)
    }

    fileprivate init(_ copy: ArticleCopy) {
        self.init(
            url: copy.url, source: copy.source, articleID: nil, title: copy.title, provenance: copy.provenance,
            published: copy.published, fetched: copy.fetched)
    }

    /// When it was published, else when it was fetched.
    fileprivate var time: Int64 { (published ?? fetched).millisecondsSinceEpoch }

    fileprivate func carrier(_ names: [SourceID: String]) -> FirstPublisher.Carrier {
        FirstPublisher.Carrier(
            url: url, names: [provenance.site, names[source]].compactMap { $0 }, source: provenance.named,
            dateline: provenance.dateline, published: published, fetched: fetched)
    }
}
