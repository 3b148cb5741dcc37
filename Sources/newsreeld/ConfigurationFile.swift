internal import ArgumentParser
internal import Config
internal import Foundation

/// The option that names the configuration.
struct ConfigurationFile: ParsableArguments {
    @Option(
        help: "The configuration; every *.yaml in sources.d beside it is read too.",
        completion: .file(extensions: ["yaml"]))
    var config = Configuration.defaultPath

    /// Reads it; each error goes to standard error as `FILE:LINE:COLUMN: …`, and the exit status is 1.
    func load() throws -> Configuration {
        do {
            return try Configuration.load(path: config)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            throw ExitCode(1)
        }
    }
}
