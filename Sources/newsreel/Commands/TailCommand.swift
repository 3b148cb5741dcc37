internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol
internal import Model

struct TailCommand: AsyncParsableCommand {
    enum Reel: String, ExpressibleByArgument, CaseIterable { case articles, fetches, pages }

    static let configuration = CommandConfiguration(
        commandName: "tail",
        abstract: "Print a reel: articles, fetches or pages.",
        discussion: """
            Without -n the last ten records are printed, or with --since or --after-cursor all that follow. With -f the command \
            stays and prints what is appended; when the daemon restarts it goes on where it was. \
            A time is RFC 3339, a local date with or without a time of day, today, yesterday, or a span: 90s, 30m, 2h, 7d.

            EXAMPLES
              newsreel tail -f
              newsreel tail fetches --since 1h
              newsreel tail articles -n all -o json | jq -r .title
              newsreel tail -n 0 --show-cursor
              newsreel tail --after-cursor CURSOR -o cat
            """)

    @Argument(help: "articles, fetches or pages.")
    var reel = Reel.articles

    @Flag(name: .shortAndLong, help: "Go on with what is appended.")
    var follow = false

    @Option(
        name: [.customShort("n", allowingJoined: true), .customLong("lines")],
        help: ArgumentHelp("How many records, or all.", valueName: "n|all"))
    var amount: RecordAmount?

    @Option(
        help: ArgumentHelp("Records made at or after this time.", valueName: "time|span"),
        transform: { try TimeArgument.read($0) })
    var since: Timestamp?

    @Option(
        help: ArgumentHelp("Records made before this time.", valueName: "time|span"),
        transform: { try TimeArgument.read($0) })
    var until: Timestamp?

    @Option(help: "Records of one source.", completion: .sourceID)
    var source: String?

    @Option(help: ArgumentHelp("What comes after a cursor that --show-cursor printed.", valueName: "cursor"))
    var afterCursor: String?

    @Flag(help: "Print the last record's cursor at the end.")
    var showCursor = false

    @Option(
        name: [.customShort("o", allowingJoined: true), .long],
        help: "short (a line each), json (as the reel has it), or cat (the text alone).")
    var output = RecordFormat.short

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let implied = since != nil || afterCursor != nil ? RecordQuery.Amount.all : .last(10)
        let query = RecordQuery(
            amount: amount?.amount ?? implied, follow: follow, since: since, until: until, source: source,
            afterCursor: afterCursor)
        let printer = RecordPrinter(
            reel: reel.rawValue, format: options.json ? .json : output, terminal: .current, flushesEach: follow)
        try await RecordFollower(client: options.client, reel: reel.rawValue, printer: printer).run(query)
        if showCursor, let cursor = printer.cursor { try Output.standard.line("-- cursor: \(cursor)") }
    }
}

/// A count of records, or all of them.
struct RecordAmount: ExpressibleByArgument {
    let amount: RecordQuery.Amount

    init?(argument: String) {
        if argument == "all" {
            amount = .all
        } else if let count = Int(argument), count >= 0 {
            amount = .last(count)
        } else {
            return nil
        }
    }
}

/// How records are printed.
enum RecordFormat: String, ExpressibleByArgument, CaseIterable { case short, json, cat }
