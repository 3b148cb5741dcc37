internal import Catalog
internal import Model
internal import Schedule

extension FrontierRow {
    init(_ entry: FrontierEntry, due: Timestamp) {
        self.init(
            url: entry.url.href, source: entry.source, purpose: entry.purpose.rawValue,
            priority: entry.priority.rawValue,
            due: due, attempts: entry.attempts, force: entry.force)
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
    }
}
