import Foundation
import Testing

/// What is kept no longer goes, is told, and the chain of digests survives it.
@Suite struct RetentionTests {
    @Test func aReelThatIsTooLargeLosesItsOldestSegmentsAndSaysSo() async throws {
        let site = try PageServer(stories: 80, padding: 20_000)
        defer { site.stop() }
        let installation = try Installation(reels: "{maximum_segment_bytes: 64KiB}")
        defer { installation.remove() }
        var daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let fetched = try await installation.newsreel(["fetch", "--wait"] + (0..<80).map { site.story($0) })
        #expect(fetched.status == 0, "\(fetched)")
        try await daemon.stop()
        let before = try segments(installation)

        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try installation.write(text + "retention: {pages: {age: 30d, size: 1MiB}}\n")
        daemon = try await installation.start()
        let removal = try await daemon.errors.first("a removal") { $0.contains("pages was removed by its retention") }
        #expect(removal.contains("have no show --html and no --explain any more"), "\(removal)")
        #expect(try bytes(installation) <= 1 << 20)
        let usage = try await installation.newsreel("reel", "usage")
        #expect(usage.output.contains { $0.hasPrefix("pages") && $0.contains("30d, 1MiB") }, "\(usage)")
        #expect(try await installation.records("articles").count == 80, "articles are kept for ever")
        #expect(try await daemon.stop().status == 0)

        let left = try segments(installation)
        #expect(left.count < before.count && before.suffix(left.count) == left[...], "the oldest went, and no other")
        let verified = try await installation.verify()
        #expect(verified.status == 0 && verified.output.contains { $0.contains(" retired") }, "\(verified)")
    }

    @Test func aSealedSegmentThatIsGoneIsNamedWithoutADaemon() async throws {
        let site = try PageServer(stories: 12, padding: 20_000)
        defer { site.stop() }
        let installation = try Installation(reels: "{maximum_segment_bytes: 64KiB}")
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        _ = try await installation.newsreel(["fetch", "--wait"] + (0..<12).map { site.story($0) })
        #expect(try await daemon.stop().status == 0)
        let clean = try await installation.newsreel("reel", "verify", "pages", "--state-directory", installation.state)
        let head = try #require(clean.output.first { $0.hasPrefix("  chain ") && !$0.contains("holds") }).dropFirst(8)
        let noted = try await installation.newsreel(
            "reel", "verify", "pages", "--chain", String(head), "--state-directory", installation.state)
        #expect(clean.status == 0 && noted.status == 0, "\(clean) \(noted)")

        let name = try #require(try segments(installation).first)
        try FileManager.default.removeItem(atPath: installation.state + "/pages/" + name)
        let gone = try await installation.newsreel("reel", "verify", "pages", "--state-directory", installation.state)
        #expect(gone.status == 1)
        #expect(gone.output.contains { $0.contains("the chain does not hold from offset 0 on") }, "\(gone)")
        #expect(gone.output.contains { $0.contains("segment \(name) is gone") }, "\(gone)")
        let other = try await installation.newsreel(
            "reel", "verify", "articles", "--chain", String(head), "--state-directory", installation.state)
        #expect(other.status == 1 && other.output.contains { $0.contains("is not in the chain") }, "\(other)")
    }

    private func segments(_ installation: Installation) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: installation.state + "/pages")
            .filter { $0.hasSuffix(".warc.gz") }.sorted()
    }

    private func bytes(_ installation: Installation) throws -> Int {
        try segments(installation).reduce(0) { sum, name in
            let attributes = try FileManager.default.attributesOfItem(atPath: installation.state + "/pages/" + name)
            return sum + ((attributes[.size] as? Int) ?? 0)
        }
    }
}
