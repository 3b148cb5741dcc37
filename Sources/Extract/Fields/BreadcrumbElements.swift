internal import HTML

// Breadcrumbs that a class, or a name for screen readers and search engines, calls so.

extension SectionStage {
    func offerBreadcrumbElements(to found: inout Candidates<[String]>, before limit: Int) {
        for index in page.scan.elements.indices {
            let element = page.scan.elements[index]
            guard element.blocks.lowerBound < max(limit, 1) else { break }
            guard isBreadcrumb(index), !element.text.isEmpty, element.text.count < 400 else { continue }
            let cleaned = clean(parts(of: index))
            if !cleaned.isEmpty, cleaned.count <= 8 { found.offer(cleaned, "class:breadcrumb", 0.88) }
        }
    }

    /// By class, or by what the element is called for screen readers and search engines.
    private func isBreadcrumb(_ index: Int) -> Bool {
        let element = page.scan.elements[index]
        if element.flags.contains(.breadcrumb) { return true }
        guard [.nav, .ol, .ul].contains(element.tag) else { return false }
        let names = ["aria-label", "itemtype"].map { page.document.attribute(named: $0, of: element.node) }
        return names.contains { $0.map { $0.containsFolded("breadcrumb") || $0.contains("面包屑") } ?? false }
    }

    /// Each link by itself, and what stands between the links: the marks are often drawn by the style sheet.
    private func parts(of index: Int) -> [String] {
        let element = page.scan.elements[index]
        var parts: [String] = []
        var position = element.text.lowerBound
        for child in index..<max(index + 1, element.endElement) where page.scan.elements[child].tag == .a {
            let link = page.scan.elements[child].text
            guard !link.isEmpty, link.lowerBound >= position else { continue }
            parts += between(position..<link.lowerBound)
            parts.append(Breadcrumb.withoutMarks(page.text.cut(link)).string)
            position = link.upperBound
        }
        return parts + between(position..<max(position, element.text.upperBound))
    }

    /// What is no link: a section, or the page's own title; not a label, or a figure such as the minutes it takes to read.
    private func between(_ range: Range<Int>) -> [String] {
        page.text.cut(range).split(separator: 0x0A).flatMap { line in
            Breadcrumb.unlinked(UnsafeBufferPointer(rebasing: line)).filter { part in
                part.utf8.first.map { !$0.isDigit } ?? false
            }
        }
    }
}
