internal import Catalog
internal import Config
internal import Model
internal import Schedule

extension FrontierRow {
    init(_ entry: FrontierEntry, due: Timestamp) {
        self.init(
            url: entry.url.href, source: entry.source, purpose: entry.purpose.rawValue,
            priority: entry.priority.rawValue,
            due: due, attempts: entry.attempts, force: entry.force, backfill: entry.backfill?.text)
    }
}

extension FrontierEntry {
    /// The entry that was kept; nil where the row has words of another version.
    init?(_ row: FrontierRow) {
        guard let url = CanonicalURL(row.url), let purpose = Purpose(rawValue: row.purpose),
            let priority = Priority(rawValue: row.priority)
        else { return nil }
        self.init(url: url, source: row.source, purpose: purpose, priority: priority)
        attempts = row.attempts
        force = row.force
        backfill = row.backfill.flatMap { Backfill(text: $0) }
    }
}

extension SourcePlan {
    /// The longest that an entry may have to wait: for its source's next look, or for an article's last revisit.
    func longestWait(of entry: FrontierEntry, now: Timestamp) -> Duration {
        entry.purpose == .article && kind != .page ? revisits.lastAge + .seconds(86_400) : longestWait(now: now)
    }
}
