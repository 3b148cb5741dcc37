internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol

struct CatalogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog", abstract: "Look after the catalog, the index of the reels.",
        subcommands: [CatalogRebuildCommand.self])
}

struct CatalogRebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Make the catalog anew from the reels.",
        discussion: """
            Everything the catalog knows of pages and articles is in the reels, so that nothing can be lost. The daemon does it while it \
            goes on; only root and its own user may ask for it. With --state-directory newsreeld does it where no daemon runs.

            EXAMPLES
              sudo newsreel catalog rebuild
              sudo -u newsreel newsreel catalog rebuild --state-directory /var/lib/newsreel
            """)

    @Option(
        help: ArgumentHelp("Rebuild the catalog of this directory, without a daemon.", valueName: "dir"),
        completion: .directory)
    var stateDirectory: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let view = RebuildView(json: options.json)
        if let stateDirectory {
            let rebuild = try LocalRebuild(stateDirectory: stateDirectory)
            return try await rebuild.run { try view.show($0) }
        }
        let isDone = try await options.client.request(.rebuildCatalog) { answer in
            for try await line in answer.lines where try view.show(line) { return true }
            return false
        }
        guard isDone else { throw CommandFailure("the daemon ended before the catalog was rebuilt") }
    }
}

/// Shows how far a rebuild is.
private struct RebuildView: Sendable {
    let json: Bool
    private let progress = ProgressLine()

    init(json: Bool) { self.json = json }

    /// Shows a line of the stream; whether it was the last.
    @discardableResult func show(_ line: [UInt8]) throws -> Bool {
        let step = try StreamLine.value(line, as: RebuildProgress.self)
        if json {
            try Output.standard.write(line + [UInt8(ascii: "\n")])
            try Output.standard.flush()
        }
        progress.show(RebuildView.text(step))
        guard step.kind == .done else { return false }
        progress.clear()
        if !json { try Output.standard.line("rebuilt from \(Amount.plural(step.records, "record"))") }
        return true
    }

    private static func text(_ step: RebuildProgress) -> String {
        let percent = step.totalBytes > 0 ? Int(100 * Double(step.bytes) / Double(step.totalBytes)) : 0
        return "\(percent) %  \(Amount.plural(step.records, "record"))  \(step.reel ?? "")"
    }
}

/// Lines of streams as values.
enum StreamLine {
    /// The value, or the error that the line reports.
    static func value<Value: WireValue>(_ line: [UInt8], as type: Value.Type = Value.self) throws -> Value {
        let wrong: WireError
        do {
            return try Value(json: line)
        } catch {
            wrong = error
        }
        let report: ErrorReport
        do {
            report = try ErrorReport(json: line)
        } catch {
            throw ControlError.protocolError("\(wrong)")
        }
        throw ControlError.failed(report)
    }
}
