/// Reads what a channel says about polling: ttl, skipHours, skipDays, and the syndication module.
struct RefreshReader {
    let tree: XMLTree

    /// The hints among a channel's children; what is no number, or absurd, is left out.
    func read(_ fields: [FeedDocument.Field]) -> FeedRefresh {
        var refresh = FeedRefresh()
        if let minutes = number(fields.first(.core, "ttl")), (1...525_600).contains(minutes) {
            refresh.timeToLive = .seconds(minutes * 60)
        }
        refresh.updateInterval = updateInterval(fields)
        refresh.skipHours = Set(
            texts(fields.first(.core, "skiphours")).compactMap { Int($0) }.filter { (0...24).contains($0) }.map {
                $0 % 24
            })
        refresh.skipDays = Set(texts(fields.first(.core, "skipdays")).compactMap { RefreshReader.day($0) })
        return refresh
    }

    private func updateInterval(_ fields: [FeedDocument.Field]) -> Duration? {
        let name = fields.first(.syndication, "updateperiod").flatMap(tree.trimmedText)?.lowercased()
        guard let name, let period = RefreshReader.periods[name] else { return nil }
        let frequency = number(fields.first(.syndication, "updatefrequency")) ?? 1
        return .seconds(period) / max(1, frequency)
    }

    private static let periods = [
        "hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000,
    ]

    private static func day(_ name: String) -> Int? {
        ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].firstIndex(of: String(name.prefix(3)).lowercased())
    }

    private func texts(_ node: XMLTree.Index?) -> [String] {
        guard let node else { return [] }
        return tree.elements(of: node).prefix(24).compactMap { tree.trimmedText(of: $0) }
    }

    private func number(_ node: XMLTree.Index?) -> Int? { node.flatMap(tree.trimmedText).flatMap { Int($0) } }
}
