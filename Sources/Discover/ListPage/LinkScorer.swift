import Model

/// Finds the article links among a page's anchors without a pattern.
///
/// Each link is judged by its URL, its text and its place. Then the page itself helps: rows of one list share their
/// surroundings, and articles of one site share the shape of their URLs, so a link gains where many like it are good.
struct LinkScorer {
    private static let threshold = 4

    let base: WebURL

    /// The links that are articles, in the order they are given.
    func articles(among links: [PageLink]) -> [PageLink] {
        let candidates = links.compactMap { link in
            own(link).map { (link: link, points: $0, shape: ArticlePath.shape(link.url)) }
        }
        var blocks: [Int: Tally] = [:]
        var shapes: [String: Tally] = [:]
        for (link, points, shape) in candidates {
            blocks[link.block, default: Tally()].add(isGood: points >= LinkScorer.threshold - 1)
            shapes[shape, default: Tally()].add(isGood: points >= LinkScorer.threshold - 1)
        }
        return candidates.filter { link, points, shape in
            let support = (blocks[link.block]?.bonus ?? 0) + (shapes[shape]?.bonus ?? 0)
            return points + support >= LinkScorer.threshold
        }.map(\.link)
    }

    /// How many links share something, and how many of them look like articles by themselves.
    private struct Tally {
        var count = 0
        var good = 0

        mutating func add(isGood: Bool) {
            count += 1
            if isGood { good += 1 }
        }

        var bonus: Int {
            guard count >= 3 else { return 0 }
            if good * 3 >= count * 2 { return 1 }
            return good * 4 <= count ? -1 : 0
        }
    }

    /// A link's own points; nil for one that leaves the site, or leads to the page it is on.
    private func own(_ link: PageLink) -> Int? {
        guard isSameSite(link.url), link.url.pathAndQuery != base.pathAndQuery || link.url.host != base.host,
            let path = ArticlePath.points(link.url)
        else { return nil }
        return path + AnchorText.points(link.text) - (link.isBoilerplate ? 4 : 0)
    }

    /// The same registrable domain, or where there is none (an address, a single label), the same host.
    func isSameSite(_ url: WebURL) -> Bool {
        if let domain = base.registrableDomain { return url.registrableDomain == domain }
        return url.host == base.host
    }
}
