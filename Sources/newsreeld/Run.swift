internal import ArgumentParser
internal import Config
internal import Daemon
internal import Foundation
internal import Logging

/// `newsreeld run`: the daemon in the foreground.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the daemon in the foreground.",
        discussion: """
            Stops cleanly at SIGTERM and SIGINT; reads the configuration again at SIGHUP.

            EXAMPLES
              newsreeld run
              newsreeld run --config ./newsreel.yaml
            """)

    @OptionGroup var file: ConfigurationFile

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let configuration = try file.load()
        let log = DaemonLog(level: Logger.Level(configuration.log), environment: environment)
        do {
            try await Daemon(
                configuration: configuration, path: file.config, environment: environment, log: log
            ).run()
        } catch {
            log.logger.critical("\(error)")
            throw ExitCode(1)
        }
    }
}
