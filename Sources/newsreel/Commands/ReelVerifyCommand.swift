internal import ArgumentParser
internal import Model
internal import Reel

struct ReelVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read every record of the reels and prove it whole; compare the segments with their chained digests.",
        discussion: """
            Exits 1 where a record is damaged, and names reel, segment and position; or where a sealed segment is not what it was, and \
            says from which offset on the chain does not hold. The chain's last value is printed: noted elsewhere and given as --chain, \
            it proves later that nothing before it was written anew. The files are read directly; without --state-directory the daemon \
            says where they are, and how far they are written.

            EXAMPLES
              newsreel reel verify
              newsreel reel verify articles --state-directory /var/lib/newsreel
            """)

    @Argument(help: "Reels (default: all).", completion: .reelName)
    var reels: [String] = []

    @Option(
        help: ArgumentHelp("A value of the chain that was noted before; for one reel.", valueName: "digits"))
    var chain: String?

    @OptionGroup var place: ReelPlace
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard let chain else { return }
        guard chain.utf8.count == 64, Hexadecimal.decode(Array(chain.utf8)) != nil else {
            throw ValidationError("--chain takes the 64 hexadecimal digits that verify printed")
        }
        guard reels.count == 1 else { throw ValidationError("--chain belongs to one reel: name it") }
    }

    func run() async throws {
        let reels = try await place.targets(reels, options)
        let progress = VerifyingLine()
        var results: [VerifiedReel] = []
        for (location, limit) in reels {
            progress.begin(location.name.rawValue)
            let report = try ReelVerifier(location).verify(limit: limit) { state in
                progress.show(records: state)
                return true
            }
            progress.begin("\(location.name), chain")
            let chain = try ChainVerifier(location).verify(head: chain?.lowercased(), limit: limit) { bytes in
                progress.show(digested: bytes, of: report.compressedBytes)
                return true
            }
            progress.clear()
            results.append(try VerifiedReel(location: location, report: report, chain: chain))
        }
        if options.json {
            try Output.standard.write(VerifiedReel.json(results))
        } else {
            for line in results.flatMap({ $0.lines(on: .current) }) { try Output.standard.line(line) }
        }
        guard results.allSatisfy(\.isClean) else { throw FoundDamage() }
    }
}
