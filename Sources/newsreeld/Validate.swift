internal import ArgumentParser
internal import Config

/// `newsreeld validate`: is the configuration right?
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the configuration and exit: 0 where it is right, 1 with a line for each error.",
        discussion: """
            EXAMPLES
              newsreeld validate
              newsreeld validate --config ./newsreel.yaml
            """)

    @OptionGroup var file: ConfigurationFile

    func run() throws {
        let configuration = try file.load()
        print("\(file.config): right, \(configuration.sources.count) sources")
    }
}
