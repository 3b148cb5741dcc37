internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol
internal import Model

struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "Show what is in flight, due and waiting.",
        discussion: """
            EXAMPLES
              newsreel queue
              newsreel queue -n 500 --json | jq '.entries[] | select(.state == "due")'
            """)

    @Option(name: [.customShort("n", allowingJoined: true), .long], help: "How many fetches.")
    var limit = 20

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let bytes = try await options.client.bytes(.queue, query: [("limit", String(limit))])
        if options.json { return try Output.standard.write(bytes) }
        let report: QueueReport = try Answered.value(bytes)
        for line in QueueCommand.table(report, now: .now).lines(on: .current) { try Output.standard.line(line) }
        let counts = report.counts
        let rest = counts.inFlight + counts.due + counts.waiting - report.entries.count
        if rest > 0 { try Output.standard.line("… and \(Amount.count(rest)) more") }
    }

    static func table(_ report: QueueReport, now: Timestamp) -> Table {
        var table = Table(headings: ["STATE", "DUE", "SOURCE", "URL"])
        table.rows = report.entries.map { entry in
            var state = entry.state.rawValue.replacing("_", with: " ")
            if let reason = entry.reason { state += " (\(reason))" }
            return [state, LocalTime.relative(entry.due.timestamp, now: now), entry.source, entry.url].map {
                CleanText.line($0)
            }
        }
        return table
    }
}
