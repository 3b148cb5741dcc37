internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol

struct ResetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Forget what is known of a URL, so that it is fetched as if it were new.",
        discussion: """
            Its articles stay where they are. Only root and the daemon's own user may do this.

            EXAMPLES
              sudo newsreel reset https://news.example.org/2026/ferry.html
            """)

    @Argument(help: "The URL.")
    var url: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let bytes = try await options.client.bytes(.reset, body: ResetOrder(url: url))
        if options.json { return try Output.standard.write(bytes) }
        let report: ResetReport = try Answered.value(bytes)
        try Output.standard.line((report.wasKnown ? "forgotten: " : "was not known: ") + CleanText.line(report.url))
    }
}
