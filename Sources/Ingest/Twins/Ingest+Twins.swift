internal import Catalog
internal import Config
internal import Model
internal import Schedule

extension Ingest {
    /// Turns a twin away in favour of the article's own page, which is fetched where it is not known; whether it did.
    ///
    /// A twin whose original could not be had is taken as any page; so is one of a web archive, which brings no fetches with it.
    func turnAwayTwin(
        _ page: Page, _ state: inout URLState, _ attempt: inout Attempt, _ plan: SourcePlan, _ ticket: UInt64
    ) async throws -> Bool {
        guard page.purpose == .article, plan.kind != .page, attempt.importedRecord == nil, !attempt.entry.force,
            state.articleID == nil, let original = PageTwin.original(of: page)
        else { return false }
        let href = original.href
        let known = try await stores.catalog.read { try URLState.read(href, $0) }
        if let known {
            guard known.articleID != nil else { return false }
        } else {
            var entry = FrontierEntry(url: original, source: page.source, purpose: .article, priority: .fresh)
            entry.triggers = attempt.entry.triggers
            if attempt.entry.priority == .triggered { entry.priority = .triggered }
            try await frontier.add([entry], due: clock.now())
        }
        attempt.articleID = known?.articleID
        attempt.end(.duplicate, "the article's own page is \(original)")
        try await remember(&state, turnedAway: &attempt, plan, ticket)
        return true
    }
}
