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

    func isSiteName(_ text: String) -> Bool {
        let key = TitleKey(text)
        return names.contains { $0 == key } || masthead.contains { $0 == key }
    }

    private static let separators: [String] = [
        " | ", " - ", " – ", " — ", " :: ", " » ", " · ", "_", "|", "—", " : ", "-", "–", "｜", "：", ": ",
    ]

    /// The title without the parts at its ends that name the site or a section of it.
    func cut(_ title: String) -> String {
        var title = title
        for _ in 0..<4 {
            guard let shorter = cutOnce(title) else { break }
            title = shorter
        }
        return title
    }

    private func cutOnce(_ title: String) -> String? {
        for separator in SiteNames.separators where title.utf8.contains(separator.utf8[separator.utf8.startIndex]) {
            if let range = lastRange(of: separator, in: title) {
                let tail = String(title[range.upperBound...])
                if isSitePart(
                    tail, strict: separator == "-" || separator == "–" || separator == "：" || separator == ": ")
                {
                    let head = TextCleaner.clean(String(title[..<range.lowerBound]))
                    if TitleKey(head).count >= 4 { return head }
                }
            }
            if let range = firstRange(of: separator, in: title) {
                let head = String(title[..<range.lowerBound])
                if isSiteName(head) {
                    let tail = TextCleaner.clean(String(title[range.upperBound...]))
                    if TitleKey(tail).count >= 4 { return tail }
                }
            }
        }
        return nil
    }

    private func isSitePart(_ tail: String, strict: Bool) -> Bool {
        let key = TitleKey(tail)
        guard !key.isEmpty, key.count <= 40 else { return false }
        if names.contains(where: { $0 == key }) || masthead.contains(where: { $0 == key }) { return true }
        if names.contains(where: { $0.count >= 4 && ($0.isPart(of: key) && key.count <= $0.count + 14) }) {
            return true
        }
        if !strict, key.count >= 4, names.contains(where: { key.isPart(of: $0) }) { return true }
        return false
    }

    private func lastRange(of separator: String, in title: String) -> Range<String.Index>? {
        ranges(of: separator, in: title).last
    }

    private func firstRange(of separator: String, in title: String) -> Range<String.Index>? {
        ranges(of: separator, in: title).first
    }

    private func ranges(of separator: String, in title: String) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        let view = title.utf8
        let wanted = Array(separator.utf8)
        var index = view.startIndex
        while index < view.endIndex {
            if view[index] == wanted[0], view[index...].starts(with: wanted) {
                let end = view.index(index, offsetBy: wanted.count)
                found.append(index..<end)
                index = end
            } else {
                index = view.index(after: index)
            }
        }
        return found
    }
}
