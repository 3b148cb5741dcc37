/// Reads a sitemap that is a plain list: one absolute URL a line.
enum TextSitemap {
    /// The URLs; nil where no line is one, or most lines are not.
    static func read(_ utf8: [UInt8]) -> Sitemap? {
        var sitemap = Sitemap(kind: .urlset)
        var others = 0
        for line in utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            guard sitemap.urls.count < SitemapReader.maximumURLs else { break }
            guard let text = String(decoding: line.prefix(8192), as: UTF8.self).trimmed else { continue }
            if let location = WebLink.resolve(text, base: nil) {
                sitemap.urls.append(SitemapURL(location: location))
            } else {
                others += 1
            }
        }
        return sitemap.urls.isEmpty || others > sitemap.urls.count ? nil : sitemap
    }
}
