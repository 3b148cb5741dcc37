internal import Catalog
internal import Dedup
internal import Model

/// Recognises an article's text: seen at the same address, seen elsewhere, almost the same as another, or new.
///
/// Texts that are on their way into the reel count as seen, so that two outlets fetched at once do not both pass.
actor ArticleJudge {
    enum Verdict: Sendable, Equatable {
        case new(nearDuplicateOf: String?)
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
    private let catalog: Catalog
    private var near = NearIndex()
    private var underWay: [ContentHash: String] = [:]

    init(catalog: Catalog) { self.catalog = catalog }

    /// Fills the index of near-duplicates from the catalog.
    func restore(now: Timestamp) async throws {
        let since = now.advanced(by: .seconds(-86_400 * ArticleJudge.horizonDays))
        for row in try await catalog.read({ try NearRow.since(since, $0) }) {
            near.insert(simhash: row.simhash, id: row.id, day: day(row.fetched))
        }
    }

    /// Judges a text. After `.new` one of ``settle(_:isKept:)``'s calls must follow.
    func judge(_ subject: Subject) async throws -> Verdict {
        if subject.knownHash == subject.textHash { return .unchanged }
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
        let today = day(subject.fetched)
        near.expire(before: today - Int32(ArticleJudge.horizonDays))
        let nearest = near.nearest(to: subject.simhash)
        near.insert(simhash: subject.simhash, id: subject.id, day: today)
        return .new(nearDuplicateOf: nearest?.id == subject.knownID ? nil : nearest?.id)
    }

    /// A new text has come into the catalog, or could not be kept.
    func settle(_ subject: Subject) { underWay[subject.textHash] = nil }

    private func day(_ time: Timestamp) -> Int32 { Int32(clamping: time.secondsSinceEpoch / 86_400) }
}
