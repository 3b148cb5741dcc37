internal import Archive
internal import Catalog
internal import Model
internal import Reel

/// What was found out about a page after it was kept, as the pages reel has it: a WARC `metadata` record that refers to the page.
///
/// Without it a catalog that is made anew would have to read all pages again, and by another version's rules.
struct Finding: Sendable {
    enum Kind: Sendable {
        /// The page tells that its article is there no more.
        case withdrawn(reason: String)
        /// The page has an article's text, word for word.
        case copy(ArticleCopy)
    }

    /// The canonical URL that was asked for.
    let url: String
    /// The identifier of the page's record.
    let page: String
    let kind: Kind

    /// Nil for a record that is none.
    init?(_ record: ReelRecord) { self.init(record.bytes, at: record.offset) }

    private init?(_ bytes: [UInt8], at offset: Offset) {
        let record: WARCRecord
        do { record = try WARCRecord(parsing: bytes) } catch { return nil }
        guard record.type == "metadata", let lines = record.description, let page = record.fields["WARC-Refers-To"],
            let url = CanonicalURL(record.fields["Newsreel-Requested-URI"] ?? record.targetURI ?? "")
        else { return nil }
        self.url = url.href
        self.page = WARCRecordID(field: page).description
        switch lines["finding"] {
        case "withdrawn": kind = .withdrawn(reason: lines["reason"] ?? "")
        case "copy":
            guard let copy = ArticleCopy(lines, url: url, record, at: offset) else { return nil }
            kind = .copy(copy)
        default: return nil
        }
    }

    /// The URL's state, or the copies, learn of it.
    func index(_ database: CatalogDatabase) throws {
        switch kind {
        case .copy(let copy): try copy.insert(database)
        case .withdrawn(let reason):
            guard var state = try URLState.read(url, database), state.page?.recordID == page else { return }
            state.wasWithdrawn(reason)
            try state.save(database)
        }
    }
}

extension Ingest {
    /// Notes in the reel that a page tells that its article is gone; once for each page.
    func withdraw(_ page: Page, _ withdrawal: Withdrawal, _ state: inout URLState) async throws {
        guard state.withdrawal == nil, let reference = WARCReference(page, state) else { return }
        let lines: [(name: String, value: String?)] = [("finding", "withdrawn"), ("reason", withdrawal.reason)]
        let record = WARCWriter.metadata(
            lines, about: reference, source: page.source.rawValue, requestedURI: page.requestedURI)
        _ = try await stores.pages.append(record)
        state.wasWithdrawn(withdrawal.reason)
    }

    /// Notes in the reel that a page has the text of an article; nil where that is known of its address.
    func note(
        _ article: Article, copyOf id: String, _ page: Page, _ state: URLState
    ) async throws -> ArticleCopy? {
        let (url, text) = (article.canonicalURL, article.contentHash)
        guard let reference = WARCReference(page, state),
            try await !stores.catalog.read({ try ArticleCopy.exists(url, text, $0) })
        else { return nil }
        var copy = ArticleCopy(article, fetched: page.fetched.asArchived, offset: .zero)
        let record = WARCWriter.metadata(
            copy.lines(of: id), about: reference, source: page.source.rawValue, requestedURI: page.requestedURI)
        copy.offset = try await stores.pages.append(record)
        return copy
    }
}

extension WARCReference {
    /// The record of a page that is the URL's last one.
    fileprivate init?(_ page: Page, _ state: URLState) {
        guard let kept = state.page, kept.offset == page.offset else { return nil }
        self.init(recordID: WARCRecordID(field: kept.recordID), targetURI: page.finalURL.href, date: kept.captured)
    }
}

extension Page {
    /// The URL that was asked for, where another one answered.
    fileprivate var requestedURI: String? { finalURL.href == url.href ? nil : url.href }
}

extension ArticleCopy {
    fileprivate func lines(of article: String) -> [(name: String, value: String?)] {
        [
            ("finding", "copy"), ("article", article), ("content-hash", textHash.description),
            ("simhash", Hexadecimal.encode(simhash)), ("title", title), ("published", published?.rfc3339),
            ("named-source", provenance.named), ("dateline", provenance.dateline), ("site", provenance.site),
        ]
    }

    /// The copy of a record's lines.
    fileprivate init?(_ lines: WARCFields, url: CanonicalURL, _ record: WARCRecord, at offset: Offset) {
        guard let hash = lines["content-hash"].flatMap({ ContentHash($0) }), let date = record.date,
            let simhash = lines["simhash"].flatMap({ UInt64($0, radix: 16) })
        else { return nil }
        self.init(
            url: url.href, textHash: hash, simhash: simhash,
            source: SourceID(rawValue: record.fields["Newsreel-Source"] ?? SourceID.adHoc.rawValue),
            title: lines["title"], published: lines["published"].flatMap { Timestamp(rfc3339: $0) }, fetched: date,
            provenance: Provenance(named: lines["named-source"], dateline: lines["dateline"], site: lines["site"]),
            offset: offset)
    }
}
