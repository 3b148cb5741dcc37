internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol

struct LogLevelCommand: AsyncParsableCommand {
    /// swift-log's names, from all to little.
    enum Level: String, ExpressibleByArgument, CaseIterable {
        case trace, debug, info, notice, warning, error, critical
    }

    static let configuration = CommandConfiguration(
        commandName: "loglevel",
        abstract: "Show or change from which level on the daemon logs.",
        discussion: """
            A change holds for the time of --for, else until the next reload or start; then the configuration's log.level is \
            back. Only root and the daemon's own user may change it.

            EXAMPLES
              newsreel loglevel
              sudo newsreel loglevel debug --for 10m
            """)

    @Argument(help: "trace, debug, info, notice, warning, error or critical.")
    var level: Level?

    @Option(
        name: .customLong("for"), help: ArgumentHelp("How long, such as 10m or 2h.", valueName: "span"),
        transform: {
            guard let seconds = TimeArgument.span($0), seconds > 0, seconds <= LogLevelOrder.maximumSeconds else {
                throw ValidationError("write a span up to a week, such as 10m or 2h")
            }
            return Int(seconds)
        })
    var time: Int?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if time != nil, level == nil { throw ValidationError("Name the level that --for is about, such as debug.") }
    }

    func run() async throws {
        let client = options.client
        let bytes =
            if let level {
                try await client.bytes(.setLogLevel, body: LogLevelOrder(level: level.rawValue, seconds: time))
            } else {
                try await client.bytes(.logLevel)
            }
        if options.json { return try Output.standard.write(bytes) }
        let report: LogLevelReport = try Answered.value(bytes)
        try Output.standard.line(words(report))
    }

    private func words(_ report: LogLevelReport) -> String {
        guard report.level != report.configured else { return report.level }
        let end = report.secondsLeft.map { "for \(LogLevelCommand.words(seconds: $0)) more" } ?? "until the next reload"
        return "\(report.level) \(end), then \(report.configured)"
    }

    /// Full minutes, the begun one counted: of ten minutes that were asked for a moment ago ten are left.
    private static func words(seconds: Int64) -> String {
        Amount.span(seconds: Int(seconds < 60 ? seconds : (seconds + 59) / 60 * 60))
    }
}
