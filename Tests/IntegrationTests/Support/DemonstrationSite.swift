import Foundation
import Glibc

/// The demonstration site on a port of its own.
final class DemonstrationSite: Sendable {
    let port: UInt16
    private let program: RunningProgram

    /// Starts the site and waits until it serves; its stories then begin.
    static func start(in directory: String) async throws -> DemonstrationSite {
        let port = try Port.free()
        let program = try RunningProgram(
            Program.demoSite.path, ["--port", "\(port)", "--began-file", "\(directory)/began"])
        try await program.output.first("the site's address") { $0.contains(":\(port)") }
        return DemonstrationSite(port: port, program)
    }

    private init(port: UInt16, _ program: RunningProgram) {
        self.port = port
        self.program = program
    }

    func stop() { program.signal(SIGKILL) }

    /// The sources of the demonstration, looked at more often.
    func sources(revisits: String = "[3s, 6s, 9s, 12s, 15s, 18s, 21s, 24s, 27s]") -> String {
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
