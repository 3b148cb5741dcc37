internal import Archive
internal import ArgumentParser
internal import ControlProtocol
internal import Model
internal import Reel

struct ReelExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a reel's records out: pages as WARC or WACZ, articles and fetches as JSON lines.",
        discussion: """
            Without --output records go to standard output. With it the file gets its name when it is whole; a name that ends in .gz has \
            each record compressed by itself, one that ends in .wacz makes one file of pages, index and list of articles that \
            replay tools open as it is. The reels' files are read directly; without --state-directory the daemon says where they \
            are. Damage is passed over, named on standard error, and makes the exit status 1.

            EXAMPLES
              newsreel reel export articles --since 7d > week.jsonl
              newsreel reel export pages --source harbour-post > harbour-post.warc
              newsreel reel export pages --since 7d --output week.warc.gz
              newsreel reel export pages --since 7d --output week.wacz
            """)

    @Argument(help: "articles, fetches or pages.", completion: .reelName)
    var reel: String

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

    @Option(help: "warc, jsonl or wacz (default: by the name of the output, or as the reel has it).")
    var format: ExportFormat?

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"), completion: .file())
    var output: String?

    @OptionGroup var place: ReelPlace
    @OptionGroup var options: GlobalOptions

    private var resolvedFormat: ExportFormat {
        format ?? (output?.hasSuffix(".wacz") == true ? .wacz : reel == "pages" ? .warc : .jsonl)
    }

    func validate() throws {
        switch (resolvedFormat, reel) {
        case (.wacz, _) where output == nil: throw ValidationError("a WACZ is a file: name it with --output FILE.wacz")
        case (.warc, "pages"), (.wacz, "pages"), (.jsonl, "articles"), (.jsonl, "fetches"): return
        case (_, "pages"): throw ValidationError("pages are exported as warc or wacz")
        case (_, "articles"), (_, "fetches"): throw ValidationError("\(reel) are exported as jsonl")
        // Which reels there are is the store's word.
        default: return
        }
    }

    func run() async throws {
        let targets = try await place.targets([], options)
        guard let target = targets.first(where: { $0.0.name.rawValue == reel }) else {
            let known = targets.map(\.0.name.rawValue).joined(separator: ", ")
            throw CommandFailure("there is no reel \(reel); there are \(known)")
        }
        let filter = ExportFilter(since: since, until: until, source: source)
        var export = ReelExport(location: target.0, limit: target.1, filter: filter)
        switch (resolvedFormat, output) {
        case (.wacz, let path?):
            let articles = targets.first { $0.0.name.rawValue == "articles" }
            try export.writePackage(
                path, articles: articles.map { ReelExport(location: $0.0, limit: $0.1, filter: filter) })
        case (_, let path?): try export.writeFile(path)
        case (_, nil): try export.write(to: .standard)
        }
        if let output { try report(export, output) }
        if export.damages > 0 { throw FoundDamage() }
    }

    private func report(_ export: ReelExport, _ path: String) throws {
        if options.json {
            return try Output.standard.write(
                CheckBatch.object { writer in
                    writer.member("file", path)
                    writer.member("records", export.records)
                    writer.member("damaged", export.damages)
                })
        }
        try Output.standard.line("\(CleanText.line(path)): \(Amount.plural(export.records, "record"))")
    }
}

/// What an export is written as.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case warc, jsonl, wacz
}
