import Foundation
import Testing

/// The daemon is killed at the worst moment.
@Suite struct CrashTests {
    @Test func killedTenTimesInTheMiddleEveryArticleIsThereOnce() async throws {
        let gate = Gate(permits: 30)
        let site = try PageServer(stories: 340, gate: gate)
        defer {
            gate.open()
            site.stop()
        }
        // Small segments, so that kills come while one is closed and entered in the manifest too.
        let installation = try Installation(
            reels: "{maximum_segment_bytes: 64KiB}", sources: site.source("harbour"))
        defer { installation.remove() }
        var daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let tail = try installation.command("tail", "-f", "-n", "all", "-o", "json")
        defer { tail.signal(SIGKILL) }

        for shown in stride(from: 20, through: 200, by: 20) {
            try await tail.output.reach(shown)
            #expect(try await daemon.stop(SIGKILL).status == -SIGKILL)
            let before = tail.output.lines
            #expect(before.count < 340, "it was killed too late to show anything")
            let found = try await installation.verify()
            #expect(found.output.allSatisfy { !$0.contains("damaged") }, "\(found)")
            gate.admit(30)
            daemon = try await installation.start()
            let kept = Set(try await installation.records("articles").compactMap { $0["id"] })
            let lost = before.compactMap { JSON($0)["id"] }.filter { !kept.contains($0) }
            #expect(lost.isEmpty, "tail had shown what is gone: \(lost)")
        }
        gate.open()
        try await tail.output.reach(340)
        // Eight were under way at each kill, at most; what lay in the reels was not asked for again.
        #expect(gate.passed <= 340 + 10 * 8)

        let articles = try await installation.records("articles")
        #expect(articles.count == 340)
        #expect(Set(articles.compactMap { $0["id"] }).count == 340)
        #expect(Set(articles.compactMap { $0["canonical_url"] }).count == 340)
        #expect(Set(tail.output.lines.compactMap { JSON($0)["id"] }).count == 340)
        #expect(tail.output.lines.count == 340, "tail showed an article twice")
        #expect(try await daemon.stop().status == 0)
        let verified = try await installation.verify()
        #expect(verified.status == 0, "\(verified)")
        #expect(verified.output.contains { $0.hasPrefix("articles: clean, 340 records") }, "\(verified)")
    }

    @Test func aTornTailIsCutAndReported() async throws {
        let site = try PageServer(stories: 3)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        var daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        _ = try await installation.newsreel("fetch", "--wait", site.story(0), site.story(1))
        try await daemon.stop(SIGKILL)

        let segment = installation.state + "/articles/00000000000000000000.jsonl.gz"
        let whole = try #require(FileManager.default.contents(atPath: segment))
        // The beginning of one more record, as a power cut leaves it.
        try (whole + whole.prefix(100)).write(to: URL(fileURLWithPath: segment))
        #expect(try await installation.verify().output.contains { $0.hasPrefix("articles: torn at the end") })

        daemon = try await installation.start()
        #expect(daemon.errors.lines.contains { $0.contains("a torn tail was cut") && $0.contains("reel=articles") })
        #expect(try await installation.verify().status == 0)
        #expect(try await installation.newsreel("fetch", "--wait", site.story(2)).status == 0)
        #expect(try await installation.records("articles").count == 3)
    }

    @Test func damageInTheMiddleIsNamedAndTheRestIsRead() async throws {
        let site = try PageServer(stories: 6)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        var daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        _ = try await installation.newsreel(["fetch", "--wait"] + (0..<6).map { site.story($0) })
        let articles = try await installation.records("articles")
        try await daemon.stop()

        let segment = installation.state + "/articles/00000000000000000000.jsonl.gz"
        var bytes = [UInt8](try #require(FileManager.default.contents(atPath: segment)))
        bytes[bytes.count / 2] ^= 0xFF
        try Data(bytes).write(to: URL(fileURLWithPath: segment))
        let verified = try await installation.verify()
        #expect(verified.status == 1)
        #expect(verified.output.contains { $0.contains("00000000000000000000.jsonl.gz") }, "\(verified)")

        daemon = try await installation.start()
        let left = try await installation.records("articles").compactMap { $0["id"] }
        #expect(left == articles.compactMap { $0["id"] }.filter { left.contains($0) })
        #expect(left.count == 5)
    }

    @Test func aLostCatalogLosesNothing() async throws {
        let site = try PageServer(stories: 8)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let targets = (0..<8).map { site.story($0) }
        var daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        _ = try await installation.newsreel(["fetch", "--wait"] + targets)
        try await daemon.stop()
        for name in ["catalog.sqlite", "catalog.sqlite-wal", "catalog.sqlite-shm"] {
            try? FileManager.default.removeItem(atPath: "\(installation.state)/\(name)")
        }

        daemon = try await installation.start()
        let again = try await installation.newsreel(["fetch", "--wait", "--json"] + targets)
        #expect(again.output.allSatisfy { JSON($0)["outcome"] == "unchanged" }, "\(again)")
        #expect(try await installation.records("articles").count == 8)
        #expect(try await installation.newsreel("list", "--json").status == 0)
    }
}
