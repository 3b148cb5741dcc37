internal import ControlProtocol
internal import Model

/// Prints what a replay finds: each article that changes, and the counts at the end. For one task at a time.
final class ReplayView {
    private let json: Bool
    private let showsDiff: Bool
    private let terminal = Terminal.current
    private let progress = ProgressLine()
    private var counts = (pages: 0, same: 0, changed: 0, lost: 0, new: 0)
    private var fields: [String: Int] = [:]
    /// What the daemon made of them, by its word for it.
    private var endings: [String: Int] = [:]

    init(json: Bool, showsDiff: Bool) {
        self.json = json
        self.showsDiff = showsDiff
    }

    func show(done: UInt64, total: UInt64) {
        let permille = total > 0 ? Int(1000 * done / total) : 1000
        let bar = ProgressLine.bar(done: permille, total: 1000, label: "\(permille / 10) %")
        progress.show("\(bar)  \(Amount.plural(counts.pages, "page")), \(Amount.count(counts.changed)) changed")
    }

    /// - `line`: what the daemon made of it, where something was to be written.
    func take(_ result: Replay.Result, _ line: RewrittenLine? = nil) throws {
        if case .passedOver = result { return }
        counts.pages += 1
        if let line { endings[line.outcome, default: 0] += 1 }
        switch result {
        case .passedOver, .none: break
        case .same: counts.same += 1
        case .changed(let article, let diff):
            counts.changed += 1
            for change in diff.changes { fields[change.field, default: 0] += 1 }
            try print("changed", article.canonicalURL, article.id, article.capture.offset, diff.changes, line: line)
        case .lost(let article, let reason):
            counts.lost += 1
            try print("lost", article.canonicalURL, article.id, article.capture.offset, [], reason)
        case .new(let url, let offset, let title):
            counts.new += 1
            try print("new", url, nil, offset, [], title, line: line)
        }
    }

    private func print(
        _ kind: String, _ url: String, _ id: String?, _ offset: Offset, _ changes: [ArticleDiff.Change],
        _ note: String? = nil, line: RewrittenLine? = nil
    ) throws {
        try progress.around {
            guard json else {
                let names = changes.isEmpty ? CleanText.line(note ?? "") : changes.map(\.field).joined(separator: ", ")
                let ending = line.map { "  → \(ReplayView.words($0))" } ?? ""
                try Output.standard.line("\(DisplayWidth.pad(kind, to: 7))  \(CleanText.line(url))  \(names)\(ending)")
                guard showsDiff else { return }
                for text in changes.flatMap({ DiffView.lines($0, on: terminal) }) { try Output.standard.line(text) }
                return
            }
            try Output.standard.write(
                CheckBatch.object { writer in
                    writer.member("change", kind)
                    writer.member("url", url)
                    writer.member("id", id)
                    writer.member("page_offset", offset.rawValue)
                    if let note { writer.member("note", note) }
                    writer.array("changes", changes) { $0.write(to: &$1) }
                    if let line { ReplayView.write(line, to: &writer) }
                })
        }
    }

    private static func write(_ line: RewrittenLine, to writer: inout JSONWriter) {
        writer.object("written", Optional(line)) { line, writer in
            writer.member("outcome", line.outcome)
            writer.member("id", line.articleID)
            if let version = line.version { writer.member("version", version) }
            if let supersedes = line.supersedes { writer.member("supersedes", supersedes) }
            if let message = line.message { writer.member("message", message) }
        }
    }

    private static func words(_ line: RewrittenLine) -> String {
        guard let version = line.version else { return CleanText.line(line.message ?? line.outcome) }
        return "version \(version)"
    }

    func finish(hasWritten: Bool = false) throws {
        progress.clear()
        let sorted = fields.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard json else {
            if !sorted.isEmpty {
                var table = Table()
                table.headings = ["FIELD", "ARTICLES"]
                table.rightAligned = [1]
                table.rows = sorted.map { [$0.key, Amount.count($0.value)] }
                for line in table.lines(on: terminal) { try Output.standard.line(line) }
            }
            return try Output.standard.line(
                "\(Amount.plural(counts.pages, "page")): \(Amount.count(counts.same)) the same, "
                    + "\(Amount.count(counts.changed)) changed, \(Amount.count(counts.lost)) lost, "
                    + "\(Amount.count(counts.new)) new" + (hasWritten ? "; \(ReplayView.summary(endings))" : ""))
        }
        try Output.standard.write(
            CheckBatch.object { writer in
                writer.member("pages", counts.pages)
                writer.member("same", counts.same)
                writer.member("changed", counts.changed)
                writer.member("lost", counts.lost)
                writer.member("new", counts.new)
                writer.object("fields", Optional(sorted)) { fields, writer in
                    for (name, count) in fields { writer.member(name, count) }
                }
                if hasWritten {
                    writer.object("written", Optional(endings.sorted { $0.key < $1.key })) { endings, writer in
                        for (name, count) in endings { writer.member(name, count) }
                    }
                }
            })
    }

    private static func summary(_ endings: [String: Int]) -> String {
        guard !endings.isEmpty else { return "nothing to write" }
        let words = ["updated": "new versions written", "article": "new articles written"]
        return endings.sorted { $0.key < $1.key }
            .map { "\(Amount.count($0.value)) \(words[$0.key] ?? CleanText.line($0.key))" }.joined(separator: ", ")
    }
}
