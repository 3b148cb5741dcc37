internal import Archive
internal import ArgumentParser
internal import ControlProtocol
internal import Model
internal import Reel

struct ReelExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a reel's records to standard output: pages as WARC, articles and fetches as JSON lines.",
        discussion: """
            The files are read directly; without --state-directory the daemon says where they are. Damage is passed over, named on \
            standard error, and makes the exit status 1.

            EXAMPLES
              newsreel reel export articles --since 7d > week.jsonl
              newsreel reel export pages --source harbour-post > harbour-post.warc
            """)

    @Argument(help: "articles, fetches or pages.")
    var reel: String

    @Option(
        help: ArgumentHelp("Records made at or after this time.", valueName: "time|span"),
        transform: { try TimeArgument.read($0) })
    var since: Timestamp?

    @Option(
        help: ArgumentHelp("Records made before this time.", valueName: "time|span"),
        transform: { try TimeArgument.read($0) })
    var until: Timestamp?

    @Option(help: "Records of one source.")
    var source: String?

    @OptionGroup var place: ReelPlace
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let targets = try await place.targets([reel], options)
        var damages = 0
        for (location, limit) in targets {
            let reader = ReelReader(location)
            let start = try since.map { try reader.offset(from: $0) } ?? .zero
            let cursor = try reader.records(from: start, limit: limit)
            while let item = try cursor.next() {
                switch item {
                case .record(let record): if isWanted(record) { try Output.standard.write(record.bytes) }
                case .damage(let damage):
                    damages += 1
                    Output.error.note("newsreel: \(damage)")
                }
            }
        }
        if damages > 0 { throw FoundDamage() }
    }

    private func isWanted(_ record: ReelRecord) -> Bool {
        if let since, record.time.secondsSinceEpoch < since.secondsSinceEpoch { return false }
        if let until, record.time >= until { return false }
        guard let source else { return true }
        return self.source(of: record.bytes) == source
    }

    private func source(of bytes: [UInt8]) -> String? {
        guard reel == "pages" else {
            let members = JSONMembers(bytes)
            return (members["source_id"] ?? members["source"]).flatMap { JSONMembers.text($0) }
        }
        do { return try WARCRecord(parsing: bytes).fields["Newsreel-Source"] } catch { return nil }
    }
}
