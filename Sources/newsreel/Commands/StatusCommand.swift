internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol
internal import Model

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show whether the daemon is well, what it is doing, and what is wrong.",
        discussion: """
            EXAMPLES
              newsreel status
              newsreel status --json | jq .funnel.article
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let bytes = try await options.client.bytes(.status)
        if options.json { return try Output.standard.write(bytes) }
        let view = StatusView(status: try Answered.value(bytes), terminal: .current, now: .now)
        for line in view.lines { try Output.standard.line(line) }
    }
}
