import Foundation
import Testing

/// Reels of many segments, read by other programs.
@Suite struct SegmentTests {
    @Test func killedBetweenSmallSegmentsNothingIsLostAndAnyGzipReadsThem() async throws {
        let gate = Gate(permits: 30)
        let site = try PageServer(stories: 60, padding: 20_000, gate: gate)
        defer {
            gate.open()
            site.stop()
        }
        let installation = try Installation(
            reels: "{maximum_segment_bytes: 64KiB}", sources: site.source("harbour"))
        defer { installation.remove() }
        var daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let tail = try installation.command("tail", "-f", "-n", "all", "-o", "json")
        defer { tail.signal(SIGKILL) }
        try await tail.output.reach(20)
        try await daemon.stop(SIGKILL)
        gate.open()
        daemon = try await installation.start()
        try await tail.output.reach(60)
        #expect(try await installation.newsreel("reel", "rotate", "articles").status == 0)
        #expect(try await daemon.stop().status == 0)

        #expect(Set(tail.output.lines.compactMap { JSON($0)["canonical_url"] }).count == 60)
        #expect(tail.output.lines.count == 60)
        let verified = try await installation.verify()
        #expect(verified.status == 0, "\(verified)")
        #expect(verified.output.contains { $0.hasPrefix("articles: clean, 60 records") }, "\(verified)")
        let pages = try FileManager.default.contentsOfDirectory(atPath: installation.state + "/pages")
        #expect(pages.filter { $0.hasSuffix(".warc.gz") }.count > 5)
        try await expectReadable(installation)
    }

    /// gzip proves each segment whole, and each line of the articles is JSON with a title.
    private func expectReadable(_ installation: Installation) async throws {
        let script = """
            cd \(installation.state) && gzip -t */*.gz && zcat articles/*.jsonl.gz
            """
        let read = try await RunningProgram("/bin/sh", ["-c", script]).end()
        #expect(read.status == 0, "\(read)")
        #expect(read.output.count == 60)
        #expect(read.output.allSatisfy { JSON($0)["title"]?.hasPrefix("Harbour story") == true })
    }
}
