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

    /// `newsreel`, or its path where the daemon's folder is not searched for programs.
    private var program: String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let isSearched = (environment["PATH"] ?? "").split(separator: ":").contains { $0 == folder }
        return isSearched || folder.isEmpty ? "newsreel" : "\(folder)/newsreel"
    }
}
