import Archive
import Foundation
import Model
import Reel
import Synchronization
import Testing

/// `newsreel replay`: the kept pages through today's extraction.
@Suite struct ReplayTests {
    /// A state with stories; its articles, rewritten by `change` (nil leaves one out), as an older extraction made them.
    private func state(
        _ installation: Installation, stories: Int, change: (Int, String) -> String? = { $1 }
    ) async throws {
        let site = try PageServer(stories: stories)
        defer { site.stop() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        for number in 0..<stories { _ = try await installation.newsreel("fetch", "--wait", site.story(number)) }
        try await daemon.stop()
        let location = ReelLocation.standard(.articles, in: installation.state)
        let cursor = try ReelReader(location).records()
        var lines: [[UInt8]] = []
        while case .record(let record)? = try cursor.next() { lines.append(record.bytes) }
        try FileManager.default.removeItem(atPath: location.directory)
        let (writer, _) = try ReelWriter.open(location)
        for (number, line) in lines.enumerated() {
            guard let text = change(number, String(decoding: line, as: UTF8.self)) else { continue }
            _ = try await writer.append(Array(text.utf8))
        }
        await writer.close()
    }

    @Test func theSameExtractionChangesNothing() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        try await state(installation, stories: 5)
        let replay = try await installation.newsreel("replay", "--json", "--state-directory", installation.state)
        #expect(replay.status == 0 && replay.output.count == 1, "\(replay)")
        #expect(replay.output.first == #"{"schema":1,"pages":5,"same":5,"changed":0,"lost":0,"new":0,"fields":{}}"#)
    }

    @Test func eachFieldThatChangesIsNamed() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        try await state(installation, stories: 6) { number, line in
            switch number {
            case 1: line.replacing(Story.title(1) + "\"", with: "An old headline\"")
            case 2: line.replacing("Odette Marrow", with: "Somebody Else")
            case 4: nil
            default: line
            }
        }
        let replay = try await installation.newsreel(
            "replay", "--json", "--jobs", "2", "--state-directory", installation.state)
        #expect(replay.status == 0 && replay.output.count == 4, "\(replay)")
        #expect(replay.output[0].contains(#""field":"title","before":"An old headline","after":"Harbour story"#))
        #expect(replay.output[1].contains(#""field":"authors","before":[{"name":"Somebody Else""#), "\(replay)")
        #expect(replay.output[2].contains(#""change":"new""#) && replay.output[2].contains("story-4"), "\(replay)")
        #expect(replay.output[3].contains(#""same":3,"changed":2,"lost":0,"new":1"#), "\(replay)")

