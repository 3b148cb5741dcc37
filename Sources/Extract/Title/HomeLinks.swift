internal import HTML
internal import Model

/// Finds what on the page leads to the site's front page: the site's name, in a logo or a heading.
struct HomeLinks {
    let page: Page
    /// The page's own host; nil where it has none, or is the front page itself.
    private let host: String?

    /// Links after this many are no longer of the masthead.
    private static let maximumLinks = 40

    init(page: Page) {
        self.page = page
        host = page.url.flatMap { $0.path.utf8.count > 1 ? $0.host : nil }
    }

    /// What the links of the masthead to the front page say.
    func names() -> [String] {
        var found: [String] = []
        var links = 0
        for index in page.scan.elements.indices where page.scan.elements[index].tag == .a {
            links += 1
            guard links <= HomeLinks.maximumLinks, found.count < 6 else { break }
            let element = page.scan.elements[index]
            guard element.text.count >= 6, element.text.count <= 60, leadsHome(index) else { continue }
            let name = TextCleaner.clean(page.text(of: element))
            if !Breadcrumb.isNoSection(name), !found.contains(name) { found.append(name) }
        }
        return found
    }

    /// Whether most of the heading is a link to the front page.
    func isMasthead(_ heading: Int) -> Bool {
        let element = page.scan.elements[heading]
        let inside = (heading + 1)..<max(heading + 1, element.endElement)
        let outer = [element.parent].filter { $0 >= 0 }
        return (Array(inside.prefix(8)) + outer).contains { index in
            let link = page.scan.elements[index]
            return link.tag == .a && link.text.count * 10 >= element.text.count * 6 && leadsHome(index)
        }
    }

    private func leadsHome(_ link: Int) -> Bool {
        if page.attribute(.rel, of: link)?.equalsFolded("home") == true { return true }
        guard host != nil || page.url == nil, let href = page.attribute(.href, of: link)?.trimmed, href.count <= 80
        else {
            return false
        }
        if href.count == 1 { return href[0] == 0x2F }
        return isOwnHost(href)
    }

    /// `https://`, or two slashes, the host, and nothing more than a slash.
    private func isOwnHost(_ href: Bytes) -> Bool {
        guard var host, let mark = href.find("//"), mark <= 6 else { return false }
        let rest = href.cut(from: mark + 2)
        return host.withUTF8 { host in
            rest.count >= host.count && rest.findSameFolded(host) == 0
                && (rest.count == host.count || rest.count == host.count + 1 && rest[host.count] == 0x2F)
        }
    }
}
