internal import ArgumentParser
internal import Model
internal import Schedule

struct CheckRobotsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "robots",
        abstract: "Say whether an agent may fetch URLs, by a robots.txt (RFC 9309).",
        discussion: """
            Prints {"url","allowed","rule"} for each URL; rule is the line that decides. A case has base64, agent and url.

            EXAMPLES
              newsreel check robots robots.txt --agent newsreel https://news.example.org/archive/
            """)

    @Argument(help: "A robots.txt; - is standard input.", completion: .file())
    var file: String?

    @Argument(help: "URLs to ask about.")
    var urls: [String] = []

    @Option(help: "The agent that asks.")
    var agent = "newsreel"

    @OptionGroup var options: CheckOptions

    func validate() throws {
        try options.validate(hasOne: file != nil, naming: "a file")
        if file != nil, urls.isEmpty { throw ValidationError("Name a URL.") }
    }

    func run() throws {
        if let batch = options.batch {
            return try CheckBatch.run(batch, Case.self) { question, writer in
                let rules = RobotsRules.parse(question.base64.bytes)
                try CheckRobotsCommand.answer(question.url, rules, question.agent, to: &writer)
            }
        }
        guard let file else { return }
        let rules = RobotsRules.parse(try InputFile.read(file))
        for url in urls {
            try Output.standard.write(
                CheckBatch.object { try CheckRobotsCommand.answer(url, rules, agent, to: &$0) })
        }
    }

    struct Case: Decodable {
        let base64: Base64Bytes
        let agent: String
        let url: String
    }

    private static func answer(_ url: String, _ rules: RobotsRules, _ agent: String, to writer: inout JSONWriter) throws
    {
        let verdict = rules.verdict(agent: agent, url: try WebURL(url))
        writer.member("url", url)
        writer.member("allowed", verdict.allowed)
        writer.member("rule", verdict.rule)
    }
}
