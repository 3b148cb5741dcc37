internal import ControlProtocol
internal import Model

/// Who carries a story, and who published it first, as a person reads it.
enum ClusterView {
    static func lines(_ report: ClusterReport, on terminal: Terminal) -> [String] {
        let addresses = report.members.count == 1 ? "1 address" : "\(Amount.count(report.members.count)) addresses"
        var lines = ["cluster \(report.cluster), \(addresses)"]
        if let first = report.first { lines += self.lines(first, on: terminal) }
        lines.append("")
        let width = report.members.map { DisplayWidth.of($0.source) }.max() ?? 0
        for member in report.members {
            let time = LocalTime.full((member.published ?? member.fetched).timestamp)
            let source = DisplayWidth.pad(CleanText.line(member.source), to: width)
            lines.append("\(time)  \(source)  \(CleanText.line(member.url))")
            let facts = self.facts(member)
            let indent = String(repeating: " ", count: time.utf8.count + 2)
            if !facts.isEmpty { lines.append(indent + Style.faint.apply(CleanText.line(facts), on: terminal)) }
        }
        return lines
    }

    private static func lines(_ first: FirstPublisherReport, on terminal: Terminal) -> [String] {
        let name = Style.strong.apply(CleanText.line(first.name ?? "(no name)"), on: terminal)
        var reasons: [String] = []
        if first.sources > 0 { reasons.append("named as source by \(Amount.plural(first.sources, "page"))") }
        if first.datelines > 0 { reasons.append("in the dateline of \(Amount.plural(first.datelines, "page"))") }
        if first.basis == "time" { reasons.append("the earliest time") }
        let lines = ["first: \(name)  (\(reasons.joined(separator: ", ")))"]
        guard let url = first.url else { return lines + ["       its own page is not kept"] }
        let time = first.published.map { LocalTime.full($0.timestamp) + "  " } ?? ""
        return lines + ["       \(time)\(CleanText.line(url))"]
    }

    private static func facts(_ member: ClusterMember) -> String {
        var facts: [String] = []
        if let source = member.namedSource { facts.append("names \(source) as its source") }
        if let dateline = member.dateline { facts.append("dateline \(dateline)") }
        if member.articleID == nil { facts.append("the same words") }
        return facts.joined(separator: ", ")
    }
}
