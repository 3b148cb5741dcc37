import Foundation
import GRDB
import Testing

/// `newsreel catalog rebuild`: the same catalog from the reels, while the daemon works.
@Suite struct RebuildTests {
    /// A daemon's state with everything in it that a catalog remembers, and a copy of its catalog.
    private func filled(_ installation: Installation, _ site: PageServer) async throws -> String {
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let targets = (0..<12).map { site.story($0) }
        _ = try await installation.newsreel(["fetch", "--wait", "harbour"] + targets)
        // Unchanged ones, one by another name, and one that is not there.
        _ = try await installation.newsreel(["fetch", "--wait"] + targets)
        _ = try await installation.newsreel("fetch", "--wait", site.url("/nothing"), site.story(0) + "?page=2")
        try await daemon.stop()
        let copy = installation.directory + "/before.sqlite"
        try FileManager.default.copyItem(atPath: installation.state + "/catalog.sqlite", toPath: copy)
        return copy
    }

    @Test(arguments: [true, false]) func anIdenticalCatalogComesOut(hasTags: Bool) async throws {
        let site = try PageServer(stories: 12, hasTags: hasTags)
        defer { site.stop() }
        let installation = try Installation(
            sources: site.source("harbour").replacing("every: 1h", with: "every: 1h, paused: true"))
        defer { installation.remove() }
        let before = try CatalogTables(try await filled(installation, site))
        #expect(before.tables["articles"]?.count == 12)
        #expect((before.tables["words"]?.count ?? 0) > 1000)
        #expect((before.tables["urls"]?.count ?? 0) >= 14)

        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let rebuild = try await installation.newsreel("catalog", "rebuild", "--json")
        #expect(rebuild.status == 0, "\(rebuild)")
        let last = try #require(rebuild.output.last.map { JSON($0) })
        #expect(last["kind"] == "done" && last["bytes"] == last["total_bytes"], "\(rebuild)")
        try await daemon.stop()

        let after = try CatalogTables(installation.state + "/catalog.sqlite")
        for table in before.differing(from: after) {
            let (old, new) = (before.tables[table] ?? [], after.tables[table] ?? [])
            Issue.record("\(table):\n\(old.filter { !new.contains($0) })\n\(new.filter { !old.contains($0) })")
        }
        #expect(!FileManager.default.fileExists(atPath: installation.state + "/catalog.sqlite.new"))
    }

    @Test func aWrongCatalogIsPutRight() async throws {
        let site = try PageServer(stories: 12)
        defer { site.stop() }
        let installation = try Installation(
            sources: site.source("harbour").replacing("every: 1h", with: "every: 1h, paused: true"))
        defer { installation.remove() }
        let before = try CatalogTables(try await filled(installation, site))
        let queue = try DatabaseQueue(path: installation.state + "/catalog.sqlite")
        try await queue.write { database in
            try database.execute(
                sql: """
                    DELETE FROM articles WHERE number % 2 = 0; UPDATE articles SET title = 'wrong';
                    INSERT INTO words (words) VALUES ('delete-all');
                    UPDATE urls SET entity_tag = 'wrong', page_offset = 7, payload_hash = x'00', last_seen = 1;
                    """)
        }
        try queue.close()

        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        #expect(try await installation.newsreel("catalog", "rebuild").status == 0)
        let search = try await installation.newsreel("search", "harbour", "--json")
        #expect(search.status == 0)
        try await daemon.stop()
        let after = try CatalogTables(installation.state + "/catalog.sqlite")
        #expect(before.differing(from: after) == [])
        #expect(before.tables["urls"] == after.tables["urls"])
    }

    @Test func nothingThatComesInMeanwhileIsLost() async throws {
        let site = try PageServer(stories: 150, hasTags: false)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let targets = (0..<150).map { site.story($0) }
        let fetching = try installation.command(["fetch", "--wait", "--json"] + targets)
        defer { fetching.signal(SIGKILL) }
        for shown in [10, 50, 90] {
            try await fetching.output.reach(shown)
            let rebuild = try await installation.newsreel("catalog", "rebuild")
            #expect(rebuild.status == 0, "\(rebuild)")
        }
        let first = try await fetching.end()
        #expect(first.status == 0, "\(first)")
        let again = try await installation.newsreel(["fetch", "--wait", "--json"] + targets)
        #expect(again.output.allSatisfy { JSON($0)["outcome"] == "unchanged" }, "\(again)")
        #expect(try await installation.records("articles").count == 150)
        try await daemon.stop()
        let tables = try CatalogTables(installation.state + "/catalog.sqlite")
        #expect(tables.tables["articles"]?.count == 150)
        #expect(tables.tables["urls"]?.count == 150)
    }

    @Test func withoutADaemonItIsTheSameCatalog() async throws {
        let site = try PageServer(stories: 12)
        defer { site.stop() }
        let installation = try Installation(
            sources: site.source("harbour").replacing("every: 1h", with: "every: 1h, paused: true"))
        defer { installation.remove() }
        let before = try CatalogTables(try await filled(installation, site))
        let rebuild = try await installation.newsreel(
            "catalog", "rebuild", "--json", "--state-directory", installation.state)
        #expect(rebuild.status == 0 && rebuild.output.last.map { JSON($0)["kind"] } == "done", "\(rebuild)")
        #expect(before.differing(from: try CatalogTables(installation.state + "/catalog.sqlite")) == [])

        // What cannot be opened is set aside. The reels bring back pages, articles, words and imports.
        try Data("no catalog".utf8).write(to: URL(filePath: installation.state + "/catalog.sqlite"))
        let again = try await installation.newsreel("catalog", "rebuild", "--state-directory", installation.state)
        #expect(again.status == 0 && again.output.last?.hasPrefix("rebuilt from ") == true, "\(again)")
        #expect(FileManager.default.fileExists(atPath: installation.state + "/catalog.sqlite.damaged"))
        let after = try CatalogTables(installation.state + "/catalog.sqlite")
        #expect(before.differing(from: after) == ["frontier", "progress", "sources", "urls"])

        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let locked = try await installation.newsreel("catalog", "rebuild", "--state-directory", installation.state)
        #expect(locked.status == 1 && locked.errors.contains { $0.contains("another newsreeld") }, "\(locked)")
        let nowhere = try await installation.newsreel("catalog", "rebuild", "--state-directory", "/nonexistent")
        #expect(nowhere.status == 1 && nowhere.errors.contains { $0.contains("/nonexistent cannot be read") })
        #expect(try await installation.records("articles").count == 12)
        try await daemon.stop()
    }
}
