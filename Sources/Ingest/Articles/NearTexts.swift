internal import Catalog
internal import Dedup
internal import Model

/// The texts of some days by their SimHash: read from the catalog a stretch of days at a time, when they are asked for.
struct NearTexts {
    /// Days on their way from the catalog.
    struct Loading {
        let days: ClosedRange<Int32>
        let rows: Task<[NearRow], any Error>
    }

    /// So many hashes stay beside those that are asked for.
    private static let spare = 200_000

    private let catalog: Catalog
    private var index = NearIndex(maximumDistance: ArticleJudge.maximumDistance)
    private var loaded: Set<Int32> = []
    private var current: Loading?

    init(catalog: Catalog) { self.catalog = catalog }

    /// Begins to read days that will be asked for.
    mutating func prepare(_ days: ClosedRange<Int32>) {
        guard current == nil else { return }
        current = begin(days)
    }

    /// What has to come from the catalog before some days can be asked for: a part of it, one at a time; nil where nothing has to.
    mutating func loading(_ days: ClosedRange<Int32>) -> Loading? {
        guard let first = days.first(where: { !loaded.contains($0) }),
            let last = days.last(where: { !loaded.contains($0) })
        else { return nil }
        let loading = current ?? begin(first...last)
        current = loading
        return loading
    }

    /// Takes the rows that came; those of a stretch that somebody else has entered already are passed over.
    mutating func enter(_ rows: [NearRow], of loading: Loading) {
        guard current?.rows == loading.rows else { return }
        current = nil
        loaded.formUnion(loading.days)
        for row in rows { insert(simhash: row.simhash, id: row.id, day: row.fetched.day) }
        loaded.subtract(index.shrink(to: NearTexts.spare, keeping: loading.days))
    }

    /// The catalog failed: who asks next tries again.
    mutating func giveUp(_ loading: Loading) {
        if current?.rows == loading.rows { current = nil }
    }

    mutating func insert(simhash: UInt64, id: String, day: Int32) {
        loaded.subtract(index.insert(simhash: simhash, id: id, day: day))
    }

    /// The near texts of some days, the nearest first.
    func near(_ simhash: UInt64, in days: ClosedRange<Int32>) -> [NearIndex.Match] { index.near(simhash, in: days) }

    private func begin(_ days: ClosedRange<Int32>) -> Loading {
        Loading(days: days, rows: Task { [catalog] in try await catalog.read { try NearRow.of(days, $0) } })
    }
}

extension Timestamp {
    /// The day, counted from 1970 in UTC.
    var day: Int32 {
        let seconds = secondsSinceEpoch
        return Int32(clamping: (seconds - (seconds < 0 ? 86_399 : 0)) / 86_400)
    }
}
