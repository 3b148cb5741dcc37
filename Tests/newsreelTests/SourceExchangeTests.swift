import Config
import Discover
import Foundation
import Model
import Testing

@testable import newsreel

@Suite struct SourceExchangeTests {
    private let now = Timestamp(secondsSinceEpoch: 1_795_000_000)

    private func sources(_ text: String, taken: Set<String> = []) throws -> [SourceSettings] {
        let outlines = try OPMLReader.read(
            Array("<opml xmlns:n=\"urn:newsreel:opml\"><body>\(text)</body></opml>".utf8))
        return try SourceExchange.sources(outlines, file: "a.opml", taken: taken)
    }

    @Test func everySettingComesBack() throws {
        let text = """
            sources:
              - {id: a, name: "Käse & <Brot>", url: "https://a.example/feed", kind: feed, cron: "*/15 6-23 * * *", zone: Asia/Shanghai}
              - {id: b.c-d, url: "https://b.example/", kind: list, adaptive: {minimum: 5m, maximum: 1d}, article_pattern: '/\\d+\\.htm"'}
              - {id: e, url: "https://e.example/map.xml", kind: sitemap, every: 2h, active_hours: 6-22, silence_after: 3d,
                 maximum_articles: 9, minimum_delay: 5s, maximum_concurrency: 1, maximum_per_hour: 100, obey_robots: false,
                 obey_noarchive: false, revisit: [15m, 1d], cookies: true, allowed_networks: [10.0.0.0/8], authority_file: /a.pem,
                 client_certificate: /b.pem, client_key: /c.pem, language: zh, heed_feed: false, paused: true}
              - {id: f, url: "https://f.example/1.html", kind: page}
              - {id: g, url: "https://g.example/"}
            """
        let before = try Configuration.parse(text: text, file: "a.yaml").sources
        let opml = SourceExchange.opml(before, withSecrets: false, now: now)
        let after = try SourceExchange.sources(try OPMLReader.read(Array(opml.utf8)), file: "a.opml")
        #expect(after == before)
        #expect(try Configuration.parse(text: SourceText.file(after), file: "b.yaml").sources == before)
    }

    @Test func whatMayBeSecretIsWrittenWhenAskedForAlone() throws {
        let text =
            "sources: [{id: a, url: 'https://a.example/', headers: {Cookie: key}, proxy: 'http://me:word@p.example'}]"
        let before = try Configuration.parse(text: text, file: "a.yaml").sources
        let without = SourceExchange.opml(before, withSecrets: false, now: now)
        #expect(!without.contains("key") && !without.contains("word"))
        let with = SourceExchange.opml(before, withSecrets: true, now: now)
        #expect(try SourceExchange.sources(try OPMLReader.read(Array(with.utf8)), file: "a.opml") == before)
    }

    @Test func eachSourceGetsAnIdOfItsOwn() throws {
        let found = try sources(
            """
            <outline text="The Harbour Post!" xmlUrl="https://a.example/1"/><outline text="the harbour post" xmlUrl="https://a.example/2"/>
            <outline text="滨海日报" xmlUrl="https://www.binhai.example/feed"/><outline xmlUrl="https://www.binhai.example/feed2"/>
            """, taken: ["the-harbour-post"])
        #expect(
            found.map(\.id.rawValue) == [
                "the-harbour-post-2", "the-harbour-post-3", "www-binhai-example", "www-binhai-example-2",
            ])
        #expect(found.map(\.kind) == [.feed, .feed, .feed, .feed])
        #expect(found[2].name == "滨海日报")
    }

    @Test func aSettingThatIsNoneIsNamed() throws {
        #expect(throws: ConfigurationErrors.self) {
            try sources("<outline xmlUrl=\"https://a.example/\" n:every=\"soon\"/>")
        }
        // Nothing in a value becomes another key.
        let found = try? sources("<outline xmlUrl=\"https://a.example/\" n:every=\"1h&#10;    obey_robots: false\"/>")
        #expect(found?.contains { $0.obeyRobots == false } != true)
        #expect(
            try sources("<outline xmlUrl=\"https://a.example/\" n:unknown=\"x\"/>").count == 1, "of a later version")
    }

    @Test func theProgramWritesAFileThatTheConfigurationTakes() async throws {
        let place = try TemporaryDirectory()
        let file = try place.file(
            "a.opml", Array("<opml><body><outline text='A' xmlUrl='https://a.example/feed'/></body></opml>".utf8))
        let run = try await Program.run(["source", "import", file, "--output", place.path + "/a.yaml"])
        #expect(run.status == 0)
        #expect(run.out == "wrote 1 source to \(place.path)/a.yaml\n")
        #expect(try Configuration.parse(text: try place.text("a.yaml"), file: "a.yaml").sources.count == 1)
        #expect(try await Program.run(["source", "import", file, "--output", place.path + "/a.yaml"]).status == 1)
        let back = try await Program.run(["source", "export", "--config", place.path + "/a.yaml"])
        #expect(back.status == 0)
        #expect(back.out.contains("xmlUrl=\"https://a.example/feed\""))
        let none = try place.file("b.opml", Array("<opml><body/></opml>".utf8))
        #expect(try await Program.run(["source", "import", none]).status == 1)
    }
}
