internal import Config
internal import Glibc

/// The three commands that somebody who starts the daemon by hand may want next.
struct NextSteps {
    let places: Places
    let environment: [String: String]

    /// Lines for the log; none under a service manager.
    var lines: [String] {
        guard environment["NOTIFY_SOCKET"] == nil else { return [] }
        // A socket elsewhere has to be named in each command.
        let isDefault = places.socket == ControlSettings.defaultSocket
        let newsreel = program + (isDefault ? "" : " --socket \(places.socket)")
        return [
            "try next:  \(newsreel) status", "           \(newsreel) tail -f",
            "           \(newsreel) fetch --wait SOURCE",
        ]
    }

    /// `newsreel`, or with the folder that the daemon was called by.
    private var program: String {
        let called = CommandLine.arguments.first ?? ""
        return called.lastIndex(of: "/").map { called[...$0] + "newsreel" } ?? "newsreel"
    }
}
