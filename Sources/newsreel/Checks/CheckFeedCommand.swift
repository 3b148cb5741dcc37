internal import ArgumentParser
internal import Discover
internal import Model

struct CheckFeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "Print what is in a feed: RSS, Atom or JSON Feed.",
        discussion: """
            Prints {"title","link","items":[…]}. A case has base64, and may have content_type and url.

            EXAMPLES
              newsreel check feed feed.xml --url https://news.example.org/feed.xml
            """)

    @Argument(help: "A feed; - is standard input.", completion: .file())
    var file: String?

    @OptionGroup var source: CheckedSource
    @OptionGroup var options: CheckOptions

    func validate() throws { try options.validate(hasOne: file != nil, naming: "a file") }

    func run() throws {
        try source.run(file, options) { bytes, contentType, url in
            let feed = try FeedReader.read(bytes, contentType: contentType, url: url)
            var writer = JSONWriter(reservingCapacity: 4096)
            feed.write(to: &writer)
            writer.endLine()
            return writer.bytes
        }
    }
}

struct CheckSitemapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitemap",
        abstract: "Print what is in a sitemap or a sitemap index.",
        discussion: """
            Prints {"kind":"urlset|index","urls":[…]}. A case has base64 and url, and may have content_type.

            EXAMPLES
              newsreel check sitemap news-sitemap.xml.gz
            """)

    @Argument(help: "A sitemap; - is standard input.", completion: .file())
    var file: String?

    @OptionGroup var source: CheckedSource
    @OptionGroup var options: CheckOptions

    func validate() throws { try options.validate(hasOne: file != nil, naming: "a file") }

    func run() throws {
        try source.run(file, options) { bytes, contentType, url in
            let sitemap = try SitemapReader.read(bytes, contentType: contentType, url: url)
            var writer = JSONWriter(reservingCapacity: 4096)
            sitemap.write(to: &writer)
            writer.endLine()
            return writer.bytes
        }
    }
}

/// What is known of a file beside its bytes.
struct CheckedSource: ParsableArguments {
    @Option(help: "The file's address, for relative links.")
    var url: String?

    @Option(help: ArgumentHelp("The file's Content-Type.", valueName: "type"))
    var contentType: String?

    /// Reads the one file or the batch, and prints what a reader makes of it.
    func run(
        _ file: String?, _ options: CheckOptions, read: ([UInt8], String?, WebURL?) throws -> [UInt8]
    ) throws {
        if let file {
            let base = try url.map { try WebURL($0) }
            return try Output.standard.write(read(try InputFile.read(file), contentType, base))
        }
        guard let batch = options.batch else { return }
        var lines = try LineReader(batch)
        while let line = try lines.next() {
            try Output.standard.write(CheckedSource.answer(line, read))
            try Output.standard.flush()
        }
    }

    private struct Case: Decodable {
        let base64: Base64Bytes
        let url: String?
        let contentType: String?

        private enum CodingKeys: String, CodingKey {
            case base64, url
            case contentType = "content_type"
        }
    }

    private static func answer(_ line: [UInt8], _ read: ([UInt8], String?, WebURL?) throws -> [UInt8]) -> [UInt8] {
        var whole: [UInt8] = []
        let refusal = CheckBatch.line(line) { (question: Case, _: inout JSONWriter) in
            let base = try question.url.map { try WebURL($0) }
            whole = try read(question.base64.bytes, question.contentType, base)
        }
        return whole.isEmpty ? refusal : whole
    }
}
