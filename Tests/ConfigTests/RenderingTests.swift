import Model
import Testing

@testable import Config

@Suite struct RenderingTests {
    private func source(_ change: (inout SourceSettings) -> Void) -> Configuration {
        var source = SourceSettings()
        source.id = SourceID(rawValue: "a")
        source.url = "https://a.example/"
        change(&source)
        var configuration = Configuration()
        configuration.sources = [source]
        return configuration
    }

    /// What is read back from what is written.
    private func again(_ configuration: Configuration) throws -> Configuration {
        try Configuration.parse(text: configuration.render(), file: "again.yaml")
    }

    @Test(arguments: [
        "plain", "with: colon", "# no comment", "- dash", "\"quoted\"", "it's", "back\\slash", "both ' and \\", "null",
        "true",
        "12", "{a}", "[b]", "&c", "*d", "!e", "%f", "@g", "滨海日报", "é\u{301}", "😀", "trailing ", " leading", "a\\tb",
    ])
    func aTextIsReadBackAsItWas(text: String) throws {
        let configuration = source {
            $0.name = text
            $0.headers = [RequestHeader(name: "X-Note", value: text)]
        }
        #expect(try again(configuration) == configuration)
    }

    @Test(arguments: [#"/\d{4}-\d{2}/content_\d+\.htm"#, "a|b", "^/'quoted'/$", "[\"']", "#x", #"\\"#])
    func aPatternIsReadBackAsItWas(pattern: String) throws {
        let configuration = source { $0.articlePattern = pattern }
        #expect(try again(configuration) == configuration)
    }

    @Test func everySettingIsReadBackAsItWas() throws {
        var configuration = source {
            $0.kind = .sitemap
            $0.schedule = .every(.milliseconds(90_500))
            $0.language = "zh-Hant"
            $0.zone = Zone(offsetSeconds: -12_600)
            $0.isPaused = true
            $0.maximumArticles = 7
            $0.minimumDelay = .seconds(2)
            $0.maximumConcurrency = 1
            $0.allowPrivateAddresses = true
            $0.obeyRobots = false
        }
        configuration.stateDirectory = "/srv/with space"
        configuration.fetch.maximumBodyBytes = 1_000_001
        configuration.fetch.minimumDelayPerHost = .zero
        configuration.control.group = "press"
        configuration.reels.commitInterval = .zero
        configuration.reels.minimumFreeBytes = 0
        configuration.retention.pages = RetentionRule(age: nil, size: 20 << 30)
        configuration.retention.fetches = RetentionRule()
        configuration.log.level = .warning
        #expect(try again(configuration) == configuration)
    }

    @Test func nothingThatMayNotBeThereIsShown() {
        let text = source { $0.schedule = .adaptive(AdaptiveInterval()) }.render()
        #expect(text.contains("    adaptive: {\"minimum\": 5m, \"maximum\": 1d}\n"))
        #expect(!text.contains("every:"))
        #expect(!text.contains("cron:"))
        #expect(text.contains("  - id: \"a\"\n    name: null\n"))
    }

    @Test func jsonHasEveryKeyThatYAMLHas() throws {
        let hourly = try CronExpression("0 * * * *")
        let configuration = source { $0.schedule = .cron(hourly) }
        let json = configuration.renderJSON()
        for line in configuration.render().split(separator: "\n") {
            let key = line.drop { $0 == " " || $0 == "-" }.prefix { $0 != ":" }
            #expect(json.contains("\"\(key)\":"), "\(key)")
        }
        #expect(json.contains(#""cron":"0 * * * *""#))
        #expect(json.contains(#""maximum_body_bytes":"8MiB""#))
        #expect(json.hasSuffix("}]}"))
    }
}
