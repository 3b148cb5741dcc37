import Testing

@testable import Config

@Suite struct ConfigurationErrorTests {
    /// The problems of a text, as they are printed.
    private func problems(_ text: String) -> [String] {
        do throws(ConfigurationErrors) {
            _ = try Configuration.parse(text: text, file: "n.yaml")
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test func anUnknownKeyNamesTheNearestOne() {
        #expect(
            problems("fetch:\n  time_out: 30s\n")
                == ["n.yaml:2:3: fetch.time_out: unknown key; did you mean timeout?"])
        #expect(
            problems("sorces: []") == ["n.yaml:1:1: sorces: unknown key; did you mean sources?"])
    }

    @Test func anUnknownKeyFarFromAllNamesThemAll() {
        #expect(
            problems("control:\n  xylophone: 1\n")
                == ["n.yaml:2:3: control.xylophone: unknown key; expected one of socket, group"])
    }

    @Test func allTheProblemsOfAFileAreReportedInOrder() {
        let text = """
            fetch:
              timeout: soon
              maximum_concurrency: many
              obey_robots: perhaps
              maximum_body_bytes: 8 potatoes
            sources:
              - id: Bad Id
                url: ftp://a.example/
            """
        let found = problems(text)
        #expect(found.count == 6)
        #expect(found[0].hasPrefix("n.yaml:2:12: fetch.timeout: expected a duration such as 30s"))
        #expect(
            found[1] == "n.yaml:3:24: fetch.maximum_concurrency: expected a whole number from 1 to 10000, found “many”")
        #expect(found[2] == "n.yaml:4:16: fetch.obey_robots: expected true or false, found “perhaps”")
        #expect(found[3].hasPrefix("n.yaml:5:23: fetch.maximum_body_bytes: expected a size from 1KiB to 1GiB"))
        #expect(found[4].hasPrefix("n.yaml:7:9: sources[0].id: expected an id of lower-case letters"))
        #expect(found[5].hasPrefix("n.yaml:8:10: sources[0].url: expected a URL"))
    }

    @Test(arguments: [
        ("fetch: [1, 2]", "n.yaml:1:8: fetch: expected a mapping of keys to values"),
        (
            "fetch: {timeout: [1s]}",
            "n.yaml:1:18: fetch.timeout: expected a duration such as 30s, 15m or 1h30m, found a list"
        ),
        (
            "fetch: {timeout: {a: 1}}",
            "n.yaml:1:18: fetch.timeout: expected a duration such as 30s, 15m or 1h30m, found a mapping"
        ),
        ("sources: {id: a}", "n.yaml:1:10: sources: expected a list of sources"),
        ("sources: [a]", "n.yaml:1:11: sources[0]: expected a mapping of keys to values"),
        ("- a", "n.yaml:1:1: expected a mapping of keys to values"),
    ])
    func aWrongTypeNamesWhatWasExpected(text: String, message: String) {
        #expect(problems(text) == [message])
    }

    @Test func aDuplicateIDNamesTheOtherLine() {
        let text = """
            sources:
              - {id: a, url: "https://a.example/"}
              - id: a
                url: https://b.example/
            """
        #expect(
            problems(text)
                == ["n.yaml:3:9: sources[1].id: the id “a” is taken by the source on line 2; give each source its own"])
    }

    @Test func aDuplicateKeyIsReportedWithEverythingElse() {
        let text = """
            fetch:
              timeout: 30s
              # a note
              maximum_redirects: none
              "timeout": 40s
            control:
              socket: relative.sock
            fetch: {}
            """
        let found = problems(text)
        #expect(found.count == 4)
        #expect(found[0].hasPrefix("n.yaml:4:22: fetch.maximum_redirects: expected a whole number"))
        #expect(found[1] == "n.yaml:5:3: timeout: the key is there already, on line 2; keep one")
        #expect(found[2].hasPrefix("n.yaml:7:11: control.socket: expected an absolute path"))
        #expect(found[3] == "n.yaml:8:1: fetch: the key is there already, on line 1; keep one")
    }

    @Test func aDuplicateKeyOnOneLineIsReported() {
        #expect(
            problems("fetch: {timeout: 1s, timeout: 2s}")
                == ["n.yaml:1:9: timeout: the key is there twice in one mapping; keep one"])
    }

    @Test func equalKeysOfTwoSourcesAreNotDuplicates() {
        let text = """
            sources:
              - id: a
                id: a
                url: https://a.example/
              - id: b
                url: https://b.example/
            """
        #expect(problems(text) == ["n.yaml:3:5: id: the key is there already, on line 2; keep one"])
    }

    @Test func brokenSyntaxNamesLineAndColumn() {
        let found = problems("fetch:\n  timeout: \"30s\n  x: 1\n")
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("n.yaml:4:1: the syntax of YAML does not hold:"))
        #expect(found[0].hasSuffix("that begins on line 2"))
        #expect(problems("fetch:\n\ttimeout: 1s")[0].hasPrefix("n.yaml:2:1:"))
    }

    @Test func aBadPatternSaysWhyItDoesNotCompile() {
        let found = problems("sources: [{id: a, url: \"https://a.example/\", article_pattern: \"(\"}]")
        #expect(found.count == 1)
        #expect(
            found[0].hasPrefix("n.yaml:1:63: sources[0].article_pattern: expected a regular expression, found “(”: "))
    }

    @Test func missingKeysAreNamed() {
        #expect(
            problems("sources:\n  - name: x\n") == [
                "n.yaml:2:5: sources[0]: the key id is missing", "n.yaml:2:5: sources[0]: the key url is missing",
            ])
    }

    @Test func twoSchedulesConflict() {
        let found = problems("sources: [{id: a, url: \"https://a.example/\", every: 1m, cron: \"* * * * *\"}]")
        #expect(found == ["n.yaml:1:57: sources[0].cron: expected only one of every, cron, adaptive"])
    }

    @Test(arguments: [
        ("every: 15", "expected a duration"), ("every: 0s", "expected a duration from 1s to"),
        ("cron: \"* * * *\"", "expected five fields, found 4"),
        ("cron: \"61 * * * *\"", "the minute “61” is not within 0 to 59"),
        ("adaptive: {minimum: 2h, maximum: 1h}", "a minimum that is not above the maximum"),
        ("adaptive: {minimum: x}", "minimum: expected a duration"), ("adaptive: 5m", "expected bounds such as"),
        ("proxy: proxy.example", "expected a proxy"), ("allowed_networks: [10.0.0.0/33]", "a list of networks"),
        ("client_certificate: a.pem", "expected an absolute path"), ("cookies: maybe", "expected true or false"),
        ("adaptive: {minmum: 5m}", "did you mean minimum?"), ("zone: Asia/Atlantis", "expected a zone such as"),
        ("zone: \"+8\"", "expected a zone such as"), ("language: 中文", "expected a language tag"),
        ("kind: rss", "expected one of auto, feed, sitemap, list, page"),
        ("headers: {\"a b\": c}", "a header field's name"),
        ("headers: {A: \"b\\nc\"}", "a text on one line as the value of A"),
        ("url: \"http://\"", "the key is there already"),
    ])
    func aBadValueOfASourceIsRefused(line: String, message: String) {
        let found = problems("sources:\n  - id: a\n    url: https://a.example/\n    \(line)\n")
        #expect(found.count == 1)
        #expect(found.first?.contains(message) == true, "\(found)")
        #expect(found.first?.hasPrefix("n.yaml:4:") == true, "\(found)")
    }

    @Test(arguments: ["https://", "http://:80/", "a.example", "https://a b/", "//a.example/", "javascript:1"])
    func anAddressThatIsNoneIsRefused(url: String) {
        #expect(problems("sources: [{id: a, url: \"\(url)\"}]").first?.contains("expected a URL") == true)
    }

    @Test func deepNestingIsRefused() {
        let found = problems("fetch: " + String(repeating: "[", count: 100_000))
        #expect(found.count == 1)
        #expect(found.first?.contains("syntax") == true)
    }

    @Test(arguments: [
        ("timeout: 1ms", "expected a duration from 100ms to 1d, found 1ms"),
        ("maximum_concurrency: 0", "from 1 to 10000"),
        ("maximum_concurrency: 1.5", "expected a whole number"),
        ("user_agent:", "expected a text on one line, found nothing"),
        ("user_agent: \"a\\nb\"", "expected a text on one line"),
        ("maximum_body_bytes: 1B", "expected a size from 1KiB to 1GiB"),
        ("maximum_redirects: -1", "from 0 to 100"), ("obey_robots: 1", "expected true or false"),
    ])
    func aValueOutOfBoundsNamesTheBounds(line: String, message: String) {
        let found = problems("fetch:\n  \(line)\n")
        #expect(found.count == 1)
        #expect(found.first?.contains(message) == true, "\(found)")
    }

    @Test(arguments: [
        ("state_directory: var", "expected an absolute path"),
        ("control: {socket: \"/\(String(repeating: "s", count: 107))\"}", "107 bytes"),
        ("control: {group: \"a b\"}", "the name of a group"), ("retention: {pages: never}", "expected a duration"),
        ("retention: {pages: {weight: 1kg}}", "expected one of age, size"),
        ("retention: {pages: [1d]}", "{age: 30d, size: 20GiB}"),
        ("retention: {pages: {size: 1}}", "expected a size from 1MiB"),
        ("retention: {pages: {age: 0s}}", "expected a duration from 1s"),
        ("log: {level: loud}", "expected one of trace, debug, info"),
        ("reels: {commit_bytes: 1}", "expected a size from 4KiB"),
        ("1: 2", "unknown key"), ("[a]: 2", "expected a name as key"), ("<<: {}", "unknown key"),
    ])
    func everySectionNamesWhatItExpects(text: String, message: String) {
        let found = problems(text)
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.contains(message) == true, "\(found)")
    }
}
