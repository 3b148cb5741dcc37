internal import HTML
internal import Model

/// Finds the section: the breadcrumb above the article, else what the metadata says.
struct SectionStage {
    let page: Page
    let meta: MetaTags
    let linked: LinkedData
    let frame: ArticleFrame
    let title: String?

    func candidates() -> Candidates<[String]> {
        var found = Candidates<[String]>()
        offerBreadcrumbs(to: &found)
        offerLinkedData(to: &found)
        for name in ["article:section", "og:section", "section", "parsely-section", "category"] as [StaticString] {
            if let value = meta.first(name), value.count < 80 { found.offer(clean([value.string]), "meta", 0.7) }
        }
        return found
    }

    private func offerBreadcrumbs(to found: inout Candidates<[String]>) {
        let limit = (frame.body.first ?? 0)
        for (index, block) in page.scan.blocks.prefix(limit).enumerated() where block.count <= 300 {
            let text = page.text(of: block)
            let isLabelled = ["您所在的位置", "您的位置", "当前位置", "所在位置", "您当前的位置", "你的位置", "位置："].contains { text.contains($0) }
            guard isLabelled || block.linkBytes > 0, hasArrow(text) else { continue }
            let parts = clean(Breadcrumb.parts(text))
            guard !parts.isEmpty, parts.count <= 6 else { continue }
            let isNear = frame.title.map { index > $0 - 12 } ?? (index > limit - 20)
            found.offer(parts, "breadcrumb", (isLabelled ? 0.92 : 0.8) + (isNear ? 0.05 : -0.1))
        }
        offerBreadcrumbElements(to: &found, before: limit)
    }

    private func offerBreadcrumbElements(to found: inout Candidates<[String]>, before limit: Int) {
        for element in page.scan.elements where element.flags.contains(.breadcrumb) {
            guard element.blocks.lowerBound < max(limit, 1), !element.text.isEmpty, element.text.count < 400 else {
                continue
            }
            var parts: [String] = []
            for block in element.blocks { parts += Breadcrumb.parts(page.text(of: page.scan.blocks[block])) }
            if element.blocks.isEmpty { parts = Breadcrumb.parts(page.text(of: element)) }
            let cleaned = clean(parts)
            if !cleaned.isEmpty, cleaned.count <= 8 { found.offer(cleaned, "class:breadcrumb", 0.88) }
        }
    }

    private func offerLinkedData(to found: inout Candidates<[String]>) {
        for node in linked.nodes where LinkedData.has(node, type: "BreadcrumbList") {
            let names =
                node["itemListElement"]?.elements.compactMap { $0["name"]?.text ?? $0["item"]?["name"]?.text } ?? []
            found.offer(clean(names), "json-ld:breadcrumb", 0.82)
        }
        if let section = linked.article?["articleSection"]?.elements.compactMap(\.text), !section.isEmpty {
            found.offer(clean(section), "json-ld", 0.75)
        }
    }

    private func hasArrow(_ text: Bytes) -> Bool {
        text.contains(">") || text.contains("›") || text.contains("»") || text.contains("＞") || text.contains("→")
    }

    /// Without the article itself, "home" and "text"; nil where nothing is left.
    private func clean(_ parts: [String]) -> [String] {
        let titleKey = title.map(TitleKey.init)
        var result: [String] = []
        for part in parts.map({ Entities.decode(TextCleaner.clean($0)) }) {
            guard !part.isEmpty, part.utf8.count <= 80, !Breadcrumb.isNoSection(part), !result.contains(part) else {
                continue
            }
            if let titleKey, TitleKey(part).likeness(to: titleKey) > 0.7 { continue }
            result.append(part)
        }
        return result
    }
}

/// Splits the text of a breadcrumb.
enum Breadcrumb {
    static func parts(_ text: Bytes) -> [String] {
        var rest = text
        for label in ["您所在的位置", "您当前的位置", "您的位置", "当前位置", "所在位置", "你的位置", "位置"] as [StaticString] {
            if let hit = rest.find(label) { rest = rest.cut(from: hit + label.utf8CodeUnitCount) }
        }
        var parts: [String] = []
        var start = 0
        var position = 0
        while position < rest.count {
            let scalar = rest.scalar(at: position)
            if isSeparator(scalar.value) {
                parts.append(rest.cut(start..<position).trimmed.string)
                start = position + scalar.length
            }
            position += scalar.length
        }
        parts.append(rest.cut(from: start).trimmed.string)
        return parts.filter { !$0.isEmpty }
    }

    private static func isSeparator(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3E, 0x203A, 0xBB, 0xFF1E, 0x2192, 0x3A, 0xFF1A, 0x7C, 0x2F: true
        default: false
        }
    }

    static func isNoSection(_ part: String) -> Bool {
        [
            "首页", "首頁", "网站首页", "正文", "文章正文", "主页", "home", "home page", "homepage", "startseite", "accueil", "inicio",
            "内容", "详情",
            "you are here", "站内", "搜索", "返回首页", "新闻正文",
        ].contains(part.lowercased())
    }
}
