package import Model
package import Schedule

/// A page that lies in the pages reel, as the later stages need it; the same after a fetch and after a crash.
package struct Page: Sendable {
    package let url: CanonicalURL
    package let source: SourceID
    package let purpose: FrontierEntry.Purpose
    /// The address after redirects, against which links are resolved.
    package let finalURL: WebURL
    package let status: Int
    package let contentType: String?
    package let body: [UInt8]
    package let offset: Offset
    package let fetched: Timestamp
    /// What its owner reserves.
    package var reservations: [Reservation]

    package init(
        url: CanonicalURL, source: SourceID, purpose: FrontierEntry.Purpose, finalURL: WebURL, status: Int,
        contentType: String?, body: [UInt8], offset: Offset, fetched: Timestamp, reservations: [Reservation] = []
    ) {
        self.url = url
        self.source = source
        self.purpose = purpose
        self.finalURL = finalURL
        self.status = status
        self.contentType = contentType
        self.body = body
        self.offset = offset
        self.fetched = fetched
        self.reservations = reservations
    }
}
