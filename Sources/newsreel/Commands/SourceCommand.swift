internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol
internal import Model

struct SourceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source",
        abstract: "List, show, pause, resume and try the sources, fill their past, and exchange them.",
        discussion: """
            EXAMPLES
              newsreel source list
              newsreel source show harbour-post
              sudo newsreel source pause harbour-post
              newsreel source check harbour-post
              newsreel source backfill harbour-post --since 2026-01-01 --wait
              newsreel source export > feeds.opml
            """,
        subcommands: [
            SourceListCommand.self, SourceShowCommand.self, SourcePauseCommand.self, SourceResumeCommand.self,
            SourceCheckCommand.self, SourceBackfillCommand.self, SourceImportCommand.self, SourceExportCommand.self,
        ])
}

struct SourceListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the sources and how they are.", aliases: ["ls"])

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let bytes = try await options.client.bytes(.sources)
        if options.json { return try Output.standard.write(bytes) }
        let list: SourceList = try Answered.value(bytes)
        let table = SourceView.table(list.sources, now: .now)
        for line in table.lines(on: .current) { try Output.standard.line(line) }
    }
}

struct SourceShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one source.")

    @Argument(help: "The source's id.", completion: .sourceID)
    var id: String

    @OptionGroup var options: GlobalOptions

    func run() async throws { try await SourceView.ask(.source, id, options) }
}

struct SourcePauseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Stop fetching a source, until it is resumed.")

    @Argument(help: "The source's id.", completion: .sourceID)
    var id: String

    @OptionGroup var options: GlobalOptions

    func run() async throws { try await SourceView.ask(.pauseSource, id, options) }
}

struct SourceResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Fetch a source again that was paused.")

    @Argument(help: "The source's id.", completion: .sourceID)
    var id: String

    @OptionGroup var options: GlobalOptions

    func run() async throws { try await SourceView.ask(.resumeSource, id, options) }
}

struct SourceCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Fetch a source's page once, keep nothing, and show what it links to.")

    @Argument(help: "The source's id.", completion: .sourceID)
    var id: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let bytes = try await options.client.bytes(.checkSource, parameters: ["id": id])
        let check: SourceCheck = try Answered.value(bytes)
        if options.json {
            try Output.standard.write(bytes)
        } else {
            for line in SourceView.lines(check, on: .current) { try Output.standard.line(line) }
        }
        guard check.outcome.endedWell, check.silentSince == nil else { throw FoundDamage() }
    }
}
