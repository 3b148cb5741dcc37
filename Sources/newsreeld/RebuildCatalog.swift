internal import ArgumentParser
internal import Config
internal import Daemon
internal import Foundation
internal import Logging

/// `newsreeld rebuild-catalog`: the catalog anew from the reels, without a daemon.
struct RebuildCatalog: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the catalog anew from the reels, while no daemon runs.",
        discussion: """
            A daemon that runs does it itself: newsreel catalog rebuild. Where the old catalog can be read, what the reels do not \
            tell is taken over from it: what is due when, learnt intervals, which sources are paused. Run it as the daemon's user.

            EXAMPLES
              sudo -u newsreel newsreeld rebuild-catalog
              newsreeld rebuild-catalog --state-directory ./var/lib
            """)

    @OptionGroup var file: ConfigurationFile

    @Option(
        help: ArgumentHelp("The reels and the catalog of this directory; no configuration is read.", valueName: "dir"))
    var stateDirectory: String?

    @Flag(help: "Print how far it is, a JSON object a line.")
    var json = false

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        var configuration: Configuration
        if let stateDirectory {
            configuration = Configuration()
            configuration.stateDirectory = stateDirectory
        } else {
            configuration = try file.load()
        }
        let logger = DaemonLog(level: .warning, environment: environment).logger
        do {
            let rebuild = OfflineRebuild(
                configuration: configuration, path: file.config, environment: environment, logger: logger)
            try await rebuild.run { if json { try FileHandle.standardOutput.write(contentsOf: Data($0)) } }
            if !json { print("rebuilt") }
        } catch {
            logger.critical("\(error)")
            throw ExitCode(1)
        }
    }
}
