internal import Config
internal import ControlProtocol
internal import ControlServer
internal import Ingest
internal import Model
internal import Reel

extension Routes {
    /// The reel that a path names.
    private func writer(_ request: ControlRequest) throws(ErrorReport) -> ReelWriter {
        let name = try request.parameter("name")
        guard let writer = works.stores.reels.first(where: { $0.location.name.rawValue == name }) else {
            throw ErrorReport(.notFound, "there is no reel \(name); there are articles, fetches and pages")
        }
        return writer
    }

    func reelList() async throws -> ReelList {
        let retention = await reloader.current.retention
        return ReelList(reels: try works.stores.reels.map { try report($0, retention) })
    }

    func rotate(_ request: ControlRequest) async throws -> ControlResponse {
        let writer = try writer(request)
        note("rotate \(writer.location.name)", request)
        _ = try await writer.rotate()
        return .json(ReelList(reels: [try report(writer, await reloader.current.retention)]))
    }

    private func report(_ writer: ReelWriter, _ retention: RetentionSettings) throws -> ReelReport {
        let rule =
            switch writer.location.name {
            case .pages: retention.pages
            case .fetches: retention.fetches
            default: RetentionRule()
            }
        return ReelReport(
            name: writer.location.name.rawValue, directory: writer.location.directory, endOffset: writer.end,
            segments: try ReelReader(writer.location).segments().map {
                SegmentReport(file: $0.name, baseOffset: $0.base, bytes: $0.fileSize, isActive: $0.isLast)
            }, keeps: rule.words, oldest: try writer.location.oldestRecord())
    }

    /// A reel's records as lines; followed, it ends with the connection. A slow reader reads from the files at its own pace.
    func records(_ request: ControlRequest) throws -> ControlResponse {
        let writer = try writer(request)
        let query = try RecordQuery(items: request.query)
        let feed = RecordFeed(writer: writer, query: query)
        let start = try feed.start()
        return .stream { try await feed.write(from: start, to: $0) }
    }
}

/// Reads what a query asks of a reel, and goes on as the reel grows.
private struct RecordFeed: Sendable {
    let writer: ReelWriter
    let query: RecordQuery

    /// Where the first record that may be shown lies.
    func start() throws -> Offset {
        let reader = ReelReader(writer.location)
        if let cursor = query.afterCursor {
            guard let number = UInt64(cursor) else {
                throw ErrorReport(.badRequest, "\(cursor) is no cursor; tail --show-cursor prints one")
            }
            return Offset(rawValue: number)
        }
        if let since = query.since { return try reader.offset(from: since) }
        guard case .last(let count) = query.amount, query.source == nil else { return .zero }
        return try reader.offset(ofLast: count, before: writer.end)
    }

    func write(from start: Offset, to out: LineWriter) async throws {
        var ends = writer.ends().makeAsyncIterator()
        let cursor = try ReelReader(writer.location).records(from: start, limit: writer.end)
        var last = LastLines(query)
        // Only who names a place can miss what lies between it and the next record.
        var place = query.afterCursor == nil ? nil : start
        try await drain(cursor, &last, &place, to: out)
        for line in last.lines { try await out.write(line) }
        last.open()
        guard query.follow else { return }
        while let end = await ends.next() {
            cursor.limit = end
            try await drain(cursor, &last, &place, to: out)
        }
    }

    private func drain(
        _ cursor: ReelCursor, _ last: inout LastLines, _ place: inout Offset?, to out: LineWriter
    ) async throws {
        while let item = try cursor.next() {
            try Task.checkCancellation()
            guard case .record(let record) = item else { continue }
            if last.isOpen, let place, record.offset > place {
                try await out.write(RecordLine.missed(bytes: record.offset.rawValue - place.rawValue).line)
            }
            place = record.nextOffset
            guard isWanted(record), let json = RecordJSON.of(record, in: writer.location)
            else { continue }
            if let source = query.source, RecordJSON.source(of: json) != source { continue }
            let line = RecordLine.record(cursor: "\(record.nextOffset)", json: json).line
            if last.isOpen { try await out.write(line) } else { last.add(line) }
        }
    }

    private func isWanted(_ record: ReelRecord) -> Bool {
        if let since = query.since, record.time.secondsSinceEpoch < since.secondsSinceEpoch { return false }
        if let until = query.until, record.time.secondsSinceEpoch > until.secondsSinceEpoch { return false }
        return true
    }
}

/// The last lines of what a query finds, where only so many are wanted and their place is not known beforehand.
private struct LastLines {
    private let maximum: Int
    /// Whether lines go out as they come.
    private(set) var isOpen: Bool
    private var kept: [[UInt8]] = []

    var lines: ArraySlice<[UInt8]> { kept.suffix(maximum) }

    init(_ query: RecordQuery) {
        if case .last(let count) = query.amount {
            maximum = count
            isOpen = false
        } else {
            maximum = 0
            isOpen = true
        }
    }

    /// The past is written: from now on lines go out as they come.
    mutating func open() {
        kept = []
        isOpen = true
    }

    mutating func add(_ line: [UInt8]) {
        guard maximum > 0 else { return }
        kept.append(line)
        if kept.count >= 2 * maximum + 64 { kept.removeFirst(kept.count - maximum) }
    }
}
