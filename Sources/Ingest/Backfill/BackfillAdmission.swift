internal import Catalog
internal import Discover
internal import Model
internal import Schedule

/// Chooses what of a listing belongs to a source's past, and which listings come after it.
struct BackfillAdmission: Sendable {
    let catalog: Catalog
    let backfill: Backfill
    let parent: FrontierEntry

    /// The entries that are worth fetching; how many links were in the time, and how many of them were never seen.
    func entries(of discovery: Discovery) async throws -> (entries: [FrontierEntry], found: Int, new: Int) {
        var seen: Set<CanonicalURL> = [parent.url]
        let wanted = discovery.articles.filter(isWanted).map { CanonicalURL($0.url) }.filter {
            $0.url.isHTTP && seen.insert($0).inserted
        }
        let fresh = try await unknown(wanted)
        let articles = fresh.map { entry($0, .article, nil) }
        let next = fresh.isEmpty && wanted.isEmpty ? [] : following(discovery, &seen)
        let listings = try await unread(sitemaps(discovery, &seen) + next)
        return (articles + listings, wanted.count, fresh.count)
    }

    /// Whether an article may be as young as is asked for; one of which nobody says when it is from may.
    private func isWanted(_ link: DiscoveredLink) -> Bool {
        let times = [link.published, link.updated, link.lastModified].compactMap(\.self)
        guard let time = times.max() ?? PathDate.end(of: link.url) else { return true }
        return time >= backfill.since
    }

    private func sitemaps(_ discovery: Discovery, _ seen: inout Set<CanonicalURL>) -> [FrontierEntry] {
        guard let below = backfill.below else { return [] }
        return discovery.sitemaps.compactMap { url in
            if let changed = discovery.sitemapChanges[url], changed < backfill.since { return nil }
            let url = CanonicalURL(url)
            return url.url.isHTTP && seen.insert(url).inserted ? entry(url, .listing, below) : nil
        }
    }

    /// The archive's next page, as long as the pages reach into the time.
    private func following(_ discovery: Discovery, _ seen: inout Set<CanonicalURL>) -> [FrontierEntry] {
        guard let next = discovery.next.map({ CanonicalURL($0) }), next.host == parent.url.host, next.url.isHTTP,
            let after = backfill.after, seen.insert(next).inserted
        else { return [] }
        return [entry(next, .listing, after)]
    }

    private func entry(_ url: CanonicalURL, _ purpose: FrontierEntry.Purpose, _ backfill: Backfill?) -> FrontierEntry {
        var entry = FrontierEntry(url: url, source: parent.source, purpose: purpose, priority: .backfill)
        entry.backfill = backfill
        entry.triggers = parent.triggers
        return entry
    }

    private func unknown(_ urls: [CanonicalURL]) async throws -> [CanonicalURL] {
        let hrefs = urls.map(\.href)
        let isKnown = try await catalog.read { database in try hrefs.map { try URLState.exists($0, database) } }
        return zip(urls, isKnown).filter { !$0.1 }.map(\.0)
    }

    /// Without the listings that were read since the backfill began: an index that names itself ends there.
    private func unread(_ entries: [FrontierEntry]) async throws -> [FrontierEntry] {
        let hrefs = entries.map(\.url.href)
        let states = try await catalog.read { database in try hrefs.map { try URLState.read($0, database) } }
        return zip(entries, states).filter { $0.1.map { $0.lastFetched < backfill.began } ?? true }.map(\.0)
    }
}
