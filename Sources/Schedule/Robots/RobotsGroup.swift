package import Model

/// Whether a URL may be fetched.
package struct RobotsVerdict: Hashable, Sendable {
    package let allowed: Bool

    /// The line that decided, such as `Disallow: /search`; nil where no rule matches and all is allowed.
    package let rule: String?

    package init(allowed: Bool, rule: String?) {
        self.allowed = allowed
        self.rule = rule
    }
}

/// The rules of one robots.txt for one agent.
package struct RobotsGroup: Sendable {
    let rules: [RobotsRule]

    /// The pause between two requests that the site asks for; up to a day.
    package let crawlDelay: Duration?

    init(rules: [RobotsRule], crawlDelay: Duration?) {
        self.rules = rules.sorted { left, right in
            (left.pattern.length, left.isAllow ? 1 : 0) > (right.pattern.length, right.isAllow ? 1 : 0)
        }
        self.crawlDelay = crawlDelay
    }

    /// The longest matching rule decides, `Allow` where two are as long (RFC 9309, 2.2.2).
    ///
    /// Only path and query are compared. robots.txt itself is always allowed. Time: at most the length of the path for
    /// each rule.
    package func verdict(url: WebURL) -> RobotsVerdict {
        let path = RobotsPath.normalise(url.pathAndQuery.utf8)
        guard !path.elementsEqual("/robots.txt".utf8) else { return RobotsVerdict(allowed: true, rule: nil) }
        // Longest first, so the first match is the one.
        let decisive = path.withUnsafeBufferPointer { path in rules.first { $0.pattern.matches(path) } }
        return RobotsVerdict(allowed: decisive?.isAllow ?? true, rule: decisive?.text)
    }
}
