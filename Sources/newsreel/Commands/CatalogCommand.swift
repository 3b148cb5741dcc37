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
            Everything the catalog knows is in the reels, so that nothing can be lost. Only root and the daemon's own user may \
            do this.

            EXAMPLES
              sudo newsreel catalog rebuild
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let progress = ProgressLine()
        let json = options.json
        let isDone = try await options.client.request(.rebuildCatalog) { answer in
            for try await line in answer.lines {
                let step = try StreamLine.value(line, as: RebuildProgress.self)
                if json {
                    try Output.standard.write(line + [UInt8(ascii: "\n")])
                    try Output.standard.flush()
                }
                progress.show(CatalogRebuildCommand.text(step))
                guard step.kind == .done else { continue }
                progress.clear()
                if !json { try Output.standard.line("rebuilt from \(Amount.plural(step.records, "record"))") }
                return true
            }
            return false
        }
        guard isDone else { throw CommandFailure("the daemon ended before the catalog was rebuilt") }
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
