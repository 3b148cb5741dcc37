import Foundation
import Testing

/// What the owners of pages reserve, and the copies they do not want kept.
@Suite struct ReservationTests {
    private static let mining = "[{\"location\": \"/\", \"tdm-reservation\": 1, \"tdm-policy\": \"/terms\"}]"

    private func site() throws -> ScriptedSite {
        try ScriptedSite { path in
            switch path {
            case "/robots.txt": nil
            case "/.well-known/tdmrep.json": .init(headers: ["Content-Type: application/json"], body: Self.mining)
            case "/closed.html":
                .init(headers: ["Content-Type: text/html", "X-Robots-Tag: noarchive"], body: Story.page(1))
            case "/meta.html":
                .init(
                    body: Story.page(2).replacing(
                        "<title>", with: "<meta name=\"robots\" content=\"noarchive, noai\"><title>"))
            default: .init(body: Story.page(3))
            }
        }
    }

    @Test func aPageThatSaysNoarchiveIsReadAndNotKept() async throws {
        let site = try site()
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let targets = ["/closed.html", "/meta.html", "/open.html"].map { site.url($0) }
        #expect(try await installation.newsreel(["fetch", "--wait"] + targets).status == 0)

        let articles = try await installation.records("articles")
        #expect(articles.count == 3)
        let closed = try #require(articles.first { $0["url"] == targets[0] })
        #expect(closed.list("reservations").map { $0["kind"] } == ["noarchive"])
        #expect(closed.list("reservations").map { $0["from"] } == ["header"])
        let meta = try #require(articles.first { $0["url"] == targets[1] })
        #expect(meta.list("reservations").map { $0["kind"] } == ["noarchive", "noai"])
        for url in targets[..<2] {
            let page = try await installation.newsreel("show", url, "--html")
            #expect(page.status == 1)
            #expect(page.errors.joined().contains("noarchive"), "\(page)")
        }
        #expect(try await installation.newsreel("show", targets[2], "--html").status == 0)
        let state = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        #expect(state.contains("state_directory"))
        #expect(try await installation.verify().status == 0)
        // Nothing of the text lies in the pages reel.
        let text = try #require(articles.first { $0["url"] == targets[1] }?["title"])
        #expect(try await !installation.pagesContain(text))
        #expect(try await installation.pagesContain(try #require(articles.first { $0["url"] == targets[2] }?["title"])))
    }

    @Test func anOriginsFileIsAskedOnceAndNoted() async throws {
        let site = try site()
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try installation.write(text.replacing("read_reservations: false", with: "read_reservations: true"))
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        #expect(
            try await installation.newsreel("fetch", "--wait", site.url("/open.html"), site.url("/meta.html")).status
                == 0)
        let articles = try await installation.records("articles")
        let open = try #require(articles.first { $0["url"] == site.url("/open.html") })
        #expect(open.list("reservations").map { $0["kind"] } == ["tdm"])
        #expect(open.list("reservations").map { $0["policy"] } == ["/terms"])
        #expect(open.list("reservations").map { $0["from"] } == ["well_known"])
        #expect(site.paths.count { $0 == "/.well-known/tdmrep.json" } == 1)
        let fetch = try #require(
            try await installation.records("fetches").first { $0["url"] == site.url("/open.html") })
        #expect(fetch.list("reservations").map { $0["kind"] } == ["tdm"])
    }

    @Test func whoMayKeepEverythingSaysSo() async throws {
        let site = try site()
        defer { site.stop() }
        let installation = try Installation(fetch: "obey_noarchive: false")
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        #expect(try await installation.newsreel("fetch", "--wait", site.url("/closed.html")).status == 0)
        #expect(try await installation.newsreel("show", site.url("/closed.html"), "--html").status == 0)
        let article = try #require(try await installation.records("articles").first)
        #expect(article.list("reservations").map { $0["kind"] } == ["noarchive"])
    }
}

extension Installation {
    /// Whether a text stands in the pages reel, inflated.
    fileprivate func pagesContain(_ text: String) async throws -> Bool {
        let finished = try await RunningProgram(
            "/bin/sh", ["-c", "zcat '\(state)'/pages/*.warc.gz | grep -cF '\(text)'"]
        ).end()
        return finished.output.first != "0"
    }
}
