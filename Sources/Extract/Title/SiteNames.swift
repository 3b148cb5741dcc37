internal import HTML
internal import Model

/// What the site calls itself, and titles without it.
struct SiteNames {
    private let names: [TitleKey]
    /// What the masthead says; it may be short or of other words, so only the same counts.
    private let masthead: [TitleKey]

    init(page: Page, meta: MetaTags, linked: LinkedData) {
        var found: [String] = []
        if let name = meta.first("og:site_name") { found.append(TextCleaner.clean(name)) }
        if let name = meta.first("application-name") { found.append(TextCleaner.clean(name)) }
        if let article = linked.article { found += linked.names(article["publisher"]) }
        for node in linked.nodes
        where LinkedData.has(node, type: "WebSite") || LinkedData.has(node, type: "Organization") {
            if let name = node["name"]?.text { found.append(name) }
        }
        if let host = page.url?.host {
            found.append(host)
            found += host.split(separator: ".").filter { $0.count >= 3 && $0 != "www" && $0 != "com" }.map(String.init)
        }
        masthead = HomeLinks(page: page).names().map(TitleKey.init).filter { $0.count >= 4 }
        names = found.prefix(24).filter { $0.utf8.count <= 200 }.map(TitleKey.init).filter { $0.count >= 2 }
    }

    func isSiteName(_ text: String) -> Bool { isSame(TitleKey(text)) }

    private func isSame(_ key: TitleKey) -> Bool { names.contains { $0 == key } || masthead.contains { $0 == key } }

    /// Behind strict ones less speaks for a site's name, because they also stand inside headlines.
    private static let separators: [(mark: StaticString, isStrict: Bool)] = [
        (" | ", false), (" - ", false), (" – ", false), (" — ", false), (" :: ", false), (" » ", false), (" · ", false),
        ("_", false), ("|", false), ("—", false), (" : ", false), ("-", true), ("–", true), ("｜", false), ("：", true),
        (": ", true),
    ]

    /// The title without the parts at its ends that name the site or a section of it.
    func cut(_ title: String) -> String {
        var title = title
        for _ in 0..<4 {
            guard let shorter = title.withUTF8({ cutOnce($0).map { TextCleaner.clean($0) } }) else { break }
            title = shorter
        }
        return title
    }

    private func cutOnce(_ title: Bytes) -> Bytes? {
        for (mark, isStrict) in SiteNames.separators {
            guard let first = title.find(mark) else { continue }
            var last = first
            while let next = title.find(mark, from: last + mark.utf8CodeUnitCount) { last = next }
            if isSitePart(title.cut(from: last + mark.utf8CodeUnitCount), isStrict: isStrict),
                TitleKey(title.cut(to: last)).count >= 4
            {
                return title.cut(to: last)
            }
            let tail = title.cut(from: first + mark.utf8CodeUnitCount)
            if isSame(TitleKey(title.cut(to: first))), TitleKey(tail).count >= 4 { return tail }
        }
        return nil
    }

    private func isSitePart(_ tail: Bytes, isStrict: Bool) -> Bool {
        let key = TitleKey(tail)
        guard !key.isEmpty, key.count <= 40 else { return false }
        if isSame(key) { return true }
        if names.contains(where: { $0.count >= 4 && ($0.isPart(of: key) && key.count <= $0.count + 14) }) {
            return true
        }
        return !isStrict && key.count >= 4 && names.contains { key.isPart(of: $0) }
    }
}
