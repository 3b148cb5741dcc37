internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List recent articles, the newest first.",
        discussion: """
            EXAMPLES
              newsreel list
              newsreel list --source harbour-post -n 50
              newsreel list --json | jq -r '.articles[].url'
            """)

    @Option(name: [.customShort("n", allowingJoined: true), .long], help: "How many articles, at most 1000.")
    var limit = 20

    @Option(help: "Articles of one source.", completion: .sourceID)
    var source: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let query = ArticleQuery(limit: limit, source: source)
        try await ArticleListing.print(query, options)
    }
}

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Search titles and texts of the articles, the best match first.",
        discussion: """
            All words must occur. Chinese is found by its characters.

            EXAMPLES
              newsreel search harbour ferry
              newsreel search 渡轮 --source harbour-post
              newsreel search --json 'fish market' | jq -r '.articles[].id'
            """)

    @Argument(help: "Words to search for.")
    var words: [String]

    @Option(name: [.customShort("n", allowingJoined: true), .long], help: "How many articles, at most 1000.")
    var limit = 20

    @Option(help: "Articles of one source.", completion: .sourceID)
    var source: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let query = ArticleQuery(limit: limit, source: source, query: words.joined(separator: " "))
        try await ArticleListing.print(query, options)
    }
}

/// Articles in brief, two lines each: when, whence and what; and how to find it.
enum ArticleListing {
    static func print(_ query: ArticleQuery, _ options: GlobalOptions) async throws {
        let bytes = try await options.client.bytes(.articles, query: query.items)
        if options.json { return try Output.standard.write(bytes) }
        let list: ArticleList = try Answered.value(bytes)
        if list.articles.isEmpty { Output.error.note(query.query == nil ? "no articles yet" : "nothing found") }
        for line in lines(list.articles, on: .current) { try Output.standard.line(line) }
    }

    static func lines(_ articles: [ArticleSummary], on terminal: Terminal) -> [String] {
        let width = articles.map { DisplayWidth.of($0.source) }.max() ?? 0
        return articles.flatMap { article in
            let time = LocalTime.full((article.published ?? article.fetched).timestamp)
            let source = DisplayWidth.pad(CleanText.line(article.source), to: width)
            let title = CleanText.line(article.title ?? "(no title)")
            let indent = String(repeating: " ", count: time.utf8.count + 2)
            let room = terminal.width.map { $0 - indent.utf8.count - width - 2 } ?? .max
            var lines = ["\(time)  \(source)  " + Style.strong.apply(DisplayWidth.cut(title, to: room), on: terminal)]
            if let snippet = article.snippet {
                lines.append(
                    indent
                        + DisplayWidth.cut(
                            CleanText.line(snippet), to: terminal.width.map { $0 - indent.utf8.count } ?? .max))
            }
            lines.append(handle(article, indent, terminal))
            if let addresses = article.addresses {
                let first = article.firstPublisher.map { ", first \($0)" } ?? ""
                let words = CleanText.line("at \(Amount.count(addresses)) addresses\(first)")
                lines.append(indent + Style.faint.apply(words, on: terminal))
            }
            return lines
        }
    }

    /// What `show` takes. A terminal seldom has the room for both, and an address is what a person knows.
    private static func handle(_ article: ArticleSummary, _ indent: String, _ terminal: Terminal) -> String {
        let both = CleanText.line("\(article.id)  \(article.url)")
        guard let width = terminal.width, DisplayWidth.of(indent + both) > width else {
            return indent + Style.faint.apply(both, on: terminal)
        }
        let url = CleanText.line(article.url)
        let start = DisplayWidth.of(indent + url) > width ? "    " : indent
        return start + Style.faint.apply(url, on: terminal)
    }
}
