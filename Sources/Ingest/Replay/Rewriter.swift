internal import Archive
internal import Catalog
internal import Dedup
package import Model
internal import Reel
internal import Schedule

/// Reads kept pages again, and appends what today's extraction makes of them as new versions of their articles.
///
/// Only the page that an address' newest version was made of can give the next one. A page that was rewritten gives the same when
/// it is asked for again, so that an interrupted replay is simply begun anew.
package struct Rewriter: Sendable {
    /// What became of a page.
    package struct Result: Sendable {
        package enum Ending: Sendable, Equatable {
            case outcome(Outcome)
            /// A newer page of the address is what counts.
            case superseded
            /// No page that articles are read from lies at the offset.
            case notKept
        }

        package let page: Offset
        package var url: String?
        package var ending: Ending
        package var articleID: String?
        package var version: Int?
        /// The id of the version that was the newest.
        package var supersedes: String?
        package var message: String?

        fileprivate init(_ page: Offset, url: String? = nil, _ ending: Ending, _ message: String? = nil) {
            self.page = page
            self.url = url
            self.ending = ending
            self.message = message
        }
    }

    private let ingest: Ingest
    private let stores: Stores
    private let sources: SourceBook

    package init(ingest: Ingest, stores: Stores, sources: SourceBook) {
        self.ingest = ingest
        self.stores = stores
        self.sources = sources
    }

    /// Rewrites the articles of pages, several at once; durable when it returns, the results in the pages' order.
    package func rewrite(_ pages: [Offset], maximumAtOnce: Int = 32) async throws -> [Result] {
        var results: [Int: Result] = [:]
        var next = pages.enumerated().makeIterator()
        try await withThrowingTaskGroup(of: (Int, Result).self) { tasks in
            func start() {
                guard let (index, page) = next.next() else { return }
                tasks.addTask { (index, try await rewrite(page)) }
            }
            for _ in 0..<maximumAtOnce { start() }
            while let (index, result) = try await tasks.next() {
                results[index] = result
                start()
            }
        }
        return pages.indices.compactMap { results[$0] }
    }

    private func rewrite(_ offset: Offset) async throws -> Result {
        guard let page = try StoredPage.read(at: offset, in: stores.pages)?.page, page.purpose == .article else {
            return Result(offset, .notKept)
        }
        let plan = await sources.plan(page.source)
        return try await ingest.turns.alone(with: page.url.href) { () async throws -> Result in
            let url = page.url.href
            let (state, newest) = try await stores.catalog.read { database in
                (try URLState.read(url, database), try ArticleEntry.atURL(url, database))
            }
            if let newest, let article = try article(newest), article.capture.offset == offset {
                return try await ingest.rewrite(article, of: page, state, by: plan)
            }
            guard state?.page?.offset == offset else { return Result(offset, url: url, .superseded) }
            // The newest page gave no article of its own so far.
            return Result(offset, try await ingest.repeatTakingIn(page, by: plan, from: stores.mark))
        }
    }

    private func article(_ entry: ArticleEntry) throws -> Article? {
        guard case .record(let record)? = try ReelReader(stores.articles.location).record(at: entry.offset) else {
            return nil
        }
        return StoredArticle.read(record.bytes)?.article
    }
}

extension Rewriter.Result {
    fileprivate init(_ page: Offset, _ attempt: Attempt) {
        self.init(page, url: attempt.entry.url.href, .outcome(attempt.outcome), attempt.message)
        articleID = attempt.articleID
    }
}

extension Ingest {
    /// Appends the next version of an article where its page says something else today.
    fileprivate func rewrite(
        _ old: Article, of page: Page, _ known: URLState?, by plan: SourcePlan
    ) async throws -> Rewriter.Result {
        func result(_ outcome: Outcome, _ message: String? = nil) -> Rewriter.Result {
            var result = Rewriter.Result(page.offset, url: page.url.href, .outcome(outcome), message)
            result.articleID = old.id
            return result
        }
        guard case .article(let draft, let charset) = PageReader.read(page, by: plan) else {
            return result(.notAnArticle, "today's extraction finds no article on the page; the kept one stays")
        }
        var state = known ?? URLState(url: page.url.href, source: page.source, firstSeen: page.fetched)
        (state.articleID, state.textHash, state.version) = (old.id, old.contentHash, old.version)
        var article = Article(draft, of: page, charset: charset, after: state)
        article.content.language = article.content.language ?? plan.language ?? old.content.language
        guard !article.content.saysTheSame(as: old.content) else { return result(.unchanged) }
        article.nearDuplicateOf = old.nearDuplicateOf
        let subject = ArticleJudge.Subject(article, page: page, state: state)
        let (verdict, neighbours) = try await judge.judgement(subject)
        switch verdict {
        case .duplicate(let id): return result(.duplicate, "today's text is that of article \(id)")
        case .new(let near): article.nearDuplicateOf = near
        case .unchanged, .appended: break
        }
        try await publish(article, page, &state, subject, verdict, neighbours)
        var written = result(.updated)
        written.articleID = article.id
        written.version = article.version
        written.supersedes = old.id
        return written
    }

    private func publish(
        _ article: Article, _ page: Page, _ state: inout URLState, _ subject: ArticleJudge.Subject,
        _ verdict: ArticleJudge.Verdict, _ neighbours: [Clusters.Neighbour]
    ) async throws {
        state.articleID = article.id
        state.textHash = article.contentHash
        state.version = article.version
        let attempt = Attempt(
            FrontierEntry(url: page.url, source: page.source, purpose: .article, priority: .fresh),
            time: page.fetched)
        let saved = state
        try await whole(from: stores.mark) { ticket in
            let offset: Offset
            if case .appended(let place) = verdict {
                offset = place
            } else {
                do {
                    offset = try await stores.articles.append(article.line)
                } catch {
                    if case .new = verdict { await judge.settle(subject) }
                    throw error
                }
                if case .new = verdict { await judge.keep(subject, at: offset) }
            }
            try await save(saved, Story(article, at: offset, page, neighbours), of: attempt, ticket)
            // A text that the address has already is nobody's to settle.
            if verdict != .unchanged { await judge.settle(subject) }
        }
    }
}
