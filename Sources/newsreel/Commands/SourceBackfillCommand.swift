internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol
internal import Model

struct SourceBackfillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backfill",
        abstract: "Fetch what a source published before it was known here.",
        discussion: """
            Reads the sitemaps that the site's robots.txt names, and the source's own page with the pages that follow it, and fetches \
            the articles since a time that are not known yet. It goes after everything else, and keeps the delays of the host; a \
            restart of the daemon does not end it. With --wait the command follows it to its end, and exits 0 only if every page \
            ended well.

            EXAMPLES
              newsreel source backfill harbour-post --since 2026-01-01
              newsreel source backfill harbour-post --since 90d --wait
            """)

    @Argument(help: "The source's id.")
    var id: String

    @Option(
        help: ArgumentHelp("From when on: 2026-01-31, RFC 3339, or how long ago, such as 90d.", valueName: "time"),
        transform: TimeArgument.read)
    var since: Timestamp

    @Flag(help: "Follow it to its end, with progress.")
    var wait = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let order = BackfillOrder(since: since, wait: wait)
        guard wait else { return try await queue(order) }
        let follower = FetchFollower(json: options.json, terminal: .current)
        try await options.client.request(.backfillSource, parameters: ["id": id], body: order) { answer in
            for try await line in answer.lines { try follower.take(line) }
        }
        try follower.finish()
    }

    private func queue(_ order: BackfillOrder) async throws {
        let bytes = try await options.client.bytes(.backfillSource, parameters: ["id": id], body: order)
        if options.json { return try Output.standard.write(bytes) }
        let receipt: FetchReceipt = try Answered.value(bytes)
        try Output.standard.line("queued \(Amount.plural(receipt.queued, "listing")) to look through")
        if Terminal.current.isInteractive {
            try Output.standard.line("follow it with: newsreel queue, or newsreel tail -f fetches --source \(id)")
        }
    }
}
