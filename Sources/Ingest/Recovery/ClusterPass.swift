internal import Catalog
internal import Dedup
internal import Model
internal import Synchronization

/// Finds the clusters of a catalog that was filled without looking for near texts, a day at a time.
///
/// Each pair of near texts is found from the later day of the two.
final class ClusterPass: Sendable {
    fileprivate struct State {
        var index = NearIndex(maximumDistance: ArticleJudge.maximumDistance)
        /// The days that are in the index.
        var days: Set<Int32> = []
    }

    private let state = Mutex(State())
    private let known = KnownClusters()

    /// Goes through all days; `tell` is called after each, and what it throws ends the work.
    static func run(over catalog: Catalog, _ tell: () async throws -> Void) async throws {
        let pass = ClusterPass()
        var next = try await catalog.read { try NearRow.firstDay(from: .min, $0) }
        while let day = next {
            try await catalog.write { try pass.link(day, $0) }
            try await tell()
            next = try await catalog.read { try NearRow.firstDay(from: day + 1, $0) }
        }
    }

    /// Goes once more through the days that something came to, and those after them that it may be near to.
    static func take(_ days: Set<Int32>, _ database: CatalogDatabase) throws {
        let pass = ClusterPass()
        let horizon = Int32(ArticleJudge.horizonDays)
        for day in Set(days.flatMap { $0...$0 + horizon }).sorted() { try pass.link(day, database) }
    }

    /// Joins the texts of a day with those of the same day and of the days before that are near to them.
    private func link(_ day: Int32, _ database: CatalogDatabase) throws {
        try state.withLock { state in
            let window = day - Int32(ArticleJudge.horizonDays)...day
            for earlier in window.dropLast() where !state.days.contains(earlier) {
                for row in try NearRow.of(earlier...earlier, database) { state.insert(row, on: earlier) }
            }
            for row in try NearRow.of(day...day, database) {
                let near = state.index.near(row.simhash, in: window)
                try Clusters.link(row.text, to: near.map { .article(id: $0.id) }, known, database)
                state.insert(row, on: day)
            }
            state.days.formUnion(window)
            state.days.subtract(state.index.shrink(to: 0, keeping: window))
        }
    }
}

extension ClusterPass.State {
    fileprivate mutating func insert(_ row: NearRow, on day: Int32) {
        days.subtract(index.insert(simhash: row.simhash, id: row.id, day: day))
    }
}
