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

    func text(on terminal: Terminal) -> String {
        let name = CleanText.line(outcome.map { OutcomeView.words($0) } ?? outcomeName)
        let styled = OutcomeView.style(outcome).apply(DisplayWidth.pad(name, to: 14), on: terminal)
        var rest = [status.map { "\($0)" } ?? "  -", CleanText.line(url)]
        if let milliseconds { rest.append("\(Amount.count(milliseconds)) ms") }
        if let message, !message.isEmpty { rest.append(CleanText.line(message)) }
        let clock = time.map { LocalTime.full($0) + "  " } ?? ""
        let line = rest.joined(separator: "  ")
        let room = terminal.width.map { $0 - clock.utf8.count - 16 }
        return clock + styled + "  " + (room.map { DisplayWidth.cut(line, to: $0) } ?? line)
    }
}
