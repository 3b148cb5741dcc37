internal import Model

/// What the daemon is told: one struct per section of the configuration, each with its defaults.
///
/// An empty file is a valid configuration without sources. The caller may override any value after loading, as
/// the programs do for the state directory and the socket.
package struct Configuration: Sendable, Hashable {
    /// Where reels and catalog live, absolute; nil leaves it to systemd's `$STATE_DIRECTORY`, then to the default.
    package var stateDirectory: String?
    package var fetch = FetchSettings()
    package var control = ControlSettings()
    package var metrics = MetricsSettings()
    package var reels = ReelSettings()
    package var retention = RetentionSettings()
    package var log = LogSettings()
    /// In the order of the files and of their lines; the ids are unique.
    package var sources: [SourceSettings] = []

    package init() {}

    /// Where the state is kept if neither the configuration nor systemd says.
    package static let defaultStateDirectory = "/var/lib/newsreel"
    /// The file that is read if the command line names none.
    package static let defaultPath = "/etc/newsreel/newsreel.yaml"

    /// The source with that id.
    package func source(_ id: String) -> SourceSettings? {
        sources.first { $0.id.rawValue == id }
    }
}

extension Configuration: SettingsSection {
    mutating func accept(_ visitor: some SettingsVisitor) {
        visitor.visit("state_directory", &stateDirectory, .optional(.absolutePath))
        visitor.visit(section: "fetch", &fetch)
        visitor.visit(section: "control", &control)
        visitor.visit(section: "metrics", &metrics)
        visitor.visit(section: "reels", &reels)
        visitor.visit(section: "retention", &retention)
        visitor.visit(section: "log", &log)
        visitor.visit(list: "sources", &sources)
    }
}
