internal import ArgumentParser
internal import ControlProtocol
internal import Model
internal import Reel

struct ReelRepairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Cut a torn end, and fill damaged stretches so that every gzip reader gets past them.",
        discussion: """
            Nothing is deleted: the damaged bytes are set aside first, in a directory beside the reel's own. The records that are \
            whole keep their places. A manifest that is missing is made anew; one whose chain does not hold stays as it is. The daemon \
            must be stopped. Exits 1 where damage is left.

            EXAMPLES
              newsreel reel repair --dry-run --state-directory /var/lib/newsreel
              sudo -u newsreel newsreel reel repair articles --state-directory /var/lib/newsreel
            """)

    @Argument(help: "Reels (default: all).", completion: .reelName)
    var reels: [String] = []

    @Option(help: ArgumentHelp("The directory that has the reels.", valueName: "dir"), completion: .directory)
    var stateDirectory: String

    @Flag(help: "Say what would be done, and change nothing.")
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        guard let hold = try StateHold(stateDirectory) else {
            throw CommandFailure("a newsreeld works on \(stateDirectory): stop it first")
        }
        let locations = try ReelDirectory(path: stateDirectory).locations()
        for name in reels where !locations.contains(where: { $0.name.rawValue == name }) {
            throw CommandFailure("there is no reel \(name) in \(stateDirectory)")
        }
        var isLeft = false
        for location in locations where reels.isEmpty || reels.contains(location.name.rawValue) {
            let steps = try ReelRepair(location).run(isTrial: dryRun)
            let manifest = try ReelRepair(location).runManifest(isTrial: dryRun)
            if case .left? = manifest { isLeft = true }
            if steps.contains(where: { $0.action == .left }) { isLeft = true }
            for step in steps { try print(step) }
            if let manifest { try print(manifest, of: location) }
            if steps.isEmpty, manifest == nil, !options.json {
                try Output.standard.line("\(location.name): nothing to repair")
            }
        }
        withExtendedLifetime(hold) {}
        if isLeft { throw FoundDamage() }
    }

    private func print(_ step: ReelRepair.ManifestStep, of location: ReelLocation) throws {
        let (verb, words) =
            switch step {
            case .made(let count):
                (
                    "made",
                    "\(location.manifestPath) was missing: it is made anew with \(Amount.plural(count, "sealed segment")), "
                        + "and proves nothing of what happened to them before"
                )
            case .entered(let count):
                ("entered", "\(Amount.plural(count, "sealed segment")) that \(location.manifestPath) did not have")
            case .left(let line):
                (
                    "left",
                    "\(location.manifestPath) does not hold from line \(line) on: a broken chain is never mended. "
                        + "To begin a new one, move the file away and repair again"
                )
            }
        guard options.json else {
            return try Output.standard.line("\(dryRun && verb != "left" ? "would be " : "")\(verb): \(words)")
        }
        try Output.standard.write(
            CheckBatch.object { writer in
                writer.member("action", "manifest_" + verb)
                writer.member("done", !dryRun && verb != "left")
                writer.member("reel", location.name.rawValue)
                writer.member("message", words)
            })
    }

    private func print(_ step: RepairStep) throws {
        guard options.json else {
            let moved = step.aside.map { "; its bytes are in \($0)" } ?? ""
            let verb = (dryRun ? "would be " : "") + step.action.rawValue
            return try Output.standard.line("\(verb): \(step.damage)\(moved)")
        }
        try Output.standard.write(
            CheckBatch.object { writer in
                writer.member("action", step.action.rawValue)
                writer.member("done", !dryRun && step.action != .left)
                writer.member("reel", step.damage.reel.rawValue)
                writer.member("segment", step.damage.segment)
                writer.member("position", step.damage.position)
                writer.member("offset", step.damage.offset.rawValue)
                writer.member("length", step.damage.length)
                writer.member("cause", step.damage.cause.rawValue)
                writer.member("aside", step.aside)
            })
    }
}
