internal import ArgumentParser

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Answer one question by itself, without a daemon.",
        discussion: """
            Each verb takes one thing, or with --batch a file of cases: one object of JSON a line, answered by one line each, in \
            order; {"error":…} is a refusal.

            EXAMPLES
              newsreel check robots robots.txt --agent newsreel https://news.example.org/archive/
              newsreel check feed feed.xml | jq '.items | length'
              newsreel check url 'HTTP://Example.ORG:80/a/../b?utm_source=x'
              newsreel check date 'Tue, 31 Feb 2026 08:00 CST'
              newsreel check html page.html
            """,
        subcommands: [
            CheckHTMLCommand.self, CheckRobotsCommand.self, CheckFeedCommand.self, CheckSitemapCommand.self,
            CheckURLCommand.self, CheckCharsetCommand.self, CheckDateCommand.self, CheckConditionalCommand.self,
        ])
}

/// What every verb of `check` takes.
struct CheckOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Cases, one object of JSON a line; - is standard input.", valueName: "file.jsonl"))
    var batch: String?

    @OptionGroup var global: GlobalOptions

    /// Refuses a command line that has neither or both of one thing and a batch.
    func validate(hasOne: Bool, naming what: String) throws {
        if batch == nil, !hasOne { throw ValidationError("Name \(what), or give --batch.") }
        if batch != nil, hasOne { throw ValidationError("Give \(what) or --batch, not both.") }
    }
}
