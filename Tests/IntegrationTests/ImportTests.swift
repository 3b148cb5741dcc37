import Archive
import Foundation
import Model
import Testing

/// `newsreel import`: pages of web archives through the daemon's own way, and none of them twice.
@Suite struct ImportTests {
    private let day = Timestamp(secondsSinceEpoch: 1_700_000_000)

    private func capture(_ number: Int, body: String? = nil, hours: Int64 = 0, id: UInt8 = 0) -> WARCCapture {
        let body = Array((body ?? Story.page(number)).utf8)
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: \"\(number)\"\r\n\r\n"
        return WARCCapture(
            targetURI: "https://harbour.example/news/\(number).html", date: day.advanced(by: .seconds(hours * 3600)),
            head: Array(head.utf8), body: body,
            payloadDigest: digest(body),
            recordID: WARCRecordID(uuid: Array(repeating: UInt8(number + 1), count: 15) + [id]))
    }

    private func digest(_ body: [UInt8]) -> ContentHash {
        guard let digest = Digest.sha256([body]) else { preconditionFailure("SHA-256 has 32 bytes") }
        return digest
    }

    /// An archive of some stories, with what else such files have in them.
    private func write(_ records: [[UInt8]], to path: String) throws {
        let info = WARCWriter.warcinfo([("software", "a test")], date: day)
        try Data((([info] + records).joined())).write(to: URL(fileURLWithPath: path))
    }

    @Test func pagesBecomeArticlesOnce() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let archive = installation.directory + "/a.warc"
        let request = WARCWriter.request(
            Array("GET / HTTP/1.1\r\n\r\n".utf8), for: capture(0), recordID: WARCRecordID())
        try write((0..<20).map { WARCWriter.response(capture($0)) } + [request], to: archive)

        let first = try await installation.newsreel("import", "--json", archive)
        #expect(first.status == 0, "\(first)")
        #expect(first.output.count == 1 && first.output[0].contains(#""outcomes":{"article":20}"#), "\(first)")
        let again = try await installation.newsreel("import", "--json", archive)
        #expect(again.output[0].contains(#""outcomes":{"known":20}"#), "\(again)")

        let articles = try await installation.records("articles")
        #expect(articles.count == 20)
        #expect(Set(articles.compactMap { $0["canonical_url"] }).count == 20)
        let pages = try await installation.records("pages").filter { $0["WARC-Type"] == "response" }
        #expect(pages.count == 20)
        #expect(pages.allSatisfy { $0["Newsreel-Imported-From"] == "a.warc" })
        #expect(Set(pages.compactMap { $0["WARC-Date"] }) == ["2023-11-14T22:13:20Z"])
        let found = try await installation.newsreel("search", "--json", "--limit", "100", "harbour")
        #expect(found.output[0].matches(of: /"id":/).count == 20, "\(found)")
        #expect(try await daemon.stop().status == 0)
        #expect(try await installation.verify().status == 0)
    }

    @Test func otherKindsOfRecordsAreTaken() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let archive = installation.directory + "/kinds.warc"
        let lines = (0..<9).map {
            "The harbour master counted \($0 * 31) barges in the morning, and said that the tide was \($0) feet high. "
                + "Nobody on the quay could remember a day on which so many ropes had been thrown to so many boats."
        }
        let text = (["A headline about barges"] + lines).joined(separator: "\n")
        let gone = WARCWriter.response(
            {
                var gone = capture(1, hours: 9, id: 3)
                gone.head = Array("HTTP/1.1 410 Gone\r\n\r\n".utf8)
                gone.body = []
                return gone
            }())
        try write(
            [
                WARCWriter.response(capture(1)),
                WARCWriter.revisit(capture(1, hours: 1, id: 1), identicalTo: capture(1).reference),
                WARCWriter.revisit(capture(2, hours: 1, id: 1), identicalTo: capture(2).reference),
                WARCWriter.body(capture(3), type: "resource", contentType: "text/html"),
                WARCWriter.body(capture(4, body: text), type: "conversion", contentType: "text/plain"),
                WARCWriter.response(capture(1, body: Story.page(77), hours: 2, id: 2)), gone,
            ], to: archive)
        let result = try await installation.newsreel("import", "--json", archive)
        #expect(result.status == 0, "\(result)")
        let line = try #require(result.output.first)
        for part in [#""article":3"#, #""updated":1"#, #""unchanged":1"#, #""no_original":1"#, #""gone":1"#] {
            #expect(line.contains(part), "\(part) in \(line)")
        }
        let types = try await installation.records("pages").compactMap { $0["WARC-Type"] }
        #expect(
            types.sorted() == ["conversion", "resource", "response", "response", "response", "revisit", "warcinfo"])

        // A catalog that is made anew knows what was imported.
        #expect(try await installation.newsreel("catalog", "rebuild").status == 0)
        let again = try await installation.newsreel("import", "--json", archive)
        #expect(again.output[0].contains(#""known":6"#), "\(again)")
        #expect(try await installation.records("articles").count == 4)
    }

    @Test func anImportThatWasKilledIsBegunAgain() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        var daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let archive = installation.directory + "/long.warc"
        let records = (0..<1500).map { number in
            WARCWriter.response(capture(number % 200, hours: Int64(number), id: UInt8(number / 200)))
        }
        try write(records, to: archive)

        let tail = try installation.command("tail", "-f", "pages", "-n", "all", "-o", "json")
        defer { tail.signal(SIGKILL) }
        let interrupted = try installation.command("import", archive)
        try await tail.output.reach(100)
        interrupted.signal(SIGINT)
        try await daemon.stop(SIGKILL)
        _ = try await interrupted.end()

        daemon = try await installation.start()
        #expect(try await installation.newsreel("import", archive).status == 0)
        let pages = try await installation.records("pages").compactMap { $0["WARC-Record-ID"] }
        #expect(pages.count == Set(pages).count, "a record came in twice")
        #expect(try await installation.records("articles").count == 200)
        #expect(try await daemon.stop().status == 0)
    }

    @Test func anOlderCaptureIsNotPutOverANewerOne() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let (new, old) = (installation.directory + "/new.warc", installation.directory + "/old.warc")
        try write([WARCWriter.response(capture(5, hours: 9))], to: new)
        try write([WARCWriter.response(capture(5, body: Story.page(6), id: 1))], to: old)
        _ = try await installation.newsreel("import", new)
        let late = try await installation.newsreel("import", "--json", old)
        #expect(late.output[0].contains(#""outcomes":{"unchanged":1}"#), "\(late)")
        #expect(try await installation.records("articles").count == 1)
        #expect(try await installation.records("pages").filter { $0["WARC-Type"] == "response" }.count == 2)
    }

    @Test func damageIsNamedAndTheRestIsTaken() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let archive = installation.directory + "/cut.warc"
        try write([WARCWriter.response(capture(1)), Array("WARC/1.1\r\nWARC-Type: respo".utf8)], to: archive)
        let result = try await installation.newsreel("import", archive)
        #expect(result.status == 1)
        #expect(result.output.first?.contains("1 article") == true, "\(result)")
        #expect(result.errors.contains { $0.contains("cut.warc, position") }, "\(result)")
        #expect(try await installation.newsreel("import", "--source", "nobody", archive).status == 1)
    }
}
