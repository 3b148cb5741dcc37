internal import ArgumentParser

/// The daemon's command line.
@main struct Newsreeld: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newsreeld",
        abstract: "Fetches news pages on a schedule, extracts the articles, and keeps them in append-only logs.",
        version: "newsreeld 0.1.0", subcommands: [Run.self, Validate.self], defaultSubcommand: Run.self)

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(withError: error)
        }
    }
}
