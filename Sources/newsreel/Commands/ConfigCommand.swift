internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol

struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show the configuration in force.", subcommands: [ConfigShowCommand.self])
}

struct ConfigShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print the configuration in force, defaults included.",
        discussion: """
            EXAMPLES
              newsreel config show
              newsreel config show --json | jq .fetch
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let accept = options.json ? "application/json" : "application/yaml"
        let bytes = try await options.client.bytes(.configuration, accept: accept)
        try Output.standard.write(bytes)
        if bytes.last != UInt8(ascii: "\n") { try Output.standard.line("") }
    }
}
