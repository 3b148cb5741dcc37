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
        for (index, block) in page.scan.blocks.prefix(limit).enumerated()
        where block.count <= 300 && block.kind != .caption {
            let text = page.text(of: block)
            let isLabelled = Breadcrumb.label(text) != nil || Breadcrumb.endsAtText(text)
            guard isLabelled || block.linkBytes > 0 || mayBeLine(index),
                isLabelled || Breadcrumb.hasArrow(text) || Breadcrumb.opensAtHome(text)
            else { continue }
            var parts = clean(Breadcrumb.parts(text, isLabelled: isLabelled))
            if isLabelled, parts.count < 2 {
                let linked = clean(page.links(in: [index]).map { page.text(ofElement: $0).string })
                if linked.count > parts.count { parts = linked }
            }
            guard !parts.isEmpty, parts.count <= 6 else { continue }
            let isNear = frame.title.map { index > $0 - 12 } ?? (index > limit - 20)
            found.offer(parts, "breadcrumb", (isLabelled ? 0.92 : 0.8) + (isNear ? 0.05 : -0.1))
        }
        offerBreadcrumbElements(to: &found, before: limit)
    }

    /// A page that lost its markup has no links to tell by; there it is a line right above the headline.
    private func mayBeLine(_ index: Int) -> Bool {
        guard page.isFlattened, let title = frame.title else { return false }
        return index < title && index > title - 6 && page.scan.blocks[index].count <= 120
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

    /// Without the article itself, "home" and "text"; nil where nothing is left.
    func clean(_ parts: [String]) -> [String] {
        let titleKey = title.map(TitleKey.init)
        var result: [String] = []
        for part in parts.map({ Entities.decode(TextCleaner.clean($0)) }) {
            guard part.utf8.count <= 80, !part.utf8.allSatisfy(\.isDigit), !TitleKey(part).isEmpty,
                !Breadcrumb.isNoSection(part),
                !result.contains(part)
            else {
                continue
            }
            if let titleKey, TitleKey(part).likeness(to: titleKey) > 0.7 { continue }
            result.append(part)
        }
        return result
    }
}
