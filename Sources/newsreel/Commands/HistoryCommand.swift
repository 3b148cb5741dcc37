internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol
internal import Foundation
internal import Model

struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show an article's versions, what changed between them, and when it was withdrawn.",
        discussion: """
            With --json each version is a line with its changes, and a withdrawal is a last line with the times between which the \
            page went.

            EXAMPLES
              newsreel history https://news.example.org/2026/ferry.html
              newsreel history --json URL | jq '.changes[]?.field'
            """)

    @Argument(help: "The article's URL.")
    var url: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let (report, articles) = try await options.client.request(.history, query: [(name: "url", value: url)]) {
            answer in
            var report: HistoryReport?
            var articles: [Article] = []
            for try await line in answer.lines {
                if report == nil {
                    report = try StreamLine.value(line)
                } else {
                    articles.append(try JSONDecoder().decode(Article.self, from: Data(line)))
                }
            }
            return (report, articles)
        }
        guard let report else { throw CommandFailure("the daemon ended before it answered") }
        var before: Article?
        for article in articles {
            let diff = before.map { ArticleDiff(from: $0.content, to: article.content) }
            if options.json { try write(article, diff) } else { try print(article, diff) }
            before = article
        }
        if let gone = report.gone { try end(report, gone.timestamp) }
    }

    private func write(_ article: Article, _ diff: ArticleDiff?) throws {
        try Output.standard.write(
            CheckBatch.object { writer in
                writer.member("url", article.canonicalURL)
                writer.member("version", article.version)
                writer.member("id", article.id)
                writer.member("fetched", article.capture.fetched)
                writer.member("title", article.content.title)
                writer.array("changes", diff?.changes ?? []) { $0.write(to: &$1) }
            })
    }

    private func print(_ article: Article, _ diff: ArticleDiff?) throws {
        let terminal = Terminal.current
        let title = article.content.title.map { CleanText.line($0) } ?? "(no title)"
        let fetched = Timestamp(rfc3339: article.capture.fetched).map { LocalTime.full($0) } ?? article.capture.fetched
        let name = Style.strong.apply("version \(article.version)", on: terminal)
        try Output.standard.line("\(name)  \(fetched)  \(title)  \(Style.faint.apply(article.id, on: terminal))")
        guard let diff else { return }
        for line in diff.changes.flatMap({ DiffView.lines($0, on: terminal) }) { try Output.standard.line(line) }
    }

    /// The last word on an article whose page is gone.
    private func end(_ report: HistoryReport, _ gone: Timestamp) throws {
        guard options.json else {
            let since = report.lastSeen.map { "between \(LocalTime.full($0.timestamp)) and" } ?? "before"
            let word = Style.bad.apply("withdrawn", on: .current)
            let reason = report.reason.map { "  (\(HistoryCommand.words($0)))" } ?? ""
            return try Output.standard.line("\(word)  \(since) \(LocalTime.full(gone))\(reason)")
        }
        try Output.standard.write(
            CheckBatch.object { writer in
                writer.member("url", report.url)
                writer.object("withdrawn", Optional(gone)) { gone, writer in
                    writer.member("after", report.lastSeen?.timestamp)
                    writer.member("before", gone)
                    if let reason = report.reason { writer.member("reason", reason) }
                }
            })
    }

    private static func words(_ reason: String) -> String {
        switch reason {
        case "soft_404": "the page says so, and answers with success"
        case "front_page": "it leads to the front page"
        default: CleanText.line(reason)
        }
    }
}

/// A change as lines: the field, what was, what is.
enum DiffView {
    static func lines(_ change: ArticleDiff.Change, on terminal: Terminal) -> [String] {
        let (before, after) = change.texts
        let width = max(20, (terminal.width ?? 160) - 4)
        return [
            "  \(change.field)",
            Style.bad.apply("    - " + DisplayWidth.cut(before, to: width), on: terminal),
            Style.good.apply("    + " + DisplayWidth.cut(after, to: width), on: terminal),
        ]
    }
}
