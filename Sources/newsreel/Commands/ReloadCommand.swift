internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol

struct ReloadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Make the daemon read its configuration again.",
        discussion: """
            No fetch is lost. Where the configuration has errors they are printed, and what was in force stays in force. \
            Only root and the daemon's own user may do this.

            EXAMPLES
              sudo newsreel reload
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let bytes = try await options.client.bytes(.reload)
        if options.json { return try Output.standard.write(bytes) }
        let report: ReloadReport = try Answered.value(bytes)
        try Output.standard.line("reloaded: \(Amount.plural(report.sources, "source"))")
        for change in report.changed { try Output.standard.line("  " + CleanText.line(change)) }
        if report.changed.isEmpty { try Output.standard.line("  nothing changed") }
    }
}
