internal import Archive
internal import ControlClient
internal import ControlProtocol
internal import Model

/// The import of one web archive: read here, taken in by the daemon some batches at a time.
struct ArchiveImport {
    /// A batch is sent when it has so many bytes or records.
    private static let batchBytes = 1 << 20
    private static let batchRecords = 512
    /// Batches that the daemon has at once: most of their pages wait for the disk. What memory it takes follows from this.
    private static let maximumUnderWay = 16
    private static let types: Set<String> = ["response", "resource", "revisit", "conversion"]

    /// Records on their way, and the addresses that they are of.
    private struct Batch: Sendable {
        var bytes: [UInt8] = []
        var count = 0
        var urls: Set<String> = []
    }

    let file: String
    let source: String?
    let client: ControlClient

    private(set) var records = 0
    private(set) var damaged = 0
    private(set) var outcomes: [String: Int] = [:]
    private let progress = ProgressLine()
    private let began = ContinuousClock.now

    init(file: String, source: String?, client: ControlClient) {
        self.file = file
        self.source = source
        self.client = client
    }

    mutating func run() async throws {
        defer { progress.clear() }
        let reader = try ArchiveReader(path: file)
        try await withThrowingTaskGroup(of: (Int, [ImportedLine]).self) { tasks in
            var underWay: [Int: Set<String>] = [:]
            var number = 0
            while let batch = try next(reader) {
                // The captures of one address are taken in one after another, in the archive's order.
                while underWay.count >= ArchiveImport.maximumUnderWay
                    || underWay.values.contains(where: { !$0.isDisjoint(with: batch.urls) })
                {
                    guard let (ended, lines) = try await tasks.next() else { break }
                    underWay[ended] = nil
                    count(lines)
                }
                number += 1
                underWay[number] = batch.urls
                tasks.addTask { [number, archive = self] in (number, try await archive.send(batch.bytes)) }
                show(reader.position, of: reader.size)
            }
            while let (_, lines) = try await tasks.next() { count(lines) }
        }
    }

    /// The next records that may hold a page; nil at the end.
    private mutating func next(_ reader: ArchiveReader) throws -> Batch? {
        var batch = Batch()
        while batch.bytes.count < ArchiveImport.batchBytes, batch.count < ArchiveImport.batchRecords,
            let item = try reader.next()
        {
            switch item {
            case .damage(let damage):
                damaged += 1
                progress.around { Output.error.note("newsreel: \(damage)") }
            case .record(let record, _):
                records += 1
                guard ArchiveImport.types.contains(record.type) else { continue }
                guard record.hasBlock else {
                    outcomes["too_large", default: 0] += 1
                    continue
                }
                record.write(to: &batch.bytes)
                batch.count += 1
                if let target = record.targetURI { batch.urls.insert(CanonicalURL(target)?.href ?? target) }
            }
        }
        return batch.count > 0 ? batch : nil
    }

    private func send(_ bytes: [UInt8]) async throws -> [ImportedLine] {
        let name = file.lastIndex(of: "/").map { String(file[file.index(after: $0)...]) } ?? file
        var query = [(name: "archive", value: name)]
        if let source { query.append((name: "source", value: source)) }
        return try await client.request(.importRecords, query: query, raw: (bytes, "application/warc")) { answer in
            var lines: [ImportedLine] = []
            for try await line in answer.lines { lines.append(try StreamLine.value(line)) }
            return lines
        }
    }

    private mutating func count(_ lines: [ImportedLine]) {
        for line in lines { outcomes[line.outcome, default: 0] += 1 }
    }

    private func show(_ position: UInt64, of size: UInt64) {
        let seconds = began.duration(to: .now).seconds
        let rate = seconds > 0 ? Double(position) / seconds : 0
        let left = rate > 0 ? Int(Double(size - min(size, position)) / rate) : 0
        let permille = size > 0 ? Int(1000 * position / size) : 1000
        progress.show(
            "\(ProgressLine.bar(done: permille, total: 1000, label: "\(permille / 10) %"))  "
                + "\(Amount.count(records)) records  \(Amount.bytes(UInt64(rate)))/s  \(Amount.span(seconds: left)) left"
        )
    }

    func print(asJSON: Bool) throws {
        let counts = outcomes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        if asJSON {
            return try Output.standard.write(
                CheckBatch.object { writer in
                    writer.member("file", file)
                    writer.member("records", records)
                    writer.object("outcomes", Optional(counts)) { counts, writer in
                        for (name, count) in counts { writer.member(name, count) }
                    }
                    writer.member("damaged", damaged)
                })
        }
        let parts = counts.map { "\(Amount.count($0.value)) \(CleanText.line($0.key))" }
        let damage = damaged == 0 ? [] : [Amount.plural(damaged, "damaged place")]
        let facts = [Amount.plural(records, "record")] + parts + damage
        try Output.standard.line("\(CleanText.line(file)): \(facts.joined(separator: ", "))")
    }
}

extension Duration {
    /// Seconds with their fraction.
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
