internal import Catalog
internal import Model
internal import Reel
internal import Schedule

/// Takes up what a crash left between the reels and the catalog: articles it does not know, pages not wholly taken in.
///
/// Everything from the catalog's mark on is read again. What was taken in before gives the same result and changes nothing.
package struct Recovery: Sendable {
    /// What was taken up.
    package struct Report: Sendable, Equatable {
        /// Pages processed again.
        package var pages = 0
        /// Articles that they gave.
        package var articles = 0
        /// Article lines that the catalog had not heard of.
        package var indexed = 0
    }

    private let ingest: Ingest
    private let stores: Stores
    private let sources: SourceBook
    private let clock: any ClockPair

    package init(ingest: Ingest, stores: Stores, sources: SourceBook, clock: any ClockPair) {
        self.ingest = ingest
        self.stores = stores
        self.sources = sources
        self.clock = clock
    }

    /// Runs before anything is fetched.
    package func run() async throws -> Report {
        var report = Report()
        let taken = try await catchUpArticles(&report)
        try await repeatPages(without: taken, &report)
        return report
    }

    /// Brings the catalog up to the articles reel's end; the page offsets that gave those articles.
    private func catchUpArticles(_ report: inout Report) async throws -> Set<Offset> {
        let from = try await stores.catalog.read { try Progress.read("articles", $0) }
        let end = stores.articles.end
        var pages: Set<Offset> = []
        let cursor = try ReelReader(stores.articles.location).records(from: from, limit: end)
        while let item = try cursor.next() {
            guard case .record(let record) = item, let (article, fetched) = StoredArticle.read(record.bytes) else {
                continue
            }
            pages.insert(article.capture.offset)
            let entry = ArticleEntry(article, offset: record.offset, fetched: fetched)
            let neighbours = try await ingest.neighbours(of: ArticleJudge.Subject(entry))
            let isNew = try await stores.catalog.write { [catalog = stores.catalog] database in
                try Clusters.link(entry.textHash, to: neighbours, catalog.knownClusters, database)
                return try entry.index(text: article.content.text, database)
            }
            if isNew { report.indexed += 1 }
        }
        return pages
    }

    /// Whether a newer capture of the page is known; an imported one is then kept and not read.
    private func isOld(_ page: Page) async throws -> Bool {
        let state = try await stores.catalog.read { try URLState.read(page.url.href, $0) }
        return state?.lastSeen.map { $0 > page.fetched } ?? false
    }

    /// The identifiers of the pages that findings refer to.
    private func pagesWithFindings(from: Offset, to end: Offset) throws -> Set<String> {
        var pages: Set<String> = []
        let cursor = try ReelReader(stores.pages.location).records(from: from, limit: end)
        while let item = try cursor.next() {
            if case .record(let record) = item, let finding = Finding(record) { pages.insert(finding.page) }
        }
        return pages
    }

    private func take(_ finding: Finding) async throws {
        guard case .copy(let copy) = finding.kind else {
            return try await stores.catalog.write { try finding.index($0) }
        }
        let hash = copy.textHash
        let article = try await stores.catalog.read { try ArticleEntry.withText(hash, $0) }
        var neighbours: [Clusters.Neighbour] = []
        if let article { neighbours = try await ingest.neighbours(of: ArticleJudge.Subject(copy, of: article.id)) }
        let found = neighbours
        try await stores.catalog.write { [catalog = stores.catalog] database in
            try finding.index(database)
            try Clusters.link(hash, to: found, catalog.knownClusters, database)
        }
    }

    /// Has the pages from the mark on taken in once more, but those whose articles are there, or what was found out about them.
    private func repeatPages(without taken: Set<Offset>, _ report: inout Report) async throws {
        let from = try await stores.catalog.read { try Progress.read("pages", $0) }
        let end = stores.pages.end
        let known = try pagesWithFindings(from: from, to: end)
        let cursor = try ReelReader(stores.pages.location).records(from: from, limit: end)
        while let item = try cursor.next() {
            guard case .record(let record) = item else { continue }
            guard let stored = StoredPage(record) else {
                if let finding = Finding(record) { try await take(finding) }
                continue
            }
            try await stores.catalog.write { try stored.index($0) }
            let isTakenIn = taken.contains(record.offset) || stored.recordID.map(known.contains) ?? false
            if !isTakenIn { try await takeIn(stored, &report) }
            // Without its body it could not be taken in, and is fetched once more.
            if isTakenIn || stored.withheld == nil { try await passOver(stored) }
        }
        let mark = stores.mark
        try await stores.catalog.write { database in
            try Progress.advance("pages", to: min(end, mark.pages), database)
            try Progress.advance("articles", to: mark.articles, database)
        }
    }
    private func takeIn(_ stored: StoredPage, _ report: inout Report) async throws {
        guard let page = stored.page else { return }
        if stored.importedRecord != nil, try await isOld(page) { return }
        report.pages += 1
        let plan = await sources.plan(page.source)
        let attempt = try await ingest.repeatTakingIn(page, by: plan)
        if attempt.articleID != nil, attempt.outcome == .article || attempt.outcome == .updated {
            report.articles += 1
        }
    }

    /// The host is not asked once more for what lies in the reel.
    private func passOver(_ stored: StoredPage) async throws {
        guard stored.importedRecord == nil,
            var state = try await stores.catalog.read({ try URLState.read(stored.url.href, $0) })
        else { return }
        let due = state.nextRevisit(await sources.plan(stored.source), now: clock.now())
        try await ingest.frontier.passOver(stored.url, fetched: stored.captured, next: due)
    }
}
