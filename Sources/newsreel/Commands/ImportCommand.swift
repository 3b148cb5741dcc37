internal import Archive
internal import ArgumentParser
internal import ControlProtocol
internal import Model

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Survey web archives: how many records of which types, and how much damage.",
        discussion: """
            With --dry-run each file is read from end to end, and nothing is kept. Exits 1 where a file is damaged.

            EXAMPLES
              newsreel import --dry-run crawl-00000.warc.gz
              newsreel import --dry-run --json *.warc.gz | jq .types.response
            """)

    @Argument(help: "Web archives, .warc or .warc.gz.")
    var files: [String]

    @Flag(help: "Count the records; keep nothing.")
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if !dryRun { throw ValidationError("Give --dry-run: this version surveys archives, and imports nothing.") }
    }

    func run() throws {
        var isDamaged = false
        for file in files {
            do {
                let survey = try self.survey(file)
                if survey.damaged > 0 { isDamaged = true }
                try print(survey, of: file)
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
