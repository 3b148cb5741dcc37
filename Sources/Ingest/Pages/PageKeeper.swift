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
        state.saw(at: capture.started)
        return .turnedAway(.unchanged, nil)
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
            state.saw(at: capture.started)
            // For a source's past a listing is read though it is the same as the last time.
            guard entry.force || entry.backfill != nil else { return .turnedAway(.unchanged, nil) }
            return .kept(Page(capture, of: entry, at: known.offset))
        }
        let offset = try await pages.append(WARCWriter.response(record))
        state.entityTag = capture.validators.entityTag
        state.lastModified = capture.validators.lastModified
        state.finalURL = capture.final.href
        state.payloadHash = hash
        state.page = .init(
            offset: offset, recordID: record.recordID.description, captured: capture.started.asArchived)
        state.saw(at: capture.started)
        return .kept(Page(capture, of: entry, at: offset))
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

extension URLState {
    /// Takes new validators in place of those it had; an answer without any changes nothing.
    mutating func learn(_ validators: Validators) {
        guard !validators.isEmpty else { return }
        entityTag = validators.entityTag
        lastModified = validators.lastModified
    }

    /// The page was there.
    mutating func saw(at time: Timestamp) {
        lastSeen = time.asArchived
        gone = nil
    }

    /// The page was there no more.
    mutating func wentAway(at time: Timestamp) { gone = gone ?? time.asArchived }
}

extension Timestamp {
    /// The time as a record has it: in whole seconds.
    var asArchived: Timestamp { Timestamp(secondsSinceEpoch: secondsSinceEpoch) }
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
