internal import ArgumentParser
internal import Foundation

struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Extract articles from pages, without a daemon.",
        discussion: """
            Each FILE is a page as it was fetched; - is standard input, and a path that ends in .gz is unpacked. A line of the \
            file given with --batch is {"id","path","url","content_type"}. With --json there is one line for each page, in the \
            order of the input, with the field "input"; a page that is no article gives {"input","outcome","reason"}, and a \
            file that cannot be read {"input","error"} and exit status 1 at the end.

            EXAMPLES
              newsreel extract page.html
              curl -s https://news.example.org/ferry.html | newsreel extract - --url https://news.example.org/ferry.html
              newsreel extract --json *.html | jq -r .title
              newsreel extract --batch pages.jsonl --jobs 4 --json > articles.jsonl
              newsreel extract page.html --explain
            """)

    @Argument(help: ArgumentHelp("Pages; - is standard input.", valueName: "file"), completion: .file())
    var files: [String] = []

    @Option(help: "The page's address, for relative links and the site's conventions.")
    var url: String?

    @Option(help: ArgumentHelp("The page's Content-Type.", valueName: "type"))
    var contentType: String?

    @Option(
        help: ArgumentHelp("Pages by lines of JSON; - is standard input.", valueName: "file.jsonl"), completion: .file()
    )
    var batch: String?

    @Option(help: "Pages at once (default: one for each processor).")
    var jobs: Int?

    @Flag(help: "Which rule gave each field, and what the others offered.")
    var explain = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if batch == nil, files.isEmpty { throw ValidationError("Name a file, - for standard input, or --batch.") }
        if batch != nil, !files.isEmpty { throw ValidationError("Give files or --batch, not both.") }
        if batch != nil, url != nil || contentType != nil {
            throw ValidationError("With --batch, url and content_type stand in its lines.")
        }
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes 1 to 256.") }
    }

    func run() async throws {
        let printer = ExtractionPrinter(
            json: options.json, explain: explain, isAlone: batch == nil && files.count == 1, terminal: .current)
        let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
        var failures = 0
        try await extract(jobs: jobs) { result in
            if result.isFailure { failures += 1 }
            try printer.print(result)
        }
        if failures > 0 { throw FoundDamage() }
    }

    private func extract(jobs: Int, _ emit: (PageExtraction) throws -> Void) async throws {
        if let batch {
            var lines = try LineReader(batch)
            try await OrderedWork.run(
                jobs: jobs, next: { try lines.next() }, work: { PageExtraction(batchLine: $0) }, emit: emit)
        } else {
            var rest = files[...]
            let (url, contentType) = (url, contentType)
            try await OrderedWork.run(
                jobs: jobs, next: { rest.popFirst() },
                work: { PageExtraction(PageRequest(input: $0, path: $0, url: url, contentType: contentType)) },
                emit: emit)
        }
    }
}
