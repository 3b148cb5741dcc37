package import Model

/// That a page which lists articles is read for a source's past: what is older than a time is left, and further pages are followed.
package struct Backfill: Sendable, Equatable {
    /// Articles before this are not wanted.
    package var since: Timestamp
    /// When it was asked for; a listing that was read after it is not read again.
    package var began: Timestamp
    /// How many sitemaps lie above this one.
    package var depth = 0
    /// How many pages of an archive were read before this one.
    package var pages = 0

    /// An index may name indexes, though the protocol has them name sitemaps alone.
    package static let maximumDepth = 4
    package static let maximumPages = 2000

    package init(since: Timestamp, began: Timestamp) {
        self.since = since
        self.began = began
    }

    /// The same for a sitemap that this one names; nil where that is deep enough.
    package var below: Backfill? {
        guard depth < Backfill.maximumDepth else { return nil }
        var next = self
        next.depth += 1
        return next
    }

    /// The same for the page after this one; nil after very many.
    package var after: Backfill? {
        guard pages < Backfill.maximumPages else { return nil }
        var next = self
        next.pages += 1
        return next
    }
}

extension Backfill {
    /// The form in which it outlives a restart.
    package var text: String {
        "\(since.millisecondsSinceEpoch):\(began.millisecondsSinceEpoch):\(depth):\(pages)"
    }

    /// Reads that form; nil for anything else.
    package init?(text: String) {
        let numbers = text.split(separator: ":").map { Int64($0) }
        guard numbers.count == 4, let since = numbers[0], let began = numbers[1], let depth = numbers[2],
            let pages = numbers[3]
        else { return nil }
        self.init(
            since: Timestamp(millisecondsSinceEpoch: since), began: Timestamp(millisecondsSinceEpoch: began))
        self.depth = Int(clamping: depth)
        self.pages = Int(clamping: pages)
    }
}
