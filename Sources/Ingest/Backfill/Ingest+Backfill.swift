internal import Config
package import Model
package import Schedule

extension Ingest {
    /// Where a source's past is looked for: the sitemaps that its site's robots.txt names, else the one at the usual place, and the
    /// source's own page with those that follow it.
    ///
    /// The entries are due at once, each with the backfill, and go after everything else.
    package func backfill(of url: CanonicalURL, by plan: SourcePlan, since: Timestamp) async -> [FrontierEntry] {
        let backfill = Backfill(since: since, began: clock.now())
        var places: [CanonicalURL] = []
        if plan.kind != .sitemap {
            places = await robots.sitemaps(of: url, by: plan).map { CanonicalURL($0) }.filter { $0.url.isHTTP }
            if places.isEmpty, let usual = CanonicalURL(url.url.origin + "/sitemap.xml") { places = [usual] }
        }
        var seen: Set<CanonicalURL> = []
        return ([url] + places).filter { seen.insert($0).inserted }.map { place in
            var entry = FrontierEntry(
                url: place, source: plan.id, purpose: place == url ? .source : .listing, priority: .backfill)
            entry.backfill = backfill
            return entry
        }
    }
}
