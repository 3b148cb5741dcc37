internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol
internal import Model

struct ReelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reel",
        abstract: "List, verify, measure, export, rotate and repair the reels.",
        discussion: """
            With --state-directory DIR, list, verify, usage and export read the reels themselves and need no daemon.

            EXAMPLES
              newsreel reel list
              newsreel reel verify --state-directory /var/lib/newsreel
              newsreel reel usage
              sudo newsreel reel rotate pages
            """,
        subcommands: [
            ReelListCommand.self, ReelVerifyCommand.self, ReelUsageCommand.self, ReelRotateCommand.self,
            ReelExportCommand.self, ReelRepairCommand.self,
        ])
}

struct ReelListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the reels and their segments.", aliases: ["ls"])

    @OptionGroup var place: ReelPlace
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let list = try await place.list(options)
        if options.json { return try Output.standard.write(list.line) }
        for line in ReelView.segments(list).lines(on: .current) { try Output.standard.line(line) }
    }
}

struct ReelUsageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "usage", abstract: "Show how much room each reel takes.")

    @OptionGroup var place: ReelPlace
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let list = try await place.list(options)
        if options.json { return try Output.standard.write(ReelView.usageJSON(list)) }
        for line in ReelView.usage(list).lines(on: .current) { try Output.standard.line(line) }
    }
}

struct ReelRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Close a reel's active segment and begin a new one.")

    @Argument(help: "articles, fetches or pages.", completion: .reelName)
    var reel: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let bytes = try await options.client.bytes(.rotate, parameters: ["name": reel])
        if options.json { return try Output.standard.write(bytes) }
        let list: ReelList = try Answered.value(bytes)
        for line in ReelView.segments(list).lines(on: .current) { try Output.standard.line(line) }
    }
}
