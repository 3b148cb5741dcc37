package import Model

/// What a site's robots.txt says, for all agents (RFC 9309).
///
/// Parsing never fails: lines that say nothing known are passed over. Only the first 500 KiB count. To keep the rules of a
/// host, keep the ``RobotsGroup`` of one agent rather than the whole.
package struct RobotsRules: Sendable {
    /// The values of the `Sitemap` lines, in order, as they are written.
    package let sitemaps: [String]

    let groups: [Group]

    /// One run of `User-agent` lines with the rules below it.
    struct Group: Sendable {
        /// Product tokens in lower case, or `*`.
        var agents: [String] = []
        var rules: [RobotsRule] = []
        /// The delays, for those of the agents that stood above the line.
        var crawlDelays: [String: Duration] = [:]
        /// How many of the agents have met a delay already.
        var delayedAgents = 0
    }

    /// How much of a file is read (RFC 9309, 2.5).
    package static let maximumBytes = 500 * 1024

    package static func parse(_ bytes: [UInt8]) -> RobotsRules {
        bytes.withUnsafeBufferPointer { bytes in
            var parser = RobotsParser()
            parser.parse(bytes)
            return RobotsRules(sitemaps: parser.sitemaps, groups: parser.groups)
        }
    }

    /// The rules of the answer to a request for robots.txt (RFC 9309, 2.3.1).
    ///
    /// `status` is nil where no answer came. 2xx: what the file says. Other statuses below 500: no rules, all is allowed;
    /// but not 429, which asks for patience. Everything else: nothing is allowed until the file can be read.
    package static func answer(status: Int?, body: [UInt8]) -> RobotsRules {
        switch status {
        case .some(200...299): parse(body)
        case .some(300...428), .some(430...499): .allowingAll
        default: .unreachable
        }
    }

    /// No rules.
    package static let allowingAll = RobotsRules(sitemaps: [], groups: [])

    /// Nothing is allowed, because robots.txt could not be read.
    package static let unreachable = RobotsRules(
        sitemaps: [],
        groups: [
            Group(
                agents: ["*"],
                rules: [
                    RobotsRule(isAllow: false, pattern: RobotsPattern("/".utf8), text: "robots.txt is unreachable")
                ])
        ])

    /// The rules for one agent: all groups that name its product token together, or else all groups for `*`.
    ///
    /// `agent` may be a bare token or a whole User-Agent value; what follows the first `/` or space does not count.
    package func group(agent: String) -> RobotsGroup {
        let token = RobotsRules.productToken(agent.utf8)
        let name = !token.isEmpty && groups.contains { $0.agents.contains(token) } ? token : "*"
        let own = groups.filter { $0.agents.contains(name) }
        return RobotsGroup(
            rules: own.flatMap(\.rules), crawlDelay: own.lazy.compactMap { $0.crawlDelays[name] }.first)
    }

    /// Whether the agent may fetch the URL, and the rule that decided.
    package func verdict(agent: String, url: WebURL) -> RobotsVerdict { group(agent: agent).verdict(url: url) }

    /// The pause between two requests that the site asks of the agent.
    package func crawlDelay(agent: String) -> Duration? { group(agent: agent).crawlDelay }

    /// Whether a path as robots.txt writes it, with `*` and `$`, matches a URL (RFC 9309, 2.2.3).
    package static func matches(path: String, _ url: WebURL) -> Bool {
        let text = path.utf8.first == UInt8(ascii: "/") || path.utf8.first == UInt8(ascii: "*") ? path : "/" + path
        return !RobotsGroup(
            rules: [RobotsRule(isAllow: false, pattern: RobotsPattern(text.utf8), text: text)], crawlDelay: nil
        ).verdict(url: url).allowed
    }

    /// The letters, `-` and `_` at the start, in lower case (RFC 9309, 2.2.1).
    ///
    /// Digits count too: `Agent1` and `Agent2` are two agents, though the RFC would have neither.
    static func productToken(_ text: some Sequence<UInt8>) -> String {
        let token = text.prefix {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
        }
        return String(decoding: token.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
