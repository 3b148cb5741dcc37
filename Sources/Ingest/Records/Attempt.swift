internal import Discover
package import Fetch
package import Model
package import Schedule

/// One attempt to take in a page, and how it ended: a line of the fetches reel.
package struct Attempt: Sendable {
    package let entry: FrontierEntry
    package let time: Timestamp
    package var outcome = Outcome.cancelled
    /// Why, in words a person understands; nil where the outcome says it all.
    package var message: String?
    package var status: Int?
    package var finalURL: String?
    package var contentType: String?
    package var charset: String?
    /// Bytes of the body after decompression.
    package var bytes: Int?
    package var redirects: [Redirect] = []
    package var details: TransferDetails?
    /// Where the page lies in the pages reel.
    package var page: Offset?
    /// The record's identifier where the page comes from a web archive.
    var importedRecord: String?
    package var articleID: String?
    package var title: String?
    /// Links that a source's page gave, and how many of them were not known.
    package var found: Int?
    package var new: Int?
    /// What a feed says about how often it may be asked.
    var refresh: FeedRefresh?
    /// How long the server says that a source's page stays fresh.
    var freshFor: Duration?
    /// What the page's owner reserves.
    package var reservations: [Reservation] = []
    /// How long the host asks to be left alone.
    package var retryAfter: Duration?
    /// When the page is tried again, where it did not end well.
    package var retryAt: Timestamp?
    /// When an article's page is looked at again.
    var revisitAt: Timestamp?

    package init(_ entry: FrontierEntry, time: Timestamp) {
        self.entry = entry
        self.time = time
    }

    /// From the start to the end, in milliseconds; nil where nothing was asked.
    package var milliseconds: Int? {
        details.map { Int(clamping: $0.timings.total.milliseconds) }
    }

    /// What the host took to answer, once it was asked; nil where it did not.
    var answerTime: Duration? {
        guard status != nil, let timings = details?.timings else { return nil }
        return max(.zero, timings.firstByte - timings.dns - timings.connect - timings.tls)
    }

    mutating func end(_ outcome: Outcome, _ message: String? = nil) {
        self.outcome = outcome
        self.message = message
    }
}

extension Duration {
    /// Whole milliseconds.
    package var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
