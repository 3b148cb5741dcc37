import Foundation
import Testing

/// The disk is full: the daemon says so, loses nothing, and goes on when there is room.
@Suite struct FullDiskTests {
    @Test(.enabled("user namespaces with mounts are not to be had here") { try await SmallDisk.isAvailable() })
    func aFullDiskIsSaidAndGoneOnFromWhenThereIsRoom() async throws {
        let site = try PageServer(stories: 14, padding: 150_000)
        defer { site.stop() }
        let installation = try Installation(reels: "{minimum_free_bytes: 0}")
        defer { installation.remove() }
        let daemon = try SmallDisk.launch(installation, megabytes: 4, filler: 2_600_000)
        defer { daemon.signal(SIGKILL) }
        try await daemon.errors.first("readiness") { $0.contains(" ready ") }

        let targets = (0..<14).map { site.story($0) }
        let full = try await installation.newsreel(["fetch", "--wait", "--json"] + targets)
        #expect(full.status == 1, "not all of it fits")
        let kept = full.output.map { JSON($0) }.filter { $0["outcome"] == "article" }.compactMap { $0["article_id"] }
        let refused = full.output.map { JSON($0) }.filter { $0["outcome"] == "not_stored" }
        #expect(!refused.isEmpty && !kept.isEmpty, "\(full)")
        #expect(
            refused.allSatisfy { $0["message"]?.contains("full") == true || $0["message"]?.contains("space") == true })
        #expect(daemon.errors.lines.contains { $0.contains("critical: the disk is full at") })
        #expect(try await installation.newsreel("status").status == 0)
        let before = try await installation.records("articles").compactMap { $0["id"] }
        #expect(Set(kept).isSubset(of: before), "an article that was reported is lost")

        try SmallDisk.makeRoom(in: installation, of: daemon)
        try await daemon.errors.first("room") { $0.contains("there is room again") }
        let again = try await installation.newsreel(["fetch", "--wait", "--json"] + targets)
        #expect(again.status == 0, "\(again)")
        let articles = try await installation.records("articles")
        #expect(articles.count == 14)
        #expect(Set(articles.compactMap { $0["canonical_url"] }).count == 14)
        let state = SmallDisk.path(installation.state, of: daemon)
        let verified = try await installation.newsreel("reel", "verify", "--state-directory", state)
        #expect(verified.status == 0, "\(verified)")
        #expect(try await daemon.stop().status == 0)
    }

    @Test(.enabled("user namespaces with mounts are not to be had here") { try await SmallDisk.isAvailable() })
    func belowTheLowWaterMarkNothingIsFetchedUntilThereIsRoom() async throws {
        let site = try PageServer(stories: 40, padding: 150_000)
        defer { site.stop() }
        let installation = try Installation(
            fetch: "maximum_concurrency: 2", reels: "{minimum_free_bytes: 3MiB}", sources: site.source("harbour"))
        defer { installation.remove() }
        let daemon = try SmallDisk.launch(installation, megabytes: 12, filler: 6_000_000)
        defer { daemon.signal(SIGKILL) }
        try await daemon.errors.first("the low disk") { $0.contains("critical: the disk is low") }
        let status = try await installation.newsreel("status")
        #expect(status.output.contains { $0.contains("no page is taken until there is room") }, "\(status)")
        let refused = try await installation.newsreel("fetch", "--wait", site.story(39))
        #expect(refused.status == 1 && refused.errors.contains { $0.contains("the disk is low") }, "\(refused)")

        try SmallDisk.makeRoom(in: installation, of: daemon)
        try await daemon.errors.first("room") { $0.contains("there is room again") }
        let tail = try installation.command("tail", "-f", "-n", "all", "-o", "json")
        defer { tail.signal(SIGKILL) }
        try await tail.output.reach(40)
        #expect(!daemon.errors.text.contains("the disk is full"), "the mark is there so that it never is")
        #expect(try await daemon.stop().status == 0)
    }

    @Test func aFileThatMayNotGrowDoesNotEndTheDaemon() async throws {
        let site = try PageServer(stories: 30, padding: 30_000)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        // 512 bytes a block.
        let script = "ulimit -f 700; exec \(Program.newsreeld.path) run --config \(installation.configuration)"
        let daemon = try RunningProgram("/bin/sh", ["-c", script])
        defer { daemon.signal(SIGKILL) }
        try await daemon.errors.first("readiness") { $0.contains(" ready ") }

        let targets = (0..<30).map { site.story($0) }
        let fetch = try await installation.newsreel(["fetch", "--wait", "--json"] + targets)
        let kept = fetch.output.map { JSON($0) }.filter { $0["outcome"] == "article" }.compactMap { $0["article_id"] }
        #expect(fetch.output.count == 30, "\(fetch)")
        #expect(daemon.errors.text.contains("writing \(installation.state)/pages/"), "\(daemon.errors.text)")
        #expect(try await installation.newsreel("status").status == 0)
        #expect(Set(kept).isSubset(of: try await installation.records("articles").compactMap { $0["id"] }))
        #expect(try await daemon.stop().status == 0)
        #expect(try await installation.verify().status == 0)
    }
}

/// A disk of a few megabytes that only the daemon sees.
enum SmallDisk {
    /// Whether a user namespace with mounts is to be had here.
    static func isAvailable() async throws -> Bool {
        let arguments = ["-rm", "mount", "-t", "tmpfs", "-o", "size=64k", "none", "/mnt"]
        return try await RunningProgram("/usr/bin/unshare", arguments).end().status == 0
    }

    /// Starts the daemon with its state on the disk, of which `filler` bytes are taken.
    static func launch(_ installation: Installation, megabytes: Int, filler: Int) throws -> RunningProgram {
        let state = installation.state
        let script = """
            mkdir \(state) && mount -t tmpfs -o size=\(megabytes)m none \(state) && head -c \(filler) /dev/zero >\(state)/filler \
            && exec \(Program.newsreeld.path) run --config \(installation.configuration)
            """
        return try RunningProgram("/usr/bin/unshare", ["-rm", "/bin/sh", "-c", script])
    }

    static func makeRoom(in installation: Installation, of daemon: RunningProgram) throws {
        try FileManager.default.removeItem(atPath: path(installation.state, of: daemon) + "/filler")
    }

    /// Where a path of the daemon's is found from outside.
    static func path(_ path: String, of daemon: RunningProgram) -> String { "/proc/\(daemon.number)/root\(path)" }
}
