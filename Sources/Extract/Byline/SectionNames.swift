internal import HTML

/// Tells names of people from the names of the site's sections, which stand in the same places.
enum SectionNames {
    /// Whether the name is that of a section: the page's navigation, or a link to a list of stories, says the same.
    static func holds(_ name: String, on page: Page, above title: Int?) -> Bool {
        let limit = title ?? 0
        var name = name
        return name.withUTF8 { name in
            page.scan.elements.indices.contains { index in
                let element = page.scan.elements[index]
                guard element.tag == .a, element.text.count >= name.count, element.text.count <= name.count + 2,
                    page.text(of: element).equals(name), !page.leadsToAuthor(index)
                else { return false }
                return element.blocks.lowerBound < limit
                    || !element.inherited.isDisjoint(with: [.navigation, .breadcrumb, .footer, .tags])
                    || page.attribute(.href, of: index).map(leadsToSection) ?? false
            }
        }
    }

    private static func leadsToSection(_ address: Bytes) -> Bool {
        [
            "/category/", "/categories/", "/tag/", "/tags/", "/topic/", "/topics/", "/section/", "/sections/",
            "/search", "/channel/",
            "/rubrik/", "/rubrique/", "/tema/", "/thema/", "/themen/", "/kategorie/", "/categoria/", "/keyword/",
            "/hashtag/",
        ].contains { address.containsFolded($0) }
    }
}
