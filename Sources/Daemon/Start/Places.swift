package import Config

/// Where the daemon keeps things: the configuration's word, else systemd's, else the default.
package struct Places: Sendable, Equatable {
    package let configuration: String
    package let state: String
    package let socket: String

    /// Reads `STATE_DIRECTORY` and `RUNTIME_DIRECTORY` (systemd.exec(5)); of several directories the first counts.
    package init(configurationPath: String, configuration: Configuration, environment: [String: String]) {
        self.configuration = configurationPath
        state =
            configuration.stateDirectory ?? Places.first(environment["STATE_DIRECTORY"])
            ?? Configuration.defaultStateDirectory
        socket =
            configuration.control.socket
            ?? Places.first(environment["RUNTIME_DIRECTORY"]).map { $0 + "/newsreel.sock" }
            ?? ControlSettings.defaultSocket
    }

    /// The file that the running daemon holds locked.
    var lock: String { state + "/lock" }
    var catalog: String { state + "/catalog.sqlite" }

    private static func first(_ directories: String?) -> String? {
        directories.flatMap { $0.split(separator: ":").first.map(String.init) }
    }
}
