import Foundation
import Hostile
import Loopback
import Testing

/// The whole daemon among hostile peers: each row ends as the table says, and memory stays bounded through all of it.
@Suite struct HostileTests {
    private static let patience = """
        timeout: 3s
        low_speed_time: 1s
        maximum_body_bytes: 1MiB
        maximum_header_bytes: 128KiB
        obey_robots: false
        maximum_bytes_in_flight: 32MiB
        """

    @Test func everyPeerEndsAsTheTableSaysAndMemoryStaysBounded() async throws {
        let rows = HostilePeer.all
        let server = try LoopbackServer { peer in
            guard let request = peer.readRequest(), let number = Int(request.path.split(separator: "/").first ?? ""),
                rows.indices.contains(number)
            else { return }
            rows[number].behaviour(peer)
        }
        defer { server.stop() }
        let installation = try Installation(fetch: Self.patience)
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }

        let urls = rows.indices.map { server.url("/\($0)/") }
        _ = try await installation.newsreel(["fetch", "--wait"] + urls)
        let records = try await installation.records("fetches")
        for (url, row) in zip(urls, rows) {
            let record = try #require(records.first { $0["url"] == url }, "no line for \(row.name)")
            #expect(record["outcome"] == row.logged, "\(row.name): \(record)")
        }
        #expect(try daemon.peakMegabytes() < 200)
        #expect(try await installation.newsreel("status").status == 0)
        #expect(try await daemon.stop().status == 0)
        #expect(try await installation.verify().status == 0)
    }

    @Test(arguments: HostileSource.allCases)
    func everySourceEndsAsTheTableSaysAndMemoryStaysBounded(_ row: HostileSource) async throws {
        let server = try row.serve()
        defer { server.stop() }
        let installation = try Installation(
            fetch: "timeout: 20s",
            sources:
                "  - {id: row, url: \"\(server.url("/"))\", kind: \(row.kind), every: 1d, maximum_articles: 5, paused: true}\n"
        )
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        _ = try await installation.newsreel("fetch", "--wait", "row")
        let look = try #require(try await installation.records("fetches").first { $0["url"] == server.url("/") })
        #expect(look["outcome"] == row.outcome, "\(look)")
        #expect(try daemon.peakMegabytes() < 200)
        #expect(try await installation.newsreel("status").status == 0)
    }

    @Test func aBackfillThroughIndexesThatNameEachOtherEnds() async throws {
        for row in [HostileSource.ownIndex, .mutualIndexes] {
            let server = try row.serve()
            defer { server.stop() }
            let installation = try Installation(
                sources: "  - {id: row, url: \"\(server.url("/"))\", kind: sitemap, every: 1d, paused: true}\n")
            defer { installation.remove() }
            let daemon = try await installation.start()
            defer { daemon.signal(SIGKILL) }
            #expect(
                try await installation.newsreel("source", "backfill", "row", "--since", "30d", "--wait").status == 0)
            #expect(try await installation.records("fetches").count <= 2)
        }
    }

    @Test func theTableOfTheDocumentationIsThisOne() throws {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("docs/hostile-peers.md"), encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map(String.init)
        var expected = HostilePeer.all.map { "| \($0.name) | `\($0.logged)` |" }
        expected += HostileStream.all.map { row in
            "| \(row.name) | \(row.outcomes.map { "`\(HostilePeer.logged($0))`" }.joined(separator: " or ")) |"
        }
        expected += HostileCertificate.allCases.map { "| \($0.rawValue) | `\(HostileCertificate.outcome)` |" }
        expected += HostileSource.allCases.map { "| \($0.rawValue) | `\($0.outcome)` |" }
        for row in expected { #expect(rows.contains(row), "docs/hostile-peers.md lacks: \(row)") }
        #expect(rows.count == expected.count + 2, "the head, and one row more, of the name that changes its answer")
    }
}

extension HostilePeer {
    /// The outcome in the fetches reel.
    fileprivate var logged: String {
        switch outcome {
        case .failed(let kind): HostilePeer.logged(kind)
        // What these rows send is no article.
        case .captured: "not_an_article"
        }
    }

    fileprivate static func logged(_ kind: String) -> String {
        switch kind {
        case "connection_lost": "connect_failed"
        case "bad_redirect": "protocol_error"
        default: kind
        }
    }
}

extension RunningProgram {
    /// The most memory that was resident at once.
    fileprivate func peakMegabytes() throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(Int(line.filter(\.isNumber))) / 1024
    }
}
