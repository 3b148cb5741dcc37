internal import Catalog
internal import Dedup
internal import Model

/// Recognises an article's text: seen at the same address, seen elsewhere, almost the same as another, or new.
///
/// Texts that are on their way into the reel count as seen, so that two outlets fetched at once do not both pass.
actor ArticleJudge {
    enum Verdict: Sendable, Equatable {
        case new(nearDuplicateOf: String?)
        /// New, and in the reel already: the catalog failed when the line had been appended.
        case appended(at: Offset)
        /// The text of the article that the address had already.
        case unchanged
        /// The text of another address' article.
        case duplicate(of: String)
    }

    /// What the judge looks at.
    struct Subject: Sendable {
        let id: String
        let url: String
        let textHash: ContentHash
        let simhash: UInt64
        let fetched: Timestamp
        /// The hash of the text the address had, and that article's id.
        let knownHash: ContentHash?
        let knownID: String?
    }

    /// Days that the index of near-duplicates looks back.
    static let horizonDays = 3
    /// Bits by which two texts of one story may differ.
    static let maximumDistance = 8

    private let catalog: Catalog
    /// The rows of the last days, until they are in the index.
    private var restoring: (since: Timestamp, rows: Task<[NearRow], any Error>)?
    private var near = NearIndex(maximumDistance: maximumDistance)
    /// Texts that are being judged, or were judged new and are on their way into the reel.
    private var underWay: [ContentHash: String] = [:]
    /// Of those the ones that were judged.
    private var coming: [ContentHash: Subject] = [:]
    /// Where the lines lie that the catalog does not have yet.
    private var appended: [ContentHash: (id: String, offset: Offset)] = [:]

    init(catalog: Catalog) { self.catalog = catalog }

    /// Has the index of near-duplicates filled from the catalog; the first judgement waits for it, the daemon's start does not.
    func restore(now: Timestamp) {
        fill(since: now.advanced(by: .seconds(-86_400 * ArticleJudge.horizonDays)))
    }

    private func fill(since time: Timestamp) {
        restoring = (time, Task { [catalog] in try await catalog.read { try NearRow.since(time, $0) } })
    }

    /// Returns when the index is filled. Where the catalog failed the next judgement tries again.
    private func restored() async throws {
        guard let restoring else { return }
        let rows: [NearRow]
        do {
            rows = try await restoring.rows.value
        } catch {
            if self.restoring?.rows == restoring.rows { fill(since: restoring.since) }
            throw error
        }
        // Another may have been first.
        guard self.restoring?.rows == restoring.rows else { return }
        self.restoring = nil
        for row in rows { near.insert(simhash: row.simhash, id: row.id, day: day(row.fetched)) }
    }

    /// Judges a text. After `.new` and `.appended` either ``settle(_:)`` or ``keep(_:at:)`` must follow.
    func judge(_ subject: Subject) async throws -> Verdict {
        if subject.knownHash == subject.textHash { return .unchanged }
        try await restored()
        if let line = appended[subject.textHash] {
            return line.id == subject.id ? .appended(at: line.offset) : .duplicate(of: line.id)
        }
        if let id = underWay[subject.textHash] { return .duplicate(of: id) }
        underWay[subject.textHash] = subject.id
        do {
            let hash = subject.textHash
            if let other = try await catalog.read({ try ArticleEntry.withText(hash, $0) }) {
                underWay[subject.textHash] = nil
                return other.url == subject.url ? .unchanged : .duplicate(of: other.id)
            }
        } catch {
            underWay[subject.textHash] = nil
            throw error
        }
        let nearest = nearest(to: subject)
        coming[subject.textHash] = subject
        return .new(nearDuplicateOf: nearest)
    }

    /// The article, kept or on its way, that a new text is nearest to; its own earlier version does not count.
    private func nearest(to subject: Subject) -> String? {
        near.expire(before: day(subject.fetched) - Int32(ArticleJudge.horizonDays))
        let kept = near.nearest(to: subject.simhash, excluding: subject.knownID ?? subject.id)
        let coming = coming.values.filter { $0.url != subject.url }
            .map { (id: $0.id, distance: Fingerprint.distance($0.simhash, subject.simhash)) }
            .min { $0.distance < $1.distance }
        guard let coming, coming.distance < kept?.distance ?? ArticleJudge.maximumDistance + 1 else { return kept?.id }
        return coming.id
    }

    /// A new text has come into the catalog, or not into the reel.
    func settle(_ subject: Subject) {
        underWay[subject.textHash] = nil
        coming[subject.textHash] = nil
        appended[subject.textHash] = nil
    }

    /// A new text's line lies in the reel, and the catalog is still to take it.
    func keep(_ subject: Subject, at offset: Offset) {
        underWay[subject.textHash] = nil
        coming[subject.textHash] = nil
        near.insert(simhash: subject.simhash, id: subject.id, day: day(subject.fetched))
        appended[subject.textHash] = (subject.id, offset)
    }

    private func day(_ time: Timestamp) -> Int32 { Int32(clamping: time.secondsSinceEpoch / 86_400) }
}
