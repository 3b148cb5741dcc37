internal import Archive
internal import ArgumentParser
internal import ControlProtocol
internal import Model

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in pages from web archives.",
        discussion: """
            The pages of response, resource, revisit and conversion records go through the daemon into the reels, by the same way as \
            fetched ones. A record that was taken in before is passed over, so that an import that was interrupted is simply \
            begun again. Only root and the daemon's own user may do this. With --dry-run each file is read from end to end, \
            and nothing is kept. Exits 1 where a file is damaged.

            EXAMPLES
              sudo newsreel import crawl-00000.warc.gz
              sudo newsreel import --source harbour-post harbour-*.warc.gz
              newsreel import --dry-run crawl-00000.warc.gz
              newsreel import --dry-run --json *.warc.gz | jq .types.response
            """)

    @Argument(help: "Web archives, .warc or .warc.gz.", completion: .archive)
    var files: [String]

    @Flag(help: "Count the records; keep nothing.")
    var dryRun = false

    @Option(
        help: "The source that the pages belong to (default: the one on whose host a page lies).", completion: .sourceID
    )
    var source: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        var isDamaged = false
        for file in files {
            do {
                if dryRun {
                    let survey = try self.survey(file)
                    if survey.damaged > 0 { isDamaged = true }
                    try print(survey, of: file)
                } else {
                    var archive = ArchiveImport(file: file, source: source, client: options.client)
                    try await archive.run()
                    if archive.damaged > 0 { isDamaged = true }
                    try archive.print(asJSON: options.json)
                }
            } catch let error as ArchiveError {
                isDamaged = true
                if options.json {
                    try Output.standard.write(
                        CheckBatch.object { writer in
                            writer.member("file", file)
                            writer.member("error", "\(error)")
                        })
                } else {
                    Output.error.note("newsreel: \(error)")
                }
            }
        }
        if isDamaged { throw FoundDamage() }
    }

    private func survey(_ file: String) throws -> ArchiveSurvey {
        let progress = ProgressLine()
        defer { progress.clear() }
        return try ArchiveSurvey(path: file) { done, total in
            progress.show("\(file)  \(total > 0 ? 100 * done / total : 0) %")
        }
    }

    private func print(_ survey: ArchiveSurvey, of file: String) throws {
        let types = survey.types.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        if options.json {
            return try Output.standard.write(
                CheckBatch.object { writer in
                    writer.member("file", file)
                    writer.member("records", survey.records)
                    writer.object("types", Optional(types)) { types, writer in
                        for (type, count) in types { writer.member(type, count) }
                    }
                    writer.member("damaged", survey.damaged)
                })
        }
        let parts = types.map { "\(Amount.count($0.value)) \(CleanText.line($0.key))" }
        let damage = survey.damaged == 0 ? "no damage" : Amount.plural(survey.damaged, "damaged place")
        let facts = [Amount.plural(survey.records, "record"), damage] + parts
        try Output.standard.line("\(CleanText.line(file)): \(facts.joined(separator: ", "))")
    }
}
