internal import Catalog
internal import Dedup
internal import Discover
internal import Extract
package import Fetch
internal import Model
internal import Reel
package import Schedule

/// The way of a page, from top to bottom:
///
///     FrontierEntry ─► FetchRequest ─► Capture ─► Page ─► Document ─► ArticleDraft ─► Article ─► reel record @ offset
///       Schedule         Fetch          Fetch    Archive   HTML        Extract         Dedup       Reel
///
/// A page that is turned away on the way ends as an ``Outcome`` that is counted; an error is for what should not happen.
package struct Ingest: Sendable {
    let robots: RobotsGate
    let fetcher: Fetcher
    let keeper: PageKeeper
    let judge: ArticleJudge
    private let admission: LinkAdmission
    private let reservations: ReservationGate
    let stores: Stores
    let frontier: FrontierKeeper
    private let checkpoint = Checkpoint()
    let turns = AddressTurns()
    let clock: any ClockPair

    package init(fetcher: Fetcher, frontier: FrontierKeeper, stores: Stores, clock: any ClockPair) {
        robots = RobotsGate(fetcher: fetcher, frontier: frontier, clock: clock)
        reservations = ReservationGate(fetcher: fetcher, robots: robots, clock: clock)
        keeper = PageKeeper(pages: stores.pages)
        judge = ArticleJudge(catalog: stores.catalog)
        admission = LinkAdmission(catalog: stores.catalog, frontier: frontier, clock: clock)
        self.fetcher = fetcher
        self.frontier = frontier
        self.stores = stores
        self.clock = clock
    }

    /// Takes in one page.
    package func ingest(_ entry: FrontierEntry, by plan: SourcePlan) async -> Attempt {
        await turns.alone(with: entry.url.href) { await fetch(entry, by: plan) }
    }

    private func fetch(_ entry: FrontierEntry, by plan: SourcePlan) async -> Attempt {
        var attempt = Attempt(entry, time: clock.now())
        do {
            if let refusal = await robots.refusal(of: entry.url, by: plan) {
                attempt.take(refusal)
                return attempt
            }
            var state = try await known(entry)
            let request = FetchRequest(entry, by: plan, knowing: state)
            await frontier.waitForTurn(of: entry.url)
            let gate = RedirectGate(robots, plan, from: entry.url, frontier)
            let result = await fetcher.fetch(request) { await gate.admits($0) }
            guard let capture = attempt.take(result) else {
                if let refusal = gate.refusal { attempt.end(refusal) }
                try await remember(&state, failureOf: attempt)
                return attempt
            }
            let isConditional = request.isConditional
            let marks = await marks(of: capture, entry, plan)
            attempt.reservations = marks.reservations
            let withholding = plan.request.obeyNoArchive && marks.forbidsCopy ? "noarchive" : nil
            try await whole(from: stores.mark) { ticket in
                switch try await keeper.keep(
                    capture, of: entry, knowing: &state, isConditional: isConditional, withholding: withholding)
                {
                case .turnedAway(let outcome, let message):
                    attempt.end(outcome, message)
                    try await remember(&state, turnedAway: &attempt, plan, ticket)
                case .kept(var page):
                    page.reservations = marks.reservations
                    attempt.page = page.offset
                    try await takeIn(page, &state, &attempt, plan, ticket)
                }
            }
            // As long as the page is worked on, its bytes count as in flight.
            withExtendedLifetime(capture) {}
        } catch {
            attempt.end(.notStored, "\(error)")
        }
        return attempt
    }

    /// What a page says about keeping and using it; of an article's page its origin is asked too.
    private func marks(of capture: Capture, _ entry: FrontierEntry, _ plan: SourcePlan) async -> PageMarks {
        let isPage = (200..<300).contains(capture.status)
        var marks = PageMarks(
            head: capture.head, body: isPage ? capture.body : [], agent: plan.request.agentToken)
        if isPage, entry.purpose == .article, marks.miningIsReserved == nil {
            marks.take(await reservations.rule(for: capture.final, by: plan))
        }
        return marks
    }

    /// Takes in a page wholly, or has the next run begin where this page did.
    func whole(from mark: Checkpoint.Mark, _ takeIn: (_ ticket: UInt64) async throws -> Void) async throws {
        let ticket = checkpoint.begin(mark)
        do {
            try await takeIn(ticket)
            checkpoint.end(ticket)
        } catch {
            checkpoint.giveUp(ticket)
            throw error
        }
    }

    /// What follows once a page is kept; after a crash it is done again, with the same result.
    func takeIn(
        _ page: Page, _ state: inout URLState, _ attempt: inout Attempt, _ plan: SourcePlan, _ ticket: UInt64
    ) async throws {
        if try await turnAwayTwin(page, &state, &attempt, plan, ticket) { return }
        switch PageReader.read(page, by: plan) {
        case .links(let discovery):
            let (found, new) = try await admission.admit(discovery, of: attempt.entry, plan: plan)
            attempt.found = found
            attempt.new = new
            attempt.refresh = discovery.kind == .list ? nil : discovery.refresh
            attempt.end(.discovered, "\(found) links, \(new) new")
            try await remember(&state, turnedAway: &attempt, plan, ticket)
        case .notAnArticle(let reason, let charset):
            attempt.charset = charset.isEmpty ? nil : charset
            if let withdrawal = Withdrawal(reason: reason, page), state.articleID != nil {
                try await withdraw(page, withdrawal, &state)
                attempt.end(.gone, withdrawal.words)
            } else {
                attempt.end(.notAnArticle, reason)
            }
            try await remember(&state, turnedAway: &attempt, plan, ticket)
        case .unreadable(let reason):
            attempt.end(.unreadable, reason)
            try await remember(&state, turnedAway: &attempt, plan, ticket)
        case .article(let draft, let charset):
            attempt.charset = charset
            attempt.title = draft.content.title
            try await publish(draft, of: page, charset, &state, &attempt, plan, ticket)
        }
    }

    /// Draft → article → reel, unless the text is known.
    private func publish(
        _ draft: ArticleDraft, of page: Page, _ charset: String, _ state: inout URLState, _ attempt: inout Attempt,
        _ plan: SourcePlan, _ ticket: UInt64
    ) async throws {
        var article = Article(draft, of: page, charset: charset, after: state)
        article.content.language = article.content.language ?? plan.language
        let subject = ArticleJudge.Subject(article, page: page, state: state)
        let (verdict, neighbours) = try await judge.judgement(subject)
        switch verdict {
        case .unchanged:
            attempt.articleID = state.articleID
            attempt.end(.unchanged, "the page changed, its article did not")
            try await remember(&state, turnedAway: &attempt, plan, ticket)
        case .duplicate(let id):
            attempt.articleID = id
            attempt.end(.duplicate, "the text of article \(id)")
            let copy = try await note(article, copyOf: id, page, state)
            state.ended(&attempt, plan, now: clock.now())
            try await save(state, Story(copy: copy, textHash: subject.textHash, neighbours), of: attempt, ticket)
        case .new(let nearDuplicate):
            article.nearDuplicateOf = nearDuplicate
            let offset: Offset
            do {
                offset = try await stores.articles.append(article.line)
            } catch {
                await judge.settle(subject)
                throw error
            }
            await judge.keep(subject, at: offset)
            let story = Story(article, at: offset, page, neighbours)
            try await remember(&state, article, story, &attempt, plan, ticket)
            await judge.settle(subject)
        case .appended(let offset):
            let story = Story(article, at: offset, page, neighbours)
            try await remember(&state, article, story, &attempt, plan, ticket)
            await judge.settle(subject)
        }
    }

    /// Fills what lives in memory from the catalog.
    package func restore() async { await judge.restore(now: clock.now()) }

    /// The texts that are near to one that lies in the reels, and that the catalog is about to take.
    func neighbours(of subject: ArticleJudge.Subject) async throws -> [Clusters.Neighbour] {
        try await judge.enter(subject)
    }

    /// Takes in once more a page that lies in the reel; the state that the catalog has of its URL is taken as it is.
    ///
    /// - `mark`: where the next run begins if this fails; nil for the page itself.
    func repeatTakingIn(_ page: Page, by plan: SourcePlan, from mark: Checkpoint.Mark? = nil) async throws -> Attempt {
        let entry = FrontierEntry(url: page.url, source: page.source, purpose: page.purpose, priority: .fresh)
        var state = try await known(entry)
        var attempt = Attempt(entry, time: max(page.fetched, state.lastFetched))
        attempt.status = page.status
        attempt.page = page.offset
        let own = Checkpoint.Mark(pages: page.offset, articles: stores.articles.end)
        try await whole(from: mark ?? own) { ticket in
            try await takeIn(page, &state, &attempt, plan, ticket)
        }
        return attempt
    }

    func known(_ entry: FrontierEntry) async throws -> URLState {
        let url = entry.url.href
        let state = try await stores.catalog.read { try URLState.read(url, $0) }
        return state ?? fresh(entry)
    }

    /// The state of a URL that nothing is known of.
    func fresh(_ entry: FrontierEntry) -> URLState {
        URLState(url: entry.url.href, source: entry.source, firstSeen: clock.now())
    }
}

