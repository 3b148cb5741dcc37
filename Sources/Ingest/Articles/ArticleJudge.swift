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

    /// Days between which texts are compared.
    static let horizonDays = 3
    /// Bits by which two texts of one story may differ.
    static let maximumDistance = 8

    private let catalog: Catalog
    private var near: NearTexts
    /// Texts that are being judged, or were judged new and are on their way into the reel.
    private var underWay: [ContentHash: String] = [:]
    /// Of those the ones that were judged.
    private var coming: [ContentHash: Subject] = [:]
    /// Days on which copies came of texts that are under way.
    private var copied: [ContentHash: Set<Int32>] = [:]
    /// Where the lines lie that the catalog does not have yet.
    private var appended: [ContentHash: (id: String, offset: Offset)] = [:]

    init(catalog: Catalog) {
        self.catalog = catalog
        near = NearTexts(catalog: catalog)
    }

    /// Has the index of near-duplicates filled from the catalog; the first judgement waits for it, the daemon's start does not.
    func restore(now: Timestamp) { near.prepare(now.day - Int32(ArticleJudge.horizonDays)...now.day) }

    /// Judges a text. After `.new` and `.appended` either ``settle(_:)`` or ``keep(_:at:)`` must follow.
    func judge(_ subject: Subject) async throws -> Verdict { try await judgement(subject).verdict }

    /// The verdict, and the texts that this one is nearly the same as, of articles and of copies.
    func judgement(_ subject: Subject) async throws -> (verdict: Verdict, neighbours: [Clusters.Neighbour]) {
        if subject.knownHash == subject.textHash { return (.unchanged, []) }
        try await load(subject.days)
        let (verdict, near) = try await verdict(subject)
        // Nothing else has run since the verdict: of two near texts that come at once one sees the other.
        switch verdict {
        case .unchanged: return (verdict, [])
        case .new, .appended: return (verdict, neighbours(of: subject, near))
        case .duplicate(let id):
            let neighbours = neighbours(of: subject)
            if underWay[subject.textHash] != nil {
                // Whether that one will be kept is not known yet.
                copied[subject.textHash, default: []].insert(subject.fetched.day)
            } else {
                self.near.insert(simhash: subject.simhash, id: id, day: subject.fetched.day)
            }
            return (verdict, neighbours)
        }
    }

    /// The neighbours of an article that lies in the reel, and that the catalog is about to take; it is in the index when this returns.
    func enter(_ subject: Subject) async throws -> [Clusters.Neighbour] {
        try await load(subject.days)
        defer { near.insert(simhash: subject.simhash, id: subject.id, day: subject.fetched.day) }
        return neighbours(of: subject)
    }

    /// The verdict, and the kept texts that a new one is near to.
    private func verdict(_ subject: Subject) async throws -> (Verdict, near: [NearIndex.Match]?) {
        if let line = appended[subject.textHash] {
            return (line.id == subject.id ? .appended(at: line.offset) : .duplicate(of: line.id), nil)
        }
        if let id = underWay[subject.textHash] { return (.duplicate(of: id), nil) }
        underWay[subject.textHash] = subject.id
        do {
            let hash = subject.textHash
            if let other = try await catalog.read({ try ArticleEntry.withText(hash, $0) }) {
                underWay[subject.textHash] = nil
                return (other.url == subject.url ? .unchanged : .duplicate(of: other.id), nil)
            }
        } catch {
            underWay[subject.textHash] = nil
            throw error
        }
        let near = self.near.near(subject.simhash, in: subject.days)
        let nearest = nearest(to: subject, of: near)
        coming[subject.textHash] = subject
        return (.new(nearDuplicateOf: nearest), near)
    }

    /// The article, kept or on its way, that a new text is nearest to; its own earlier version does not count.
    private func nearest(to subject: Subject, of near: [NearIndex.Match]) -> String? {
        let own = subject.knownID ?? subject.id
        let kept = near.first { $0.id != own }
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
        copied[subject.textHash] = nil
        appended[subject.textHash] = nil
    }

    /// A new text's line lies in the reel, and the catalog is still to take it.
    func keep(_ subject: Subject, at offset: Offset) {
        underWay[subject.textHash] = nil
        coming[subject.textHash] = nil
        for day in daysOf(subject) { near.insert(simhash: subject.simhash, id: subject.id, day: day) }
        copied[subject.textHash] = nil
        appended[subject.textHash] = (subject.id, offset)
    }

    /// Every text that is near, kept or on its way, from within the days; `known` are the kept ones near the text's own day.
    private func neighbours(of subject: Subject, _ known: [NearIndex.Match]? = nil) -> [Clusters.Neighbour] {
        let days = daysOf(subject)
        let kept = days.flatMap { day in
            if day == subject.fetched.day, let known { return known }
            return near.near(subject.simhash, in: ArticleJudge.window(day))
        }
        // Most texts have none.
        let pending = kept.isEmpty ? [:] : self.pending
        let coming = coming.values.filter { other in
            Fingerprint.distance(other.simhash, subject.simhash) <= ArticleJudge.maximumDistance
                && daysOf(other).contains { day in days.contains { ArticleJudge.window($0).contains(day) } }
        }
        return kept.map { match in
            pending[match.id].map { Clusters.Neighbour.text($0) } ?? .article(id: match.id)
        } + coming.map { .text($0.textHash) }
    }

    /// The hashes of the articles that the catalog does not have yet: it knows them by these alone.
    private var pending: [String: ContentHash] {
        Dictionary(appended.map { ($0.value.id, $0.key) } + underWay.map { ($1, $0) }) { first, _ in first }
    }

    /// The days on which a text came, by itself and as copies of what is under way.
    private func daysOf(_ subject: Subject) -> Set<Int32> {
        copied[subject.textHash, default: []].union([subject.fetched.day])
    }

    /// The days that texts of one day are compared with.
    static func window(_ day: Int32) -> ClosedRange<Int32> {
        day - Int32(horizonDays)...day + Int32(horizonDays)
    }

    /// Returns when the texts of the days are in the index.
    private func load(_ days: ClosedRange<Int32>) async throws {
        // A window that does not fit into the index is not loaded for ever.
        for _ in 0..<3 {
            guard let loading = near.loading(days) else { return }
            do {
                near.enter(try await loading.rows.value, of: loading)
            } catch {
                near.giveUp(loading)
                throw error
            }
        }
    }
}

extension ArticleJudge.Subject {
    /// The days that the text is compared with.
    var days: ClosedRange<Int32> { ArticleJudge.window(fetched.day) }
}
