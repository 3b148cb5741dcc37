internal import ArgumentParser
internal import Foundation

/// The daemon's command line.
@main struct Newsreeld: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newsreeld",
        abstract: "Fetches news pages on a schedule, extracts the articles, and keeps them in append-only logs.",
        version: "newsreeld 0.1.0", subcommands: [Run.self, Validate.self, RebuildCatalog.self],
        defaultSubcommand: Run.self)

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            // Usage errors end with 2, as they do in `newsreel`.
            let status = exitCode(for: error)
            guard status == .validationFailure else { exit(withError: error) }
            FileHandle.standardError.write(Data("\(fullMessage(for: error))\n".utf8))
            Foundation.exit(2)
        }
    }
}
