internal import ControlProtocol
internal import Model

/// One fetch in a line: time, outcome, status, address, milliseconds, and why.
struct FetchLine {
    var time: Timestamp?
    var outcome: Outcome?
    /// The outcome's name where this program does not know it.
    var outcomeName: String
    var status: Int?
    var url: String
    var milliseconds: Int?
    /// The article's title, or what went wrong.
    var message: String?

    init(_ event: FetchEvent) {
        time = event.time?.timestamp
        outcome = event.outcome
        outcomeName = event.outcome?.rawValue ?? "?"
        status = event.status
        url = event.url ?? ""
        milliseconds = event.milliseconds
        message = event.message ?? event.title
    }

    init(_ record: FetchRecord) {
        time = record.time
        outcome = record.outcome.flatMap { Outcome(rawValue: $0) }
        outcomeName = record.outcome ?? "?"
        status = record.status
        url = record.url ?? ""
        milliseconds = record.milliseconds
        message = record.message
    }

    /// On a terminal a page that ended well takes one line; what went wrong is told in full.
    func text(on terminal: Terminal) -> String {
        let clock = time.map { LocalTime.full($0) + "  " } ?? ""
        let name = DisplayWidth.pad(CleanText.line(outcome.map { OutcomeView.words($0) } ?? outcomeName), to: 14)
        let took = milliseconds.map { "\(Amount.count($0)) ms" } ?? ""
        let padding = String(repeating: " ", count: max(0, 9 - took.utf8.count))
        let facts = [
            status.map { "\($0)" } ?? "  -", padding + took, CleanText.line(url), CleanText.line(message ?? ""),
        ]
        let line = facts.filter { !$0.isEmpty }.joined(separator: "  ")
        let start = clock + OutcomeView.style(outcome).apply(name, on: terminal) + "  "
        guard let width = terminal.width, outcome?.endedWell == true else { return start + line }
        return start + DisplayWidth.cut(line, to: width - clock.utf8.count - DisplayWidth.of(name) - 2)
    }
}
