import Archive
import Foundation
import Model
import Synchronization
import Testing

/// `newsreel history`: versions, the fields that changed, and when the article went.
@Suite struct HistoryTests {
    private let day = Timestamp(secondsSinceEpoch: 1_700_000_000)

    private func response(_ status: String, _ body: String, hours: Int64) throws -> [UInt8] {
        let bytes = Array(body.utf8)
        return WARCWriter.response(
            WARCCapture(
                targetURI: "https://harbour.example/ferry.html", date: day.advanced(by: .seconds(hours * 3600)),
                head: Array("HTTP/1.1 \(status)\r\nContent-Type: text/html\r\n\r\n".utf8), body: bytes,
                payloadDigest: try #require(Digest.sha256([bytes]))))
    }

    @Test func versionsChangesAndTheWithdrawalAreShown() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let archive = installation.directory + "/ferry.warc"
        let first = Story.page(3)
        let second = first.replacing(Story.title(3), with: "The ferry sails again from the old quay")
            .replacing("were counted once more", with: "were counted twice")
        try Data(
            [
                response("200 OK", first, hours: 0), response("200 OK", second, hours: 5),
                response("404 Not Found", "gone", hours: 30), response("404 Not Found", "gone", hours: 40),
            ].joined()
        ).write(to: URL(fileURLWithPath: archive))
        #expect(try await installation.newsreel("import", archive).status == 0)

        for rebuilt in [false, true] {
            if rebuilt { #expect(try await installation.newsreel("catalog", "rebuild").status == 0) }
            let history = try await installation.newsreel("history", "--json", "https://harbour.example/ferry.html")
            #expect(history.status == 0 && history.output.count == 3, "\(history)")
            let lines = history.output
            #expect(lines.prefix(2).map { JSON($0)["version"] } == ["1", "2"])
            #expect(lines.first?.contains(#""changes":[]"#) == true)
            #expect(lines[1].contains(#""field":"title","before":"Harbour story number 3"#), "\(lines[1])")
            #expect(lines[1].contains(#""field":"text""#))
            #expect(!lines[1].contains(#""field":"authors""#))
            let withdrawn = #""withdrawn":{"after":"2023-11-15T03:13:20Z","before":"2023-11-16T04:13:20Z"}"#
            #expect(lines[2].contains(withdrawn), "\(lines[2])")
        }
        let text = try await installation.newsreel("history", "https://harbour.example/ferry.html")
        #expect(text.output.contains { $0.hasPrefix("version 2") && $0.contains("The ferry sails again") }, "\(text)")
        #expect(text.output.last?.hasPrefix("withdrawn  between ") == true, "\(text)")
    }

    @Test func aPageThatTurnsIntoASoft404IsWithdrawn() async throws {
        let missing = "<html><head><title>页面不存在</title></head><body><p>您访问的页面不存在，或者已经被移走了。</p></body></html>"
        let pages = Pages(Story.page(3))
        let site = try ScriptedSite { path in path == "/ferry.html" ? .init(body: pages.current) : .init(status: 404) }
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        func fetch() async throws -> JSON {
            let fetched = try await installation.newsreel(
                "fetch", "--wait", "--force", "--json", site.url("/ferry.html"))
            return JSON(try #require(fetched.output.first, "\(fetched)"))
        }
        #expect(try await fetch()["outcome"] == "article")
        #expect(try await fetch()["outcome"] == "unchanged")
        pages.current = missing
        #expect(try await fetch()["outcome"] == "gone")
        #expect(try await fetch()["outcome"] == "gone", "the same page again")

        for rebuilt in [false, true] {
            if rebuilt { #expect(try await installation.newsreel("catalog", "rebuild").status == 0) }
            let history = try await installation.newsreel("history", "--json", site.url("/ferry.html"))
            #expect(
                history.output.count == 2 && history.output.last?.contains(#""reason":"soft_404""#) == true,
                "\(history)")
            #expect(history.output.last?.contains(#""withdrawn":{"after":"2"#) == true, "\(history)")
            let text = try await installation.newsreel("history", site.url("/ferry.html"))
            #expect(text.output.last?.hasSuffix("(the page says so, and answers with success)") == true, "\(text)")
        }
        let notes = try await installation.records("pages").filter { $0["WARC-Type"] == "metadata" }
        #expect(notes.count == 1)

        // It was a mistake of the site: the article is back.
        pages.current = Story.page(3)
        #expect(try await fetch()["outcome"] == "unchanged")
        let back = try await installation.newsreel("history", "--json", site.url("/ferry.html"))
        #expect(back.output.count == 1, "\(back)")
        #expect(try await daemon.stop().status == 0)
        #expect(try await installation.verify().status == 0)
    }

    @Test func anUnknownURLIsNamed() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let unknown = try await installation.newsreel("history", "https://harbour.example/never.html")
        #expect(unknown.status == 1)
        #expect(unknown.errors.first?.contains("never.html") == true, "\(unknown)")
    }
}

/// A page that a test changes while it is served.
private final class Pages: Sendable {
    private let page: Mutex<String>

    init(_ page: String) { self.page = Mutex(page) }

    var current: String {
        get { page.withLock { $0 } }
        set { page.withLock { $0 = newValue } }
    }
}
