import Model
import Testing

@testable import Schedule

struct RandomRobotsTests {
    private static let pieces = [
        "User-agent:", "Disallow:", "Allow:", "Crawl-delay:", "Sitemap:", " ", "\n", "\r", "*", "$", "/", "a", "b",
        "%61",
        "%", "newsreel", ",", "#", ":", "5", "\u{FEFF}", "\0", "é",
    ]

    @Test func anyFileGivesAVerdict() throws {
        var generator = SeededGenerator(for: "anyFileGivesAVerdict")
        let url = try WebURL("https://a.test/a/b?a=b*$")
        for _ in 0..<10_000 {
            let rules = RobotsRules.parse(Array(generator.text(of: Self.pieces, upTo: 40).utf8))
            let verdict = rules.verdict(agent: "newsreel", url: url)
            #expect(verdict.allowed || verdict.rule?.hasPrefix("Disallow: ") == true)
        }
    }

    @Test func anyBytesGiveAVerdict() throws {
        var generator = SeededGenerator(for: "anyBytesGiveAVerdict")
        let url = try WebURL("https://a.test/a")
        for _ in 0..<2_000 {
            let head = Array("User-agent: *\nDisallow: ".utf8)
            let verdict = RobotsRules.parse(head + generator.bytes(upTo: 200)).verdict(agent: "newsreel", url: url)
            #expect(verdict.allowed || verdict.rule != nil)
        }
    }

    @Test func aRuleForEachPathIsFoundAgain() throws {
        var generator = SeededGenerator(for: "aRuleForEachPathIsFoundAgain")
        for _ in 0..<1_000 {
            let path =
                "/" + generator.text(of: ["a", "b", "/", "é", "%20", "?", "=", "$", "'", "|", "~"], upTo: 8) + "z"
            let url = try WebURL("https://a.test" + path)
            let rules = RobotsRules.parse(
                Array("User-agent: *\nDisallow: \(url.pathAndQuery)x\nDisallow: \(path)".utf8))
            #expect(!rules.verdict(agent: "newsreel", url: url).allowed, "\(path)")
        }
    }

    @Test func aSearchWithoutEndIsGivenUp() throws {
        let rules = (0..<100).map { "Disallow: /*b\($0)\n" }.joined()
        let group = RobotsRules.parse(Array(("User-agent: *\n" + rules).utf8)).group(agent: "newsreel")
        let url = try WebURL("https://a.test/" + String(repeating: "a", count: 999))
        #expect(
            group.verdict(url: url, maximumOctets: 99_999)
                == RobotsVerdict(allowed: false, rule: "robots.txt is too long to search"))
        #expect(group.verdict(url: url, maximumOctets: 100_001).allowed && group.verdict(url: url).allowed)
    }

    @Test func manyAgentsAndDelaysTakeLinearTime() {
        let agents = String(repeating: "User-agent: a\n", count: 15_000)
        let text = agents + String(repeating: "Crawl-delay: 1\n", count: 15_000)
        let time = ContinuousClock().measure {
            #expect(RobotsRules.parse(Array(text.utf8)).crawlDelay(agent: "a") == .seconds(1))
        }
        #expect(time < .seconds(10))
    }
}
