import Model
import Testing

@testable import Config

@Suite struct ConfigurationReadingTests {
    @Test func anEmptyFileIsAllDefaults() throws {
        #expect(try Configuration.parse(text: "", file: "a.yaml") == Configuration())
        #expect(try Configuration.parse(text: "# nothing\n", file: "a.yaml") == Configuration())
        #expect(try Configuration.parse(text: "fetch:\nsources:\n", file: "a.yaml") == Configuration())
    }

    @Test func everyKeyOfASourceIsRead() throws {
        let text = """
            state_directory: /srv/news
            fetch: {timeout: 1m30s, maximum_body_bytes: 512KiB, obey_robots: no, user_agent: "probe/1 (+https://a.example)"}
            control:
              socket: /tmp/n.sock
            retention:
              pages: forever
            sources:
              - id: binhai
                name: 滨海日报
                url: https://www.example.com/
                kind: list
                cron: "*/15 6-23 * * *"
                zone: "+08:00"
                language: zh
                article_pattern: /\\d{4}/content_\\d+\\.htm
                maximum_articles: 50
                minimum_delay: 250ms
                maximum_concurrency: 1
                allow_private_addresses: true
                obey_robots: false
                paused: true
                headers: {Referer: "https://www.example.com/", Accept-Language: zh-CN}
            """
        let configuration = try Configuration.parse(text: text, file: "a.yaml")
        #expect(configuration.stateDirectory == "/srv/news")
        #expect(configuration.fetch.timeout == .seconds(90))
        #expect(configuration.fetch.maximumBodyBytes == 524_288)
        #expect(!configuration.fetch.obeyRobots)
        #expect(configuration.control.socket == "/tmp/n.sock")
        #expect(configuration.retention.pages == RetentionRule())
        let source = try #require(configuration.source("binhai"))
        #expect(source.name == "滨海日报")
        #expect(source.kind == .list)
        #expect(source.schedule == .cron(try CronExpression("*/15 6-23 * * *")))
        #expect(source.zone == Zone(offsetSeconds: 28_800))
        #expect(source.articlePattern == #"/\d{4}/content_\d+\.htm"#)
        #expect(source.minimumDelay == .milliseconds(250))
        #expect(source.allowPrivateAddresses == true)
        #expect(source.isPaused)
        #expect(source.headers.map(\.name) == ["Referer", "Accept-Language"])
    }

    @Test(arguments: [
        ("30d", RetentionRule(age: .seconds(30 * 86_400)), "30d"), ("forever", RetentionRule(), "forever"),
        ("{size: 20GiB}", RetentionRule(size: 20 << 30), "20GiB"),
        ("{age: 1w, size: 1MiB}", RetentionRule(age: .seconds(7 * 86_400), size: 1 << 20), "7d, 1MiB"),
        ("{age: forever}", RetentionRule(), "forever"),
    ])
    func recordsAreKeptByAgeAndBySize(text: String, rule: RetentionRule, words: String) throws {
        let configuration = try Configuration.parse(text: "retention: {pages: \(text)}", file: "a.yaml")
        #expect(configuration.retention.pages == rule && rule.words == words)
        #expect(configuration.retention.fetches == RetentionRule(age: .seconds(90 * 86_400)))
    }

    @Test func theDefaultScheduleIsAQuarterOfAnHour() throws {
        let text = "sources: [{id: a, url: \"https://a.example/\"}]"
        let source = try #require(try Configuration.parse(text: text, file: "a").source("a"))
        #expect(source.schedule == .every(.seconds(900)))
        #expect(source.kind == .auto)
        #expect(source.displayName == "a")
    }

    @Test func anAdaptiveScheduleKeepsItsBounds() throws {
        let text = "sources: [{id: a, url: \"https://a.example/\", adaptive: {minimum: 10m, maximum: 6h}}]"
        let source = try #require(try Configuration.parse(text: text, file: "a").source("a"))
        var expected = AdaptiveInterval()
        expected.minimum = .seconds(600)
        expected.maximum = .seconds(21_600)
        #expect(source.schedule == .adaptive(expected))
    }

    @Test func whatIsRenderedReadsBackTheSame() throws {
        let text = #"""
            state_directory: /srv/n
            fetch: {timeout: 1500ms, accept_language: "zh, en;q=0.5"}
            retention: {pages: forever}
            sources:
              - {id: a, url: "https://a.example/", name: 'He said "no" \d', article_pattern: '/\d+''s'}
              - {id: b, url: "https://b.example/", cron: "0 8 * * mon", zone: "-03:30", headers: {X-A: "1: 2"}}
              - {id: c, url: "https://c.example/", adaptive: {minimum: 1m, maximum: 2h}, maximum_concurrency: 3}
            """#
        let configuration = try Configuration.parse(text: text, file: "a.yaml")
        #expect(try Configuration.parse(text: configuration.render(), file: "again.yaml") == configuration)
        #expect(configuration.renderJSON().hasPrefix(#"{"schema":1,"state_directory":"/srv/n","fetch":{"user_agent":"#))
        #expect(configuration.renderJSON().contains(#""headers":{"X-A":"1: 2"}"#))
    }

    @Test func theDefaultsRenderedReadBackAsDefaults() throws {
        let text = Configuration().render()
        #expect(try Configuration.parse(text: text, file: "a") == Configuration())
        #expect(text.contains("  maximum_body_bytes: 8MiB\n"))
        #expect(text.contains("sources: []"))
    }
}
