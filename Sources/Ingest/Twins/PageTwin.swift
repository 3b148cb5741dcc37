internal import Model

/// AMP and mobile twins: pages whose article has an address of its own, which they name (`link rel=canonical`).
enum PageTwin {
    /// The address of the article's own page; nil for a page that is no twin.
    ///
    /// It is believed of pages alone whose address has the shape of a twin's, and within one site: a `canonical` that leads elsewhere, or
    /// from an ordinary page to its front page, is a mistake of the site's more often than not. It leads to no other twin, so that
    /// two pages cannot name each other.
    static func original(of page: Page) -> CanonicalURL? {
        guard hasShape(page.finalURL) else { return nil }
        let links = MetaScan.elements(in: page.body).filter {
            $0.isLink && $0.name.split(separator: " ").contains("canonical")
        }
        guard links.count == 1, let href = links.first?.content.replacing("&amp;", with: "&"),
            !href.unicodeScalars.contains("\u{FFFD}"), let url = parsed(href, base: page.finalURL)
        else { return nil }
        let original = CanonicalURL(url)
        let isElsewhere = original != page.url && original != CanonicalURL(page.finalURL)
        guard url.isHTTP, isElsewhere, isSameSite(url, page.finalURL), !hasShape(url), url.path != "/" else {
            return nil
        }
        return original
    }

    /// Whether an address is one that sites give to AMP or mobile pages.
    static func hasShape(_ url: WebURL) -> Bool {
        let first = (url.host ?? "").prefix { $0 != "." }
        if ["m", "mobile", "amp", "wap", "3g", "touch"].contains(first) { return true }
        let segments = url.path.lowercased().split(separator: "/")
        if segments.contains("amp") { return true }
        if let last = segments.last, [".amp", ".amp.html", ".amp.htm"].contains(where: last.hasSuffix) { return true }
        let query = url.pathAndQuery.dropFirst(url.path.utf8.count).dropFirst().lowercased()
        return query.split(separator: "&").contains { ["amp", "amp=1", "amp=true", "outputtype=amp"].contains($0) }
    }

    private static func isSameSite(_ left: WebURL, _ right: WebURL) -> Bool {
        guard let host = left.host, let other = right.host else { return false }
        return host == other || RegistrableDomain.of(host).map { $0 == RegistrableDomain.of(other) } ?? false
    }

    private static func parsed(_ text: String, base: WebURL) -> WebURL? {
        do { return try WebURL(text, base: base) } catch { return nil }
    }
}
