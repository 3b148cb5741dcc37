internal import ArgumentParser
internal import Reel

struct ReelVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read every record of the reels and prove it whole.",
        discussion: """
            Exits 1 where a record is damaged, and names reel, segment and position. The files are read directly; without \
            --state-directory the daemon says where they are, and how far they are written.

            EXAMPLES
              newsreel reel verify
              newsreel reel verify articles --state-directory /var/lib/newsreel
            """)

    @Argument(help: "Reels (default: all).")
    var reels: [String] = []

    @OptionGroup var place: ReelPlace
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let reels = try await place.targets(reels, options)
        let progress = ProgressLine()
        var results: [VerifiedReel] = []
        for (location, limit) in reels {
            let report = try ReelVerifier(location).verify(limit: limit) { state in
                progress.show("\(location.name)  \(100 * state.doneBytes / max(1, state.totalBytes)) %")
                return true
            }
            progress.clear()
            results.append(try VerifiedReel(location: location, report: report))
        }
        if options.json {
            try Output.standard.write(VerifiedReel.json(results))
        } else {
            for line in results.flatMap({ $0.lines(on: .current) }) { try Output.standard.line(line) }
        }
        guard results.allSatisfy(\.isClean) else { throw FoundDamage() }
    }
}
