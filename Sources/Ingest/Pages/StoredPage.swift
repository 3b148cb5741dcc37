internal import Archive
internal import Catalog
package import Model
package import Reel
internal import Schedule

/// A page as its reel has it, read back: a whole response, or a revisit without a body.
package struct StoredPage: Sendable {
    package let url: CanonicalURL
    package let source: SourceID
    package let captured: Timestamp
    package let offset: Offset
    /// The HTTP head as it is stored; empty where the record has none.
    package let head: [UInt8]
    /// The body without codings; empty for a revisit.
    package let body: [UInt8]
    private let record: WARCRecord
    private let message: HTTPMessage?

    /// Nil for a record that is no page: a warcinfo, or one of another program.
    package init?(_ reelRecord: ReelRecord) {
        do { record = try WARCRecord(parsing: reelRecord.bytes) } catch { return nil }
        guard ["response", "revisit"].contains(record.type), let target = record.targetURI,
            let url = CanonicalURL(record.fields["Newsreel-Requested-URI"] ?? target), let date = record.date
        else { return nil }
        self.url = url
        captured = date
        offset = reelRecord.offset
        source = SourceID(rawValue: record.fields["Newsreel-Source"] ?? SourceID.adHoc.rawValue)
        message = HTTPMessage(record.block)
        head = message?.head ?? []
        body = message?.body ?? []
    }

    /// The page at an offset; nil where there is none.
    package static func read(at offset: Offset, in writer: ReelWriter) throws -> StoredPage? {
        guard case .record(let record)? = try ReelReader(writer.location).record(at: offset) else { return nil }
        return StoredPage(record)
    }

    /// The page for the stages after the reel; nil for a revisit, and for an answer that is no content.
    var page: Page? {
        guard record.type == "response", let status = message?.status, (200..<300).contains(status),
            let target = record.targetURI, let finalURL = CanonicalURL.parsed(target),
            let purpose = record.fields["Newsreel-Purpose"].flatMap(FrontierEntry.Purpose.init(rawValue:))
        else { return nil }
        return Page(
            url: url, source: source, purpose: purpose, finalURL: finalURL, status: status,
            contentType: message?.fields["Content-Type"], body: body, offset: offset, fetched: captured)
    }

    /// What the URL's state had learnt when the page was kept.
    func update(_ state: inout URLState) {
        state.lastFetched = max(state.lastFetched, captured)
        state.lastStatus = message?.status ?? 0
        guard let page else { return }
        state.entityTag = message?.fields["ETag"]
        state.lastModified = message?.fields["Last-Modified"]
        state.finalURL = page.finalURL.href
        state.payloadHash = record.fields["WARC-Payload-Digest"].flatMap { ContentHash($0) }
        state.page = record.recordID.map { .init(offset: offset, recordID: $0.description, captured: captured) }
    }
}

extension CanonicalURL {
    /// A URL as it was written down; nil for what is none.
    static func parsed(_ text: String) -> WebURL? {
        do { return try WebURL(text) } catch { return nil }
    }
}
