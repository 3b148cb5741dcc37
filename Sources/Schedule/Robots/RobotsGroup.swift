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
    /// Only path and query are compared. robots.txt itself is always allowed. Where thousands of wildcards meet a URL of many
    /// kilobytes the search is given up, and the URL is not allowed.
    package func verdict(url: WebURL) -> RobotsVerdict { verdict(url: url, maximumOctets: 1 << 25) }

    /// `maximumOctets` is how much of the path wildcards may read in all; what is usual takes a fraction of a second.
    func verdict(url: WebURL, maximumOctets: Int) -> RobotsVerdict {
        let path = RobotsPath.normalise(url.pathAndQuery.utf8)
        guard !path.elementsEqual("/robots.txt".utf8) else { return RobotsVerdict(allowed: true, rule: nil) }
        return path.withUnsafeBufferPointer { decide($0, maximumOctets: maximumOctets) }
    }

    private func decide(_ path: UnsafeBufferPointer<UInt8>, maximumOctets: Int) -> RobotsVerdict {
        var octets = maximumOctets
        // Longest first, so the first match is the one.
        for rule in rules {
            if rule.pattern.matches(path) { return RobotsVerdict(allowed: rule.isAllow, rule: rule.text) }
            if rule.pattern.isSearching { octets -= path.count }
            guard octets > 0 else { return RobotsVerdict(allowed: false, rule: "robots.txt is too long to search") }
        }
        return RobotsVerdict(allowed: true, rule: nil)
    }
}
