internal import ArgumentParser

/// The root of all commands.
struct NewsreelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newsreel",
        abstract: "Ingest the news: talk to newsreeld, and read what it has kept.",
        usage: "newsreel [--socket PATH] [--json] COMMAND …",
        discussion: """
            --socket PATH and --json are taken before the command or after it. The socket is the option's, else \
            $NEWSREEL_SOCKET's, else /run/newsreel/newsreel.sock.

            EXAMPLES
              newsreel status                     is it well, what is it doing, what is wrong
              newsreel fetch harbour-post --wait  fetch a source now, and see what becomes of it
              newsreel tail -f                    articles as they arrive
              newsreel search 渡轮                full-text search
              newsreel extract page.html          extract an article without a daemon

            EXIT STATUS
              0 done   1 failed, or damage found   2 wrong usage   3 no daemon   4 not allowed
            """,
        version: NewsreelVersion.text,
        groupedSubcommands: [
            CommandGroup(
                name: "Query",
                subcommands: [
                    StatusCommand.self, TailCommand.self, ListCommand.self, SearchCommand.self, ShowCommand.self,
                    HistoryCommand.self, QueueCommand.self, DoctorCommand.self,
                ]),
            CommandGroup(
                name: "Fetch", subcommands: [FetchCommand.self, SourceCommand.self, ResetCommand.self]),
            CommandGroup(
                name: "Daemon", subcommands: [ReloadCommand.self, ConfigCommand.self, LogLevelCommand.self]),
            CommandGroup(
                name: "Store",
                subcommands: [ReelCommand.self, CatalogCommand.self, ImportCommand.self, ReplayCommand.self]),
            CommandGroup(name: "Offline", subcommands: [ExtractCommand.self, CheckCommand.self]),
        ])
}

/// The program's version.
enum NewsreelVersion {
    static let text = "newsreel 0.1.0"
}
