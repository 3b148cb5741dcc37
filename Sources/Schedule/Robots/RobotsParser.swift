/// Reads the lines of a robots.txt into groups (RFC 9309, 2.1 and 2.2).
struct RobotsParser {
    private(set) var groups: [RobotsRules.Group] = []
    private(set) var sitemaps: [String] = []
    /// Whether the next `User-agent` line opens a new group.
    private var hasRules = true

    private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    mutating func parse(_ bytes: UnsafeBufferPointer<UInt8>) {
        var text = bytes.prefix(RobotsRules.maximumBytes)
        // Half a line at the limit could say more than the whole did: "Disallow: /" for "Disallow: /search".
        if bytes.count > text.count {
            text = text[..<(text.lastIndex(where: RobotsParser.endsLine) ?? text.startIndex)]
        }
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        for line in text.split(whereSeparator: RobotsParser.endsLine) {
            let content = line.prefix { $0 != UInt8(ascii: "#") }
            guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { continue }
            record(RobotsParser.trim(content[..<colon]), RobotsParser.trim(content[content.index(after: colon)...]))
        }
    }

    private mutating func record(_ key: Bytes, _ value: Bytes) {
        switch RobotsParser.lowercase(key) {
        case "user-agent", "useragent", "user agent": openGroup(value)
        case "allow": add(value, isAllow: true)
        // What is misspelt is meant all the same; to fetch what somebody meant to forbid would be worse.
        case "disallow", "dissallow", "dissalow", "disalow", "desallow", "diasllow", "disallaw":
            add(value, isAllow: false)
        case "crawl-delay": setDelay(value)
        case "sitemap":
            if !value.isEmpty { sitemaps.append(String(decoding: value, as: UTF8.self)) }
        default: break
        }
    }

    /// One name a line, says the RFC; several with commas are found, and taken.
    private mutating func openGroup(_ value: Bytes) {
        if hasRules {
            groups.append(RobotsRules.Group())
            hasRules = false
        }
        for name in value.split(separator: UInt8(ascii: ",")).map(RobotsParser.trim) {
            let isAll = name.first == UInt8(ascii: "*") && (name.dropFirst().first.map(RobotsParser.isSpace) ?? true)
            let agent = isAll ? "*" : RobotsRules.productToken(name)
            if !agent.isEmpty { groups[groups.count - 1].agents.append(agent) }
        }
    }

    /// Rules above the first group belong to nobody; an empty pattern matches nothing.
    private mutating func add(_ value: Bytes, isAllow: Bool) {
        guard !groups.isEmpty else { return }
        hasRules = true
        guard !value.isEmpty else { return }
        let text = (isAllow ? "Allow: " : "Disallow: ") + String(decoding: value, as: UTF8.self)
        groups[groups.count - 1].rules.append(
            RobotsRule(isAllow: isAllow, pattern: RobotsPattern(value), text: text))
    }

    /// Not in the RFC, and so it does not part groups; it counts for the agents above it.
    private mutating func setDelay(_ value: Bytes) {
        guard var group = groups.popLast() else { return }
        if let delay = RobotsParser.seconds(value) {
            for agent in group.agents[group.delayedAgents...] where group.crawlDelays[agent] == nil {
                group.crawlDelays[agent] = delay
            }
            group.delayedAgents = group.agents.count
        }
        groups.append(group)
    }

    /// A decimal number of seconds, up to a day.
    private static func seconds(_ value: Bytes) -> Duration? {
        var milliseconds = 0
        var scale: Int?
        for byte in value {
            if byte == UInt8(ascii: "."), scale == nil {
                scale = 1000
            } else if (0x30...0x39).contains(byte) {
                if let unit = scale {
                    scale = unit / 10
                    milliseconds += Int(byte - 0x30) * (unit / 10)
                } else {
                    milliseconds = min(milliseconds * 10 + Int(byte - 0x30) * 1000, 86_400_000)
                }
            } else {
                return nil
            }
        }
        guard let first = value.first, first != UInt8(ascii: ".") else { return nil }
        return .milliseconds(min(milliseconds, 86_400_000))
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func trim(_ bytes: Bytes) -> Bytes {
        var bytes = bytes.drop(while: isSpace)
        while let last = bytes.last, isSpace(last) { bytes = bytes.dropLast() }
        return bytes
    }

    private static func lowercase(_ key: Bytes) -> String {
        guard key.count <= 16 else { return "" }
        return String(decoding: key.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
