internal import ArgumentParser
internal import Model

struct CheckURLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "url",
        abstract: "Parse a URL by the WHATWG standard, and print its canonical form and registrable domain.",
        discussion: """
            Prints {"href","canonical","registrable_domain"}, and exits 1 where it is no URL. A case has url, and may have base; or \
            it has host alone.

            EXAMPLES
              newsreel check url 'HTTP://Example.ORG:80/a/../b?utm_source=x'
              newsreel check url ../story.html --base https://news.example.org/2026/
            """)

    @Argument(help: "A URL.")
    var url: String?

    @Option(help: "What a relative URL is relative to.")
    var base: String?

    @OptionGroup var options: CheckOptions

    func validate() throws { try options.validate(hasOne: url != nil, naming: "a URL") }

    func run() throws {
        if let batch = options.batch {
            return try CheckBatch.run(batch, Case.self) { try CheckURLCommand.answer($0, to: &$1) }
        }
        let question = Case(url: url, base: base, host: nil)
        try Output.standard.write(CheckBatch.object { try CheckURLCommand.answer(question, to: &$0) })
    }

    struct Case: Decodable {
        let url: String?
        let base: String?
        let host: String?
    }

    private static func answer(_ question: Case, to writer: inout JSONWriter) throws {
        if let host = question.host {
            return writer.member("registrable_domain", RegistrableDomain.of(host))
        }
        guard let text = question.url else { throw CheckRefusal("the case has neither url nor host") }
        let url = try WebURL(text, base: try question.base.map { try WebURL($0) })
        writer.member("href", url.href)
        writer.member("canonical", CanonicalURL(url).href)
        writer.member("registrable_domain", url.registrableDomain)
    }
}
