internal import ControlClient
internal import ControlProtocol
internal import Model

/// Sources as a person reads them.
enum SourceView {
    /// Asks for one source, or for something to be done to it, and prints how it is.
    static func ask(_ endpoint: Endpoint, _ id: String, _ options: GlobalOptions) async throws {
        let bytes = try await options.client.bytes(endpoint, parameters: ["id": id])
        if options.json { return try Output.standard.write(bytes) }
        let source: SourceReport = try Answered.value(bytes)
        for line in lines(source, now: .now) { try Output.standard.line(line) }
    }

    static func table(_ sources: [SourceReport], now: Timestamp) -> Table {
        var table = Table(headings: ["ID", "STATE", "KIND", "EVERY", "LAST", "NEXT", "ARTICLES", "NAME"])
        table.rightAligned = [6]
        table.rows = sources.map { source in
            [
                CleanText.line(source.id), source.state.rawValue, CleanText.line(source.kind),
                CleanText.line(source.schedule), last(source, now: now),
                source.nextDue.map { LocalTime.relative($0.timestamp, now: now) } ?? "-", Amount.count(source.articles),
                CleanText.line(source.name ?? ""),
            ]
        }
        return table
    }

    static func lines(_ source: SourceReport, now: Timestamp) -> [String] {
        var lines = ["\(source.id)  \(source.name ?? "")", "  url       \(source.url)"]
        lines.append("  kind      \(source.kind), every \(source.schedule)")
        lines.append("  state     \(source.state.rawValue)")
        if let message = source.message { lines.append("            \(message)") }
        lines.append("  last      \(last(source, now: now))")
        if source.failures > 0 { lines.append("  failures  \(source.failures) in a row") }
        if let next = source.nextDue {
            lines.append(
                "  next      \(LocalTime.full(next.timestamp)) (\(LocalTime.relative(next.timestamp, now: now)))")
        }
        if let since = source.silentSince { lines.append("  silent    since \(LocalTime.full(since.timestamp))") }
        lines.append("  articles  \(Amount.count(source.articles))")
        return lines.map { CleanText.line($0) }
    }

    static func lines(_ check: SourceCheck, on terminal: Terminal) -> [String] {
        var facts = [OutcomeView.style(check.outcome).apply(OutcomeView.words(check.outcome), on: terminal)]
        if let status = check.status { facts.append("\(status)") }
        if let kind = check.kind { facts.append(kind) }
        if let milliseconds = check.milliseconds { facts.append("\(Amount.count(milliseconds)) ms") }
        facts.append(Amount.plural(check.links.count, "link"))
        var lines = [CleanText.line(check.url), "  " + facts.joined(separator: ", ")]
        if let message = check.message { lines.append("  " + CleanText.line(message)) }
        if let since = check.silentSince {
            lines.append("  silent: nothing new since \(LocalTime.full(since.timestamp))")
        }
        for link in check.links {
            let time = link.published.map { LocalTime.minute($0.timestamp) } ?? String(repeating: " ", count: 16)
            lines.append(
                "  \(time)  " + CleanText.line([link.title, link.url].compactMap(\.self).joined(separator: "  ")))
        }
        return lines
    }

    private static func last(_ source: SourceReport, now: Timestamp) -> String {
        guard let time = source.lastFetched else { return "never" }
        let outcome = source.lastOutcome.map { ", " + OutcomeView.words($0) } ?? ""
        return LocalTime.relative(time.timestamp, now: now) + outcome
    }
}
