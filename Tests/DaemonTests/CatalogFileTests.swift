import Foundation
import Model
import Testing

/// What operators find events by is the same in the program, in the journal's catalog and in the manual.
@Suite struct CatalogFileTests {
    private func text(_ path: String) throws -> String {
        let root = #filePath.components(separatedBy: "/Tests/DaemonTests/")[0]
        return try String(contentsOfFile: root + "/" + path, encoding: .utf8)
    }

    @Test func everyEventIsExplainedByTheJournal() throws {
        let ids = try text("systemd/newsreel.catalog").matches(of: /(?m)^-- ([0-9a-f]{32})$/).map {
            String($0.output.1)
        }
        #expect(ids.sorted() == OperatorEvent.allCases.map(\.messageID).sorted())
    }

    @Test(arguments: OperatorEvent.allCases) func everyEventIsInTheManual(event: OperatorEvent) throws {
        #expect(try text("docs/man/newsreeld.8").contains(".It Cm \(event.rawValue) No \(event.messageID)\n"))
        #expect(try text("docs/troubleshooting.md").contains("| `\(event.rawValue)` | `\(event.messageID)` |"))
    }

    @Test func theCatalogNamesFieldsThatThereAre() throws {
        let fields = try text("systemd/newsreel.catalog").matches(of: /@([A-Z_]+)@/).map { String($0.output.1) }
        let known = ["SOCKET", "SOURCES", "UID", "PID", "METHOD", "PATH", "REEL", "SOURCE", "OUTCOME"]
        #expect(Set(fields) == Set(known.map { "NEWSREEL_" + $0 }))
    }
}
