import Foundation
import Testing

/// A source's past, by sitemaps and by pages of an archive.
@Suite struct BackfillTests {
    /// Stories 1 to 60, one a day from 2026-03-01 on; in pages of ten, the newest first, and in two sitemaps of an index that also
    /// names itself.
    private func site(hasSitemaps: Bool) throws -> ScriptedSite {
        let site = Holder()
        let scripted = try ScriptedSite { path in
            func url(_ path: String) -> String { site.url(path) }
            func story(_ number: Int) -> String {
                "/2026/0\(3 + (number - 1) / 30)/\((number - 1) % 30 < 9 ? "0" : "")\((number - 1) % 30 + 1)/story-\(number).html"
            }
            if path == "/robots.txt" {
                return .init(headers: [], body: hasSitemaps ? "Sitemap: \(url("/index.xml"))\n" : "")
            }
            if path == "/index.xml" {
                let entries = [
                    ("/march.xml", "2026-03-31"), ("/april.xml", "2026-04-30"), ("/index.xml", "2026-04-30"),
                ]
                let text = entries.map { "<sitemap><loc>\(url($0.0))</loc><lastmod>\($0.1)</lastmod></sitemap>" }
                    .joined()
                return .init(headers: [], body: "<sitemapindex>\(text)</sitemapindex>")
            }
            if path == "/march.xml" || path == "/april.xml" {
                let text = (path == "/march.xml" ? 1...30 : 31...60).map { "<url><loc>\(url(story($0)))</loc></url>" }
                    .joined()
                return .init(headers: [], body: "<urlset>\(text)</urlset>")
            }
            if path.hasPrefix("/list-"), hasSitemaps == false, let page = Int(path.dropFirst(6)), page < 6 {
                let numbers = (page * 10 + 1...page * 10 + 10).map { 61 - $0 }
                let items = numbers.map { "<li><a href=\"\(story($0))\">\(Story.title($0))</a></li>" }.joined()
                let next = page < 5 ? "<link rel=\"next\" href=\"/list-\(page + 1)\">" : ""
                return .init(body: "<html><head>\(next)</head><body><ul>\(items)</ul></body></html>")
            }
            guard let number = path.split(separator: "-").last.flatMap({ Int($0.dropLast(5)) }), path == story(number)
            else {
                return path == "/" || path == "/list-0" ? .init(body: "<html><body><ul></ul></body></html>") : nil
            }
            return .init(body: Story.page(number))
        }
        site.base = scripted.url("")
        return scripted
    }

    private func installation(_ site: ScriptedSite, _ path: String) throws -> Installation {
        try Installation(
            sources:
                "  - {id: paper, url: \"\(site.url(path))\", kind: list, every: 1d, article_pattern: 'story-\\d+', paused: true}\n"
        )
    }

    @Test func sitemapsOfThatTimeAreRead() async throws {
        let site = try site(hasSitemaps: true)
        defer { site.stop() }
        let installation = try installation(site, "/")
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let run = try await installation.newsreel(
            "source", "backfill", "paper", "--since", "2026-04-11T00:00:00Z", "--wait")
        #expect(run.status == 0, "\(run)")
        #expect(try await installation.records("articles").count == 20)
        #expect(!site.paths.contains("/march.xml"), "nothing of that sitemap is young enough")
        #expect(site.paths.count { $0 == "/index.xml" } == 1, "an index that names itself is read once")
        // Once more, from further back: what is there is not fetched again.
        let again = try await installation.newsreel(
            "source", "backfill", "paper", "--since", "2026-03-01T00:00:00Z", "--wait")
        #expect(again.status == 0, "\(again)")
        #expect(try await installation.records("articles").count == 60)
        let stories = site.paths.filter { $0.contains("story-") }
        #expect(stories.count == Set(stories).count)
    }

    @Test func thePagesOfAnArchiveAreFollowedAsFarAsTheyReach() async throws {
        let site = try site(hasSitemaps: false)
        defer { site.stop() }
        let installation = try installation(site, "/list-0")
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let run = try await installation.newsreel(
            "source", "backfill", "paper", "--since", "2026-04-06T00:00:00Z", "--wait", "--json")
        let events = run.output.map { JSON($0) }
        #expect(events.count { $0["outcome"] == "article" } == 25, "\(run)")
        #expect(site.paths.contains("/list-3"), "the page that is too old ends it")
        #expect(!site.paths.contains("/list-4"))
    }

    @Test func whatHasNoPastIsSaid() async throws {
        let installation = try Installation(
            sources: "  - {id: one, url: \"http://127.0.0.1:9/\", kind: page, every: 1d, paused: true}\n")
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        #expect(try await installation.newsreel("source", "backfill", "one", "--since", "1d").status == 1)
        #expect(try await installation.newsreel("source", "backfill", "none", "--since", "1d").status == 1)
        #expect(try await installation.newsreel("source", "backfill", "one", "--since", "soon").status == 2)
        #expect(try await installation.newsreel("source", "backfill", "one").status == 2)
    }

    @Test func aRestartDoesNotEndIt() async throws {
        let site = try site(hasSitemaps: true)
        defer { site.stop() }
        let installation = try installation(site, "/")
        defer { installation.remove() }
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try installation.write(text.replacing("minimum_delay_per_host: 1ms", with: "minimum_delay_per_host: 50ms"))
        let first = try await installation.start()
        #expect(
            try await installation.newsreel("source", "backfill", "paper", "--since", "2026-04-01T00:00:00Z").status
                == 0)
        try await first.errors.first("some articles") { $0.contains("article paper") }
        first.signal(SIGKILL)
        _ = try await first.end()
        let second = try await installation.start()
        defer { second.signal(SIGKILL) }
        for _ in 0..<600 {
            if try await installation.records("articles").count == 30 { break }
            try await second.errors.first("another article") { $0.contains("article paper") }
        }
        #expect(try await installation.records("articles").count == 30)
    }
}

/// The address of a site that is not up yet when its answers are written.
private final class Holder: @unchecked Sendable {  // set once, before the first request
    var base = ""
    func url(_ path: String) -> String { base + path }
}
