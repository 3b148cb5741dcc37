package import Model

/// A URL that is to be fetched: for which source, why, and how soon among its host's others.
package struct FrontierEntry: Sendable, Equatable {
    /// What the page is expected to be.
    package enum Purpose: String, Sendable {
        /// A source's own page: a feed, a sitemap or a list.
        case source
        /// A further page of the source that lists articles: a sitemap that an index names, the feed that a page announces.
        case listing
        /// An article.
        case article
    }

    /// Which of a host's due entries goes first.
    package enum Priority: Int, Sendable, Comparable {
        /// Somebody asked for it.
        case triggered = 0
        /// A source's page: what is new is found by it.
        case source = 1
        /// An article never fetched.
        case fresh = 2
        /// An article that is looked at again.
        case revisit = 3
        /// What a source gave long ago.
        case backfill = 4

        package static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }
    }

    package var url: CanonicalURL
    package var source: SourceID
    package var purpose: Purpose
    package var priority: Priority
    /// Failed attempts so far.
    package var attempts = 0
    /// Fetch without validators, and process even what is unchanged.
    package var force = false
    /// Those who wait for the outcome.
    package var triggers: Set<TriggerID> = []
    /// When the source says that the page changed last.
    package var hint: Timestamp?
    /// That the page is read for its source's past.
    package var backfill: Backfill?

    package init(url: CanonicalURL, source: SourceID, purpose: Purpose, priority: Priority) {
        self.url = url
        self.source = source
        self.purpose = purpose
        self.priority = priority
    }
}

/// One request of a user's for a fetch; entries that come of it carry it.
package struct TriggerID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: UInt64

    package init(rawValue: UInt64) { self.rawValue = rawValue }

    package var description: String { String(rawValue) }
}
