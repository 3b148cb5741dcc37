internal import Catalog
internal import Config
internal import Discover
internal import Model
internal import Schedule

/// Decides which of the links that a source's page gives are fetched: those never seen, and those that say they changed.
struct LinkAdmission: Sendable {
    let catalog: Catalog
    let frontier: FrontierKeeper
    let clock: any ClockPair

    /// Adds the links worth fetching to the frontier; how many there were and how many were never seen.
    func admit(_ discovery: Discovery, of parent: FrontierEntry, plan: SourcePlan) async throws -> (
        found: Int, new: Int
    ) {
        if let backfill = parent.backfill { return try await admit(discovery, of: parent, backfill) }
        let links = discovery.articles.prefix(plan.maximumArticles ?? .max)
        var candidates: [(url: CanonicalURL, hint: Timestamp?)] = []
        var seen: Set<CanonicalURL> = [parent.url]
        for link in links {
            let url = CanonicalURL(link.url)
            if link.url.isHTTP, seen.insert(url).inserted { candidates.append((url, link.changed)) }
        }
        let hrefs = candidates.map(\.url.href)
        let known = try await catalog.read { database in
            try hrefs.map { try URLState.read($0, database) }
        }
        var entries: [FrontierEntry] = []
        var new = 0
        for (candidate, state) in zip(candidates, known) {
            if state == nil, await !frontier.contains(candidate.url) { new += 1 }
            guard let priority = priority(state, hint: candidate.hint, force: parent.force) else { continue }
            var entry = FrontierEntry(url: candidate.url, source: parent.source, purpose: .article, priority: priority)
            entry.hint = candidate.hint
            entries.append(entry)
        }
        entries += further(discovery, of: parent, plan: plan, seen: &seen)
        for index in entries.indices { inherit(from: parent, &entries[index]) }
        try await frontier.add(entries, due: clock.now(), namedBy: parent.url)
        return (candidates.count, new)
    }

    /// The same where the page is read for its source's past.
    private func admit(
        _ discovery: Discovery, of parent: FrontierEntry, _ backfill: Backfill
    ) async throws -> (found: Int, new: Int) {
        let admission = BackfillAdmission(catalog: catalog, backfill: backfill, parent: parent)
        let (entries, found, new) = try await admission.entries(of: discovery)
        try await frontier.add(entries, due: clock.now(), namedBy: parent.url)
        return (found, new)
    }

    /// Sitemaps that an index names, and the feed that a page announces where the source's kind is open.
    private func further(
        _ discovery: Discovery, of parent: FrontierEntry, plan: SourcePlan, seen: inout Set<CanonicalURL>
    ) -> [FrontierEntry] {
        guard parent.purpose == .source else { return [] }
        let feeds = plan.kind == .auto ? Array(discovery.announcedFeeds.prefix(1)) : []
        return (discovery.sitemaps.prefix(50) + feeds).compactMap { url in
            let url = CanonicalURL(url)
            guard seen.insert(url).inserted else { return nil }
            return FrontierEntry(url: url, source: parent.source, purpose: .listing, priority: .source)
        }
    }

    private func priority(_ state: URLState?, hint: Timestamp?, force: Bool) -> FrontierEntry.Priority? {
        guard let state else { return .fresh }
        if force { return .fresh }
        guard let hint else { return nil }
        return hint > state.hint ?? state.firstSeen ? .revisit : nil
    }

    private func inherit(from parent: FrontierEntry, _ entry: inout FrontierEntry) {
        entry.triggers = parent.triggers
        entry.force = parent.force
        if parent.priority == .triggered { entry.priority = .triggered }
    }
}

extension DiscoveredLink {
    /// The latest time at which the source says the page changed.
    fileprivate var changed: Timestamp? { updated ?? published }
}
