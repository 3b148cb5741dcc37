internal import Archive
internal import Catalog
internal import Dedup
internal import Fetch
internal import Model
internal import Reel
internal import Schedule

extension Ingest {
    /// Keeps an imported page and takes it in as a fetched one; durable when it returns.
    ///
    /// - Parameter isNew: whether the catalog knows nothing of the URL.
    func take(_ imported: ImportedPage, isNew: Bool, by plan: SourcePlan) async throws -> Importer.Result {
        try await turns.alone(with: imported.entry.url.href) { try await takeIn(imported, isNew: isNew, by: plan) }
    }

    private func takeIn(_ imported: ImportedPage, isNew: Bool, by plan: SourcePlan) async throws -> Importer.Result {
        var state = isNew ? fresh(imported.entry) : try await known(imported.entry)
        if state.page == nil { state.firstSeen = min(state.firstSeen, imported.date) }
        if imported.record.type == "revisit" { return try await takeRevisit(imported, &state) }
        let archived: ArchivedPage
        switch imported.record.content(maximumBytes: plan.request.maximumBodyBytes) {
        case .none(let reason): return imported.result(.passedOver(reason))
        case .page(let page): archived = page
        }
        guard archived.isWhole else { return imported.result(.outcome(.truncated)) }
        switch archived.status ?? 200 {
        case 206: return imported.result(.outcome(.httpError))
        case 200..<300: break
        case 404, 410: return try await takeGone(imported, archived, &state)
        default: return imported.result(.outcome(.httpError))
        }
        return try await takeContent(imported, archived, &state, plan)
    }

    private func takeContent(
        _ imported: ImportedPage, _ archived: ArchivedPage, _ state: inout URLState, _ plan: SourcePlan
    ) async throws -> Importer.Result {
        let hash = Fingerprint.payloadHash(archived.body)
        let capture = imported.capture(archived, hash)
        let isOld = state.lastSeen.map { $0 > imported.date } ?? false
        if !isOld, let known = state.page, state.payloadHash == hash {
            let original = WARCReference(
                recordID: WARCRecordID(field: known.recordID), targetURI: state.finalURL ?? imported.entry.url.href,
                date: known.captured)
            try await keepAlone(WARCWriter.revisit(capture, identicalTo: original), imported)
            return imported.result(.outcome(.unchanged))
        }
        if isOld {
            try await keepAlone(imported.write(capture), imported)
            var result = imported.result(.outcome(.unchanged))
            result.message = "an older capture than the one that is known"
            return result
        }
        var attempt = Attempt(imported.entry, time: imported.date)
        attempt.status = archived.status ?? 200
        attempt.importedRecord = imported.id.description
        var taken = state
        try await whole(from: stores.mark) { ticket in
            let page = Page(imported, archived, at: try await stores.pages.append(imported.write(capture)))
            let validators = Validators(entityTag: archived.entityTag, lastModified: archived.lastModified)
            taken.took(page, validators, payload: hash, record: imported.id)
            try await takeIn(page, &taken, &attempt, plan, ticket)
        }
        state = taken
        var result = imported.result(.outcome(attempt.outcome))
        result.articleID = attempt.articleID
        result.title = attempt.title
        result.message = attempt.message
        return result
    }

    /// A revisit tells that the page was still there, where the record it refers to is the URL's last one here.
    private func takeRevisit(_ imported: ImportedPage, _ state: inout URLState) async throws -> Importer.Result {
        guard let page = state.page, let hash = state.payloadHash, imported.refers(to: page),
            imported.date >= state.lastSeen ?? imported.date
        else { return imported.result(.passedOver("no_original")) }
        let original = WARCReference(
            recordID: WARCRecordID(field: page.recordID), targetURI: state.finalURL ?? imported.entry.url.href,
            date: page.captured)
        let capture = imported.capture(head: imported.record.http?.head ?? [], hash)
        let isSame = imported.record.http?.status != 304
        let record =
            isSame
            ? WARCWriter.revisit(capture, identicalTo: original)
            : WARCWriter.revisit(capture, notModifiedSince: original)
        try await keepAlone(record, imported)
        return imported.result(.outcome(.unchanged))
    }

    private func takeGone(
        _ imported: ImportedPage, _ archived: ArchivedPage, _ state: inout URLState
    ) async throws -> Importer.Result {
        if state.articleID != nil {
            let capture = imported.capture(archived, Fingerprint.payloadHash(archived.body))
            try await keepAlone(WARCWriter.response(capture), imported)
        }
        return imported.result(.outcome(.gone))
    }

    /// Keeps a record that nothing comes after, and has the catalog know it.
    private func keepAlone(_ record: [UInt8], _ imported: ImportedPage) async throws {
        try await whole(from: stores.mark) { _ in
            let stored = StoredPage(record, at: try await stores.pages.append(record))
            try await stores.catalog.writeGathered { try stored?.index($0) }
        }
    }
}

extension Page {
    /// The page as it would be read back from the record that is at the offset.
    fileprivate init(_ imported: ImportedPage, _ archived: ArchivedPage, at offset: Offset) {
        self.init(
            url: imported.entry.url, source: imported.entry.source, purpose: imported.entry.purpose,
            finalURL: imported.finalURL, status: archived.status ?? 200, contentType: archived.contentType,
            body: archived.body, offset: offset, fetched: imported.date.asArchived,
            reservations: PageMarks(head: archived.head, body: archived.body, agent: "newsreel").reservations)
    }
}

extension ImportedPage {
    /// The record that is kept: of the type it had.
    func write(_ capture: WARCCapture) -> [UInt8] {
        record.type == "response"
            ? WARCWriter.response(capture)
            : WARCWriter.body(capture, type: record.type, contentType: record.contentType)
    }

    func result(_ ending: Importer.Result.Ending) -> Importer.Result {
        Importer.Result(url: entry.url.href, ending: ending)
    }

    func capture(_ archived: ArchivedPage, _ hash: ContentHash) -> WARCCapture {
        capture(head: archived.head, body: archived.body, hash)
    }

    func capture(head: [UInt8], body: [UInt8] = [], _ hash: ContentHash) -> WARCCapture {
        var capture = WARCCapture(
            targetURI: finalURL.href, date: date, head: head, body: body, payloadDigest: hash, recordID: id,
            ipAddress: record.fields["WARC-IP-Address"], protocolName: record.fields["WARC-Protocol"],
            source: entry.source.rawValue, purpose: entry.purpose.rawValue)
        capture.importedFrom = archive
        return capture
    }

    /// Whether the record is a revisit of a kept page: by its identifier, or by its time.
    func refers(to page: URLState.KeptPage) -> Bool {
        if let id = record.fields["WARC-Refers-To"] {
            return WARCRecordID(field: id).description == page.recordID
        }
        guard let date = record.fields["WARC-Refers-To-Date"].flatMap({ Timestamp(rfc3339: $0) }) else { return false }
        return date.asArchived == page.captured
    }
}
