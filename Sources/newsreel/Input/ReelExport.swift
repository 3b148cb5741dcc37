internal import Archive
internal import ControlProtocol
internal import Glibc
internal import Model
internal import Reel

/// Which records of a reel are wanted.
struct ExportFilter {
    let since: Timestamp?
    let until: Timestamp?
    let source: String?

    func takes(_ record: ReelRecord, of reel: ReelName) -> Bool {
        if let since, record.time.secondsSinceEpoch < since.secondsSinceEpoch { return false }
        if let until, record.time >= until { return false }
        guard let source else { return true }
        return ExportFilter.source(of: record.bytes, in: reel) == source
    }

    private static func source(of bytes: [UInt8], in reel: ReelName) -> String? {
        guard reel == .pages else {
            let members = JSONMembers(bytes)
            return (members["source_id"] ?? members["source"]).flatMap { JSONMembers.text($0) }
        }
        do { return try WARCRecord(parsing: bytes).fields["Newsreel-Source"] } catch { return nil }
    }
}

/// The wanted records of a reel on their way out.
struct ReelExport {
    let location: ReelLocation
    let limit: Offset?
    let filter: ExportFilter

    private(set) var records = 0
    private(set) var damages = 0
    private let progress = ProgressLine()

    init(location: ReelLocation, limit: Offset?, filter: ExportFilter) {
        self.location = location
        self.limit = limit
        self.filter = filter
    }

    /// Gives the wanted records in order, and names damage.
    mutating func forEach(_ body: (ReelRecord) throws -> Void) throws {
        defer { progress.clear() }
        let reader = ReelReader(location)
        let start = try filter.since.map { try reader.offset(from: $0) } ?? .zero
        let cursor = try reader.records(from: start, limit: limit)
        let (first, end) = (cursor.offset.rawValue, try limit ?? reader.end())
        while let item = try cursor.next() {
            switch item {
            case .record(let record):
                guard filter.takes(record, of: location.name) else { continue }
                try body(record)
                records += 1
                guard records % 64 == 0 else { continue }
                let (done, all) = (cursor.offset.rawValue - first, max(1, end.rawValue - min(first, end.rawValue)))
                progress.show("\(location.name)  \(min(100, 100 * done / all)) %  \(Amount.plural(records, "record"))")
            case .damage(let damage):
                damages += 1
                progress.around { Output.error.note("newsreel: \(damage)") }
            }
        }
    }

    /// Writes the records as they are; where pages are asked for and no warcinfo comes first, one of its own before them.
    mutating func write(to output: Output) throws {
        try writeRecords { bytes, _ in try output.write(bytes) }
        try output.flush()
    }

    private mutating func writeRecords(_ write: ([UInt8], Timestamp) throws -> Void) throws {
        var isFirst = location.name == .pages
        try forEach { record in
            if isFirst, !record.bytes.starts(with: ReelExport.warcinfoStart) {
                try write(ReelExport.warcinfo(at: .now), .now)
            }
            isFirst = false
            try write(record.bytes, record.time)
        }
    }

    private static let warcinfoStart = Array("WARC/1.1\r\nWARC-Type: warcinfo\r\n".utf8)

    private static func warcinfo(at time: Timestamp) -> [UInt8] {
        WARCWriter.warcinfo(
            [("software", NewsreelVersion.text), ("format", "WARC File Format 1.1")], date: time)
    }
}

extension ReelExport {
    /// Writes a file, compressed where its name ends in `.gz`; it has its name once it is whole.
    mutating func writeFile(_ path: String) throws {
        let part = path + ".part"
        let file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw CommandFailure("\(part): \(OutputError(code: errno))") }
        defer { close(file) }
        let output = Output(descriptor: file)
        do {
            if path.hasSuffix(".gz") {
                let members = MemberWriter()
                try writeRecords { bytes, time in try output.write(members.member(of: bytes, time: time)) }
            } else {
                try writeRecords { bytes, _ in try output.write(bytes) }
            }
            try output.flush()
            guard fsync(file) == 0, rename(part, path) == 0 else { throw OutputError(code: errno) }
        } catch {
            unlink(part)
            throw error
        }
    }

    /// Writes one WACZ of the records; its list of pages are the articles that were made of them.
    mutating func writePackage(_ path: String, articles: ReelExport?) throws {
        let writer = try WACZWriter(path: path, software: NewsreelVersion.text, date: .now)
        var kept: ClosedRange<Offset>?
        do {
            try forEach { record in
                try writer.add(record.bytes, time: record.time)
                kept = (kept?.lowerBound ?? record.offset)...record.offset
            }
            if let kept, var articles {
                // An article may have been written later than the last page that is wanted.
                articles = ReelExport(
                    location: articles.location, limit: articles.limit,
                    filter: ExportFilter(since: filter.since, until: nil, source: filter.source))
                try articles.forEach { record in
                    if let page = WACZWriter.Entrance(articleLine: record.bytes, of: kept) { try writer.add(page) }
                }
                damages += articles.damages
            }
            let title = filter.source.map { "Pages of \($0)" } ?? "Pages"
            try writer.finish(title: title, description: "\(Amount.plural(records, "record")) of a Newsreel pages reel")
        } catch {
            unlink(path + ".part")
            throw error
        }
    }
}

extension WACZWriter.Entrance {
    /// The page that an article was made of; nil where that is none of these.
    fileprivate init?(articleLine line: [UInt8], of pages: ClosedRange<Offset>) {
        let article = JSONMembers(line)
        func text(_ name: String) -> String? { article[name].flatMap { JSONMembers.text($0) } }
        let capture = JSONMembers(Array(article["capture"] ?? []))
        guard let id = text("id"), let url = text("url"),
            let offset = capture["offset"].flatMap({ UInt64(String(decoding: $0, as: UTF8.self)) }),
            pages.contains(Offset(rawValue: offset)),
            let date = capture["fetched"].flatMap({ JSONMembers.text($0) }).flatMap({ Timestamp(rfc3339: $0) })
        else { return nil }
        self.init(id: id, url: url, date: date, title: text("title"))
    }
}
