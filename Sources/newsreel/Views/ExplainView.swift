internal import ControlProtocol

/// Which rule gave each field, the candidates below it.
enum ExplainView {
    static func lines(_ report: ExplainReport, on terminal: Terminal) -> [String] {
        [CleanText.line(report.url)] + lines(report.fields, on: terminal)
    }

    static func lines(_ fields: [ExplainedField], on terminal: Terminal) -> [String] {
        fields.flatMap { field -> [String] in
            var table = Table()
            table.rows = field.candidates.map { candidate in
                [
                    candidate.isChosen ? "  *" : "   ", CleanText.line(candidate.from),
                    String(Int((candidate.confidence * 100).rounded())) + " %", CleanText.line(candidate.value),
                ]
            }
            table.rightAligned = [2]
            return [Style.strong.apply(CleanText.line(field.field), on: terminal)] + table.lines(on: terminal)
        }
    }
}
