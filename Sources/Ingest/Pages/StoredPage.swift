internal import Archive
internal import Catalog
internal import Fetch
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
    package init?(_ record: ReelRecord) { self.init(record.bytes, at: record.offset) }

    /// The page of a record's bytes at an offset.
    init?(_ bytes: [UInt8], at offset: Offset) {
        do { record = try WARCRecord(parsing: bytes) } catch { return nil }
        guard ["response", "revisit", "resource", "conversion"].contains(record.type), let target = record.targetURI,
            let url = CanonicalURL(record.fields["Newsreel-Requested-URI"] ?? target), let date = record.date
        else { return nil }
        self.url = url
        captured = date
        self.offset = offset
        source = SourceID(rawValue: record.fields["Newsreel-Source"] ?? SourceID.adHoc.rawValue)
        message = record.http
        head = message?.head ?? []
        body = message?.body ?? (record.type == "revisit" ? [] : record.block)
    }

    /// The page at an offset; nil where there is none.
    package static func read(at offset: Offset, in writer: ReelWriter) throws -> StoredPage? {
        guard case .record(let record)? = try ReelReader(writer.location).record(at: offset) else { return nil }
        return StoredPage(record)
    }

    /// The record's identifier; nil where it has none.
    var recordID: String? { record.recordID?.description }

    /// The record's identifier where the page came from a web archive.
    var importedRecord: String? {
        record.fields["Newsreel-Imported-From"] == nil ? nil : record.recordID?.description
    }

    /// The robot that marks are read for when a page is read again; its real name may have changed since.
    private static let agent = "newsreel"

    /// The answer's status; of a page that was kept without HTTP, 200.
    private var status: Int? { message == nil && record.type != "revisit" ? 200 : message?.status }

    /// Why the body was not kept, such as `noarchive`; nil where it was.
    package var withheld: String? { record.fields["Newsreel-Withheld"] }

    /// The page for the stages after the reel; nil for a revisit, for an answer that is no content, and where the body was withheld.
    package var page: Page? {
        guard withheld == nil, record.type != "revisit", let status, (200..<300).contains(status),
            let target = record.targetURI, let finalURL = CanonicalURL.parsed(target),
            let purpose = record.fields["Newsreel-Purpose"].flatMap(FrontierEntry.Purpose.init(rawValue:))
        else { return nil }
        return Page(
            url: url, source: source, purpose: purpose, finalURL: finalURL, status: status,
            contentType: message.map { $0.fields["Content-Type"] } ?? record.contentType, body: body, offset: offset,
            fetched: captured,
            reservations: PageMarks(head: head, body: body, agent: StoredPage.agent).reservations)
    }

    /// What the URL's state had learnt when the page was kept. An older capture than the last one tells nothing new.
    func update(_ state: inout URLState) {
        if captured >= state.lastFetched.asArchived { state.lastStatus = status ?? 0 }
        state.lastFetched = max(state.lastFetched, captured)
        guard captured >= state.lastSeen ?? captured else { return }
        let validators = Validators(
            entityTag: message?.fields["ETag"], lastModified: message?.fields["Last-Modified"])
        if let page {
            let hash = record.fields["WARC-Payload-Digest"].flatMap { ContentHash($0) }
            state.took(page, validators, payload: hash, record: record.recordID)
        } else if record.type == "revisit" || withheld != nil {
            // Without the body there is nothing that a 304 could refer to.
            if withheld == nil { state.learn(validators) }
            _ = state.sawAgain(at: captured)
        } else if message?.status == 404 || message?.status == 410 {
            state.wentAway(at: captured)
        }
    }
}

extension CanonicalURL {
    /// A URL as it was written down; nil for what is none.
    static func parsed(_ text: String) -> WebURL? {
        do { return try WebURL(text) } catch { return nil }
    }
}