extension Ingest {
    /// The catalog learns of a page that gave no new article.
    func remember(
        _ state: inout URLState, turnedAway attempt: inout Attempt, _ plan: SourcePlan, _ ticket: UInt64
    ) async throws {
        state.ended(&attempt, plan, now: clock.now())
        try await save(state, nil, of: attempt, ticket)
    }

    /// The catalog learns of a new article.
    private func remember(
        _ state: inout URLState, _ article: Article, _ story: Story, _ attempt: inout Attempt, _ plan: SourcePlan,
        _ ticket: UInt64
    ) async throws {
        attempt.articleID = article.id
        attempt.end(article.version > 1 ? .updated : .article)
        state.articleID = article.id
        state.textHash = article.contentHash
        state.version = article.version
        state.ended(&attempt, plan, now: clock.now())
        try await save(state, story, of: attempt, ticket)
    }

    private func remember(_ state: inout URLState, failureOf attempt: Attempt) async throws {
        state.lastFetched = attempt.time
        state.lastStatus = attempt.status ?? 0
        state.failures += 1
        let saved = state
        try await stores.catalog.writeGathered { try saved.save($0) }
    }

    func save(_ state: URLState, _ story: Story?, of attempt: Attempt, _ ticket: UInt64) async throws {
        let imported = attempt.importedRecord
        let mark = checkpoint.mark(current: stores.mark, excluding: ticket)
        let write: @Sendable (CatalogDatabase) throws -> Void = { [catalog = stores.catalog] database in
            try state.save(database)
            if let imported { try ImportedRecord.insert(imported, database) }
            try story?.save(database, catalog.knownClusters, wordsWait: imported != nil)
            try Progress.advance("pages", to: mark.pages, database)
            try Progress.advance("articles", to: mark.articles, database)
        }
        // A host that is in trouble keeps its place until it is clear how long it rests.
        if imported == nil, let status = attempt.status, status < 400 {
            await frontier.settles(attempt.entry, answerTime: attempt.answerTime)
        }
        try await stores.catalog.writeGathered(write)
    }
}
