internal import Archive
internal import Catalog
internal import Dedup
internal import Model

/// A record that may hold a page, as it came in.
struct Arrival: Sendable {
    let index: Int
    let record: WARCRecord
    let id: WARCRecordID
    let url: CanonicalURL
    let finalURL: WebURL
    let date: Timestamp

    enum Reading {
        case page(Arrival)
        case none(Importer.Result)
    }

    static func read(_ record: WARCRecord, _ index: Int) -> Reading {
        func passedOver(_ why: String) -> Reading {
            .none(Importer.Result(url: record.targetURI, ending: .passedOver(why)))
        }
        guard ["response", "resource", "revisit", "conversion"].contains(record.type) else {
            return passedOver("not_a_page")
        }
        guard let date = record.date else { return passedOver("no_date") }
        guard let target = record.targetURI, let url = CanonicalURL(target), url.url.isHTTP,
            let finalURL = CanonicalURL.parsed(target)
        else { return passedOver("no_url") }
        let id = record.recordID ?? WARCRecordID(of: record, date)
        return .page(Arrival(index: index, record: record, id: id, url: url, finalURL: finalURL, date: date))
    }

    /// Whether it is taken in before another record of its URL.
    func comesBefore(_ other: Arrival) -> Bool { (date, index) < (other.date, other.index) }
}

/// What the catalog knew of some records before they were taken in: asked once for all.
struct Standing: Sendable {
    /// The identifiers of those that an earlier import took in.
    let known: Set<String>
    private let seen: Set<String>

    init(of arrivals: [Arrival], in catalog: Catalog) async throws {
        let (ids, urls) = (arrivals.map { $0.id.description }, arrivals.map { $0.url.href })
        (known, seen) = try await catalog.read { database in
            (
                Set(try ids.filter { try ImportedRecord.exists($0, database) }),
                Set(try urls.filter { try URLState.exists($0, database) })
            )
        }
    }

    /// Whether nothing was known of the record's URL.
    func isNew(_ arrival: Arrival) -> Bool { !seen.contains(arrival.url.href) }
}

extension WARCRecordID {
    /// The identifier of a record that has none: of its URL, time and block.
    fileprivate init(of record: WARCRecord, _ date: Timestamp) {
        let place = Array("\(record.targetURI ?? "") \(date.rfc3339)\n".utf8)
        self.init(uuid: Array(Fingerprint.payloadHash(place + record.block).bytes.prefix(16)))
    }
}
