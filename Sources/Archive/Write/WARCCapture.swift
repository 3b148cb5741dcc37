package import Model

/// A captured response, as the writer of records takes it.
package struct WARCCapture: Sendable {
    /// The URL that answered, after redirects.
    package var targetURI: String
    /// When the fetch began; written in whole seconds of UTC.
    package var date: Timestamp
    /// The HTTP head as received: status line, fields, empty line.
    package var head: [UInt8]
    /// The body with transfer and content codings taken off.
    package var body: [UInt8]
    /// The SHA-256 of the body.
    package var payloadDigest: ContentHash
    package var recordID: WARCRecordID
    /// The server's address, as text.
    package var ipAddress: String?
    /// The protocol as WARC-Protocol has it: `http/1.0`, `http/1.1`, `h2`, `h3`.
    package var protocolName: String?
    /// Whether the body was cut at the fetcher's bound.
    package var isTruncated: Bool
    /// The source that asked for it, and what it is (`article`, `source`, `robots`); fields of our own.
    package var source: String?
    package var purpose: String?
    /// The URL that was asked for, where another one answered; a field of our own.
    package var requestedURI: String?
    /// The warcinfo record of the segment, where its identifier is known.
    package var warcinfoID: WARCRecordID?
    /// The archive that the page was imported from; a field of our own.
    package var importedFrom: String?
    /// Why the body is left out of the record, such as `noarchive`; a field of our own.
    package var withheld: String?

    package init(
        targetURI: String, date: Timestamp, head: [UInt8], body: [UInt8], payloadDigest: ContentHash,
        recordID: WARCRecordID = WARCRecordID(), ipAddress: String? = nil, protocolName: String? = nil,
        isTruncated: Bool = false, source: String? = nil, purpose: String? = nil, requestedURI: String? = nil,
        warcinfoID: WARCRecordID? = nil
    ) {
        self.targetURI = targetURI
        self.date = date
        self.head = head
        self.body = body
        self.payloadDigest = payloadDigest
        self.recordID = recordID
        self.ipAddress = ipAddress
        self.protocolName = protocolName
        self.isTruncated = isTruncated
        self.source = source
        self.purpose = purpose
        self.requestedURI = requestedURI
        self.warcinfoID = warcinfoID
    }

    /// What a later `revisit` refers to.
    package var reference: WARCReference {
        WARCReference(recordID: recordID, targetURI: targetURI, date: date)
    }
}
