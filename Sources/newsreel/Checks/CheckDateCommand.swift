internal import ArgumentParser
internal import Model

struct CheckDateCommand: ParsableCommand {
    enum Kind: String, ExpressibleByArgument, CaseIterable, Decodable { case http, feed }

    static let configuration = CommandConfiguration(
        commandName: "date",
        abstract: "Read a date as it stands in a feed, or in an HTTP field.",
        discussion: """
            Prints {"epoch"}, the seconds since 1970-01-01T00:00:00Z, and exits 1 where it is no date. A case has date, and may have \
            kind (http or feed).

            EXAMPLES
              newsreel check date 'Tue, 3 Feb 2026 08:00 CST'
              newsreel check date --kind http 'Sun, 06 Nov 1994 08:49:37 GMT'
            """)

    @Argument(help: "A date.")
    var text: String?

    @Option(help: "http (RFC 9110) or feed.")
    var kind = Kind.feed

    @OptionGroup var options: CheckOptions

    func validate() throws { try options.validate(hasOne: text != nil, naming: "a date") }

    func run() throws {
        if let batch = options.batch {
            return try CheckBatch.run(batch, Case.self) { question, writer in
                try CheckDateCommand.answer(question.date, question.kind ?? .feed, to: &writer)
            }
        }
        guard let text else { return }
        try Output.standard.write(CheckBatch.object { try CheckDateCommand.answer(text, kind, to: &$0) })
    }

    struct Case: Decodable {
        let date: String
        let kind: Kind?
    }

    private static func answer(_ text: String, _ kind: Kind, to writer: inout JSONWriter) throws {
        let time = kind == .http ? HTTPDate.parse(text) : FeedDate.parse(text)
        guard let time else { throw CheckRefusal("\"\(text)\" is no date") }
        writer.member("epoch", time.secondsSinceEpoch)
        writer.member("time", time)
    }
}
