import Foundation
import Glibc

/// The demonstration site on a port of its own.
final class DemonstrationSite: Sendable {
    let port: UInt16
    private let ageFile: String
    private let program: RunningProgram

    /// Starts the site and waits until it serves. It is new, and grows older when ``age(_:)`` says so.
    static func start(in directory: String) async throws -> DemonstrationSite {
        let port = try Port.free()
        let program = try RunningProgram(
            Program.demoSite.path, ["--port", "\(port)", "--age-file", "\(directory)/age"])
        try await program.output.first("the site's address") { $0.contains(":\(port)") }
        return DemonstrationSite(port: port, ageFile: "\(directory)/age", program)
    }

    private init(port: UInt16, ageFile: String, _ program: RunningProgram) {
        self.port = port
        self.ageFile = ageFile
        self.program = program
    }

    /// Moves the site's time to so many seconds after its beginning.
    func age(_ seconds: Int) throws {
        try "\(seconds)".write(toFile: ageFile, atomically: true, encoding: .utf8)
    }

    func stop() { program.signal(SIGKILL) }

    /// The sources of the demonstration, looked at all the time.
    func sources() -> String {
        let revisits = "[" + (1...90).map { "\($0 * 2)s" }.joined(separator: ", ") + "]"
        let common = "every: 2s, minimum_delay: 20ms, revisit: \(revisits)"
        return """
              - {id: portal, name: 云溪新闻网, url: "http://127.0.0.1:\(port)/", kind: list, \(common), \
            article_pattern: '/\\d{4}-\\d{2}/\\d{2}/content_\\d+\\.htm'}
              - {id: courier, name: The Harbour Courier, url: "http://127.0.0.2:\(port)/", kind: auto, \(common)}
              - {id: courier-sitemap, url: "http://127.0.0.2:\(port)/news-sitemap.xml", kind: sitemap, \(common)}
              - {id: wire, name: Coastal Wire, url: "http://127.0.0.3:\(port)/atom.xml", kind: feed, \(common)}
            """
    }
}
