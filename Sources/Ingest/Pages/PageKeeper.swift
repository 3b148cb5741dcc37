internal import Archive
internal import Catalog
internal import Dedup
internal import Fetch
internal import Model
internal import Reel
internal import Schedule

/// Recognises a capture and keeps it in the pages reel: a whole `response`, or a `revisit` for what is there already.
struct PageKeeper: Sendable {
    enum Keeping: Sendable {
        case kept(Page)
        case turnedAway(Outcome, String?)
    }

    let pages: ReelWriter

    /// Keeps what is worth keeping and brings the URL's state up to date; durable when it returns.
    ///
    /// - Parameter withholding: why the body must not be kept; nil where it may.
    func keep(
        _ capture: Capture, of entry: FrontierEntry, knowing state: inout URLState, isConditional: Bool,
        withholding: String? = nil
    ) async throws -> Keeping {
        switch capture.status {
        case 304: return try await notModified(capture, entry, &state, isConditional: isConditional)
        case 200..<300 where capture.status != 206: return try await content(capture, entry, &state, withholding)
        case 404, 410: return try await gone(capture, entry, &state)
        default: return .turnedAway(.httpError, "the server answered \(capture.status)")
        }
    }

    private func notModified(
        _ capture: Capture, _ entry: FrontierEntry, _ state: inout URLState, isConditional: Bool
    ) async throws -> Keeping {
        guard isConditional, let page = state.page, let hash = state.payloadHash else {
            return .turnedAway(.protocolError, "the server answered 304 to a request without conditions")
        }
        let record = WARCCapture(capture, of: entry, payload: hash)
        let original = WARCReference(
            recordID: WARCRecordID(field: page.recordID), targetURI: state.finalURL ?? entry.url.href,
            date: page.captured)
        _ = try await pages.append(WARCWriter.revisit(record, notModifiedSince: original))
        state.learn(capture.validators)
        return .turnedAway(again: state.sawAgain(at: capture.started))
    }

    private func content(
        _ capture: Capture, _ entry: FrontierEntry, _ state: inout URLState, _ withholding: String?
    ) async throws -> Keeping {
        let hash = Fingerprint.payloadHash(capture.body)
        var record = WARCCapture(capture, of: entry, payload: hash)
        record.withheld = withholding
        if let known = state.page, state.payloadHash == hash {
            let original = WARCReference(
                recordID: WARCRecordID(field: known.recordID), targetURI: state.finalURL ?? entry.url.href,
                date: known.captured)
            _ = try await pages.append(WARCWriter.revisit(record, identicalTo: original))
            state.learn(capture.validators)
            let outcome = state.sawAgain(at: capture.started)
            // For a source's past a listing is read though it is the same as the last time.
            guard entry.force || entry.backfill != nil else { return .turnedAway(again: outcome) }
            return .kept(Page(capture, of: entry, at: known.offset))
        }
        let offset = try await pages.append(WARCWriter.response(record))
        let page = Page(capture, of: entry, at: offset)
        state.took(page, capture.validators, payload: hash, record: record.recordID)
        return .kept(page)
    }

    /// The page of a known article that is gone is kept: it says since when.
    private func gone(
        _ capture: Capture, _ entry: FrontierEntry, _ state: inout URLState
    ) async throws -> Keeping {
        if state.articleID != nil {
            let record = WARCCapture(capture, of: entry, payload: Fingerprint.payloadHash(capture.body))
            _ = try await pages.append(WARCWriter.response(record))
            state.wentAway(at: capture.started)
        }
        return .turnedAway(.gone, "the server answered \(capture.status)")
    }
}

extension PageKeeper.Keeping {
    /// The page is the one that is kept already.
    fileprivate static func turnedAway(again outcome: Outcome) -> Self {
        .turnedAway(
            outcome, outcome == .gone ? "the same page as before, which says that the article is not there" : nil)
    }
}

extension Page {
    fileprivate init(_ capture: Capture, of entry: FrontierEntry, at offset: Offset) {
        self.init(
            url: entry.url, source: entry.source, purpose: entry.purpose, finalURL: capture.final,
            status: capture.status, contentType: capture.contentType, body: capture.body, offset: offset,
            fetched: capture.started)
    }
}

extension WARCCapture {
    fileprivate init(_ capture: Capture, of entry: FrontierEntry, payload: ContentHash) {
        self.init(
            targetURI: capture.final.href, date: capture.started, head: capture.head, body: capture.body,
            payloadDigest: payload, ipAddress: capture.remoteAddress, protocolName: capture.warcProtocol,
            source: entry.source.rawValue, purpose: entry.purpose.rawValue)
        if capture.final.href != entry.url.href { requestedURI = entry.url.href }
    }
}

extension Capture {
    /// The protocol's name in a WARC-Protocol field.
    fileprivate var warcProtocol: String? {
        switch httpVersion {
        case "": nil
        case "2": "h2"
        case "3": "h3"
        default: "http/\(httpVersion)"
        }
    }
}
