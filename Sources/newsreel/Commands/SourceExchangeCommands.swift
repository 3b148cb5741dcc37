internal import ArgumentParser
internal import Config
internal import ControlClient
internal import ControlProtocol
internal import Discover
internal import Foundation
internal import Model

struct SourceImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Turn a subscription list (OPML) into sources for the configuration.",
        discussion: """
            Prints a file for sources.d, or writes it where --output says. Feeds become sources of kind feed; settings that newsreel \
            wrote itself (source export) come back. Needs no daemon.

            EXAMPLES
              newsreel source import feeds.opml
              sudo newsreel source import feeds.opml --output /etc/newsreel/sources.d/feeds.yaml
              newsreeld validate && sudo newsreel reload
            """)

    @Argument(help: "The OPML file; - for standard input.")
    var file: String

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file, which must not exist.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Ids that are taken, such as those of sources that are there.", valueName: "id"))
    var taken: [String] = []

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let outlines = try OPMLReader.read(try InputFile.read(file))
        let sources = try SourceExchange.sources(outlines, file: file, taken: Set(taken))
        guard !sources.isEmpty else { throw CommandFailure("\(file): no outline names a feed") }
        try SourceFile.write(SourceText.file(sources), to: output)
        guard let output else { return }
        try Output.standard.line("wrote \(Amount.plural(sources.count, "source")) to \(output)")
        if Terminal.current.isInteractive { try Output.standard.line("next: newsreeld validate && newsreel reload") }
    }
}

struct SourceExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the sources as a subscription list (OPML).",
        discussion: """
            Feed readers take the feeds of it; source import takes everything back, with the settings, which stand in a namespace of \
            their own. What may hold secrets (headers, proxy) is left out.

            EXAMPLES
              newsreel source export > feeds.opml
              newsreel source export --config etc/newsreel/newsreel.yaml --output feeds.opml
            """)

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file, which must not exist.", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Read this configuration in place of the one that the daemon has in force.", valueName: "file"))
    var config: String?

    @Flag(help: "Write header fields and proxies too.")
    var withSecrets = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let sources = try await configuration().sources
        let text = SourceExchange.opml(sources, withSecrets: withSecrets, now: .now)
        try SourceFile.write(text, to: output)
        if let output { try Output.standard.line("wrote \(Amount.plural(sources.count, "source")) to \(output)") }
    }

    private func configuration() async throws -> Configuration {
        if let config { return try Configuration.load(path: config) }
        let bytes = try await options.client.bytes(.configuration, accept: "application/yaml")
        return try Configuration.parse(text: String(decoding: bytes, as: UTF8.self), file: "the daemon's configuration")
    }
}

/// Where sources are written to.
enum SourceFile {
    /// Writes to a new file, or to standard output.
    static func write(_ text: String, to path: String?) throws {
        guard let path else { return try Output.standard.write(text.utf8) }
        guard !FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure("\(path) is there already; name another file, or remove it")
        }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch {
            throw CommandFailure("\(path) cannot be written: \(error.localizedDescription)")
        }
    }
}