        let table = try await installation.newsreel("replay", "--diff", "--state-directory", installation.state)
        #expect(table.output.contains { $0.hasPrefix("changed") && $0.hasSuffix("title") }, "\(table)")
        #expect(table.output.contains("    - An old headline"), "\(table)")
        #expect(table.output.contains { $0.hasPrefix("    + Harbour story number 1") })
        let other = try await installation.newsreel(
            "replay", "--source", "nobody", "--json", "--state-directory", installation.state)
        #expect(other.output.first?.contains(#""pages":0"#) == true, "\(other)")
        let later = try await installation.newsreel(
            "replay", "--since", "2099-01-01", "--json", "--state-directory", installation.state)
        #expect(later.output.first?.contains(#""pages":0"#) == true, "\(later)")
    }

    @Test func aRunningDaemonSaysWhereTheReelsAre() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        try await state(installation, stories: 2)
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let replay = try await installation.newsreel("replay")
        #expect(
            replay.status == 0 && replay.output.last == "2 pages: 2 the same, 0 changed, 0 lost, 0 new", "\(replay)")
    }

    @Test func whatChangesIsWrittenAsNewVersionsOnce() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        try await state(installation, stories: 6) { number, line in
            switch number {
            case 1: line.replacing(Story.title(1) + "\"", with: "An old headline\"")
            case 2: line.replacing("Odette Marrow", with: "Somebody Else")
            case 4: nil
            default: line
            }
        }
        // The articles' reel is another than the one the catalog was made of.
        #expect(
            try await installation.newsreel("catalog", "rebuild", "--state-directory", installation.state).status == 0)
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let before = try await installation.records("articles")

        // One that is interrupted before it is through may have written any part of it.
        let interrupted = try installation.command("replay", "--write")
        interrupted.signal(SIGINT)
        _ = try await interrupted.end()
        _ = try await installation.newsreel("replay", "--write", "--source", "nobody")
        let written = try await installation.newsreel("replay", "--write", "--json")
        #expect(written.status == 0, "\(written)")

        let articles = try await installation.records("articles")
        #expect(articles.count == before.count + 3, "\(articles.count)")
        let added = articles.suffix(3)
        let old = Dictionary(before.compactMap { line in line["url"].map { ($0, line["id"]) } }) { first, _ in first }
        let versions = added.filter { $0["version"] == "2" }
        #expect(versions.count == 2)
        for version in versions {
            #expect(version["supersedes"] == old[version["url"] ?? ""], "\(version)")
            #expect(version["title"]?.hasPrefix("Harbour story number") == true)
        }
        #expect(added.filter { $0["version"] == "1" }.map { $0["supersedes"] } == [nil])

        let again = try await installation.newsreel("replay", "--write")
        #expect(again.output == ["6 pages: 6 the same, 0 changed, 0 lost, 0 new; nothing to write"], "\(again)")
        #expect(try await installation.records("articles").count == articles.count)
        let url = try #require(versions.first?["url"])
        let history = try await installation.newsreel("history", "--json", url)
        #expect(history.output.count == 2 && history.output.last?.contains(#""field":"#) == true, "\(history)")
        let shown = try await installation.newsreel("show", url, "--json")
        #expect(shown.output.first.map { JSON($0)["version"] } == "2", "\(shown)")

        let alone = try await installation.newsreel("replay", "--write", "--state-directory", installation.state)
        #expect(alone.status == 2 && alone.errors.contains { $0.contains("goes through the daemon") }, "\(alone)")
        #expect(try await daemon.stop().status == 0)
        #expect(try await installation.verify().status == 0)
    }

    @Test func aPageThatANewerOneFollowedIsNotWritten() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let pages = [Story.page(7), Story.page(8)]
        let turn = Mutex(0)
        let site = try ScriptedSite { _ in .init(body: pages[turn.withLock { $0 }]) }
        defer { site.stop() }
        for number in 0...1 {
            turn.withLock { $0 = number }
            let fetched = try await installation.newsreel("fetch", "--wait", "--force", site.url("/a.html"))
            #expect(fetched.status == 0, "\(fetched)")
        }
        let offsets = try await installation.records("pages").filter { $0["WARC-Type"] == "response" }
            .compactMap { $0["offset"] }
        try #require(offsets.count == 2)
        let order = #"{"schema":1,"pages":[\#(offsets.joined(separator: ",")),7]}"#
        let answer = try UnixSocket.exchange(
            installation.socket,
            "POST /v1/replay HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + "Content-Length: \(order.utf8.count)\r\n\r\n\(order)")
        let outcomes = answer.matches(of: /"outcome":"([a-z_]+)"/).map { String($0.1) }
        #expect(outcomes == ["superseded", "unchanged", "not_kept"], "\(answer)")
        #expect(try await installation.records("articles").count == 2)
    }

    @Test func damagedReelsAreRepairedWithoutADaemonAlone() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        try await state(installation, stories: 4)
        var daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let busy = try await installation.newsreel("reel", "repair", "--state-directory", installation.state)
        #expect(busy.status == 1 && busy.errors.first?.contains("stop it first") == true, "\(busy)")
        try await daemon.stop()

        let segment = installation.state + "/articles/00000000000000000000.jsonl.gz"
        var bytes = [UInt8](try #require(FileManager.default.contents(atPath: segment)))
        bytes[bytes.count / 2] ^= 0xFF
        try Data(bytes).write(to: URL(fileURLWithPath: segment))
        #expect(try await installation.verify().status == 1)
        let repair = try await installation.newsreel(
            "reel", "repair", "--json", "--state-directory", installation.state)
        #expect(repair.status == 0 && repair.output.count == 1, "\(repair)")
        #expect(repair.output.first?.contains(#""action":"filled","done":true,"reel":"articles""#) == true, "\(repair)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: installation.state + "/articles.aside").count == 1)
        #expect(try await installation.verify().status == 0)
        daemon = try await installation.start()
        #expect(try await installation.records("articles").count >= 3)
    }
}
