internal import ArgumentParser
internal import ControlProtocol
internal import Foundation
internal import Model
internal import Reel

struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Run today's extraction over the kept pages, and tell what would change.",
        discussion: """
            The reels are read directly; without --state-directory the daemon says where they are. With --json each article that \
            changes is a line, and the counts are the last one. Nothing is written, but with --write: then the daemon appends each \
            article that changes as a new version, which names the one it supersedes, and an article where a page gave none so \
            far. Where an address has a newer page, that one counts. A replay that was interrupted is simply begun again. Only \
            root and the daemon's own user may write.

            EXAMPLES
              newsreel replay --since 7d
              newsreel replay --source harbour-post --diff
              sudo newsreel replay --source harbour-post --write
              newsreel replay --json | jq -r '.changes[]?.field' | sort | uniq -c
            """)

    @Option(
        help: ArgumentHelp("Pages kept at or after this time.", valueName: "time|span"),
        transform: { try TimeArgument.read($0) })
    var since: Timestamp?

    @Option(help: "Pages of one source.", completion: .sourceID)
    var source: String?

    @Flag(help: "Show what each field was and what it becomes.")
    var diff = false

    @Option(name: .shortAndLong, help: "Pages that are read at once (default: one a processor).")
    var jobs: Int?

    @Flag(help: "Append what changes as new versions; the daemon does it.")
    var write = false

    @OptionGroup var place: ReelPlace
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes 1 to 256.") }
        if write, place.stateDirectory != nil {
            throw ValidationError(
                "--write goes through the daemon: leave out --state-directory, and name its --socket.")
        }
    }

    func run() async throws {
        let targets = try await place.targets([], options)
        guard let pages = targets.first(where: { $0.0.name == .pages }),
            let articles = targets.first(where: { $0.0.name == .articles })
        else { throw CommandFailure("there are no pages and articles to read") }
        let replay = try Replay(pages: pages.0, articles: articles.0, limit: articles.1, source: source)
        let reader = ReelReader(pages.0)
        let start = try since.map { try reader.offset(from: $0) } ?? .zero
        let cursor = try reader.records(from: start, limit: pages.1)
        let end = try pages.1 ?? reader.end()
        let view = ReplayView(json: options.json, showsDiff: diff)
        let first = cursor.offset.rawValue
        var writing = ReplayWriting(client: options.client, isWanted: write)
        try await OrderedWork.run(
            jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            next: {
                while let item = try cursor.next() {
                    guard case .record(let record) = item else { continue }
                    view.show(done: record.offset.rawValue - first, total: end.rawValue - min(first, end.rawValue))
                    return record
                }
                return nil
            },
            work: { record in Swift.Result { try replay.result(of: record) } },
            emit: { result in
                for (result, line) in try await writing.take(try result.get()) { try view.take(result, line) }
            })
        for (result, line) in try await writing.finish() { try view.take(result, line) }
        try view.finish(hasWritten: write)
    }
}
