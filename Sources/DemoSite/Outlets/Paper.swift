internal import Model

/// An English paper: a front page that announces an RSS feed, and a news sitemap.
struct Paper: Outlet {
    let timeline: Timeline
    let address = "127.0.0.2"
    private let name = "The Harbour Courier"

    func page(at path: String) -> SitePage? {
        let age = timeline.age
        switch path {
        case "/robots.txt":
            return .plain("User-agent: *\nAllow: /\nSitemap: http://127.0.0.2:\(timeline.port)/news-sitemap.xml\n")
        case "/": return .html(front(age))
        case "/feed.xml": return .xml(feed(age), type: "application/rss+xml")
        case "/news-sitemap.xml": return .xml(sitemap(age), type: "application/xml")
        default:
            guard let story = visible(age).first(where: { self.path($0) == path }) else { return nil }
            var page = SitePage.html(article(story, age))
            page.lastModified = timeline.universal(changed(story, age)).httpDate
            return page
        }
    }

    private func visible(_ age: Duration) -> [Story] { PaperStories.all.filter { $0.isVisible(at: age) } }

    private func path(_ story: Story) -> String { "/\(story.section.lowercased())/\(story.name)" }

    private func url(_ story: Story) -> String { "http://127.0.0.2:\(timeline.port)\(path(story))" }

    private func changed(_ story: Story, _ age: Duration) -> Duration {
        story.isCorrected(at: age) ? story.correction?.after ?? story.published : story.published
    }

    private func front(_ age: Duration) -> String {
        let items = visible(age).map { story in
            "<article><h2><a href=\"\(path(story))\">\(escaped(story.title))</a></h2><p>\(escaped(story.paragraphs[0]))</p></article>"
        }
        return """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(name)</title>
            <link rel="alternate" type="application/rss+xml" title="\(name)" href="/feed.xml"></head>
            <body><header><h1>\(name)</h1><nav><a href="/">Home</a> <a href="/harbour">Harbour</a></nav></header>
            <main>\(items.joined(separator: "\n"))</main><footer>© \(name)</footer></body></html>
            """
    }

    private func feed(_ age: Duration) -> String {
        let items = visible(age).map { story in
            """
            <item><title>\(escaped(story.title))</title><link>\(url(story))</link><guid>\(url(story))</guid>\
            <pubDate>\(timeline.universal(story.published).httpDate)</pubDate>\
            <description>\(escaped(story.paragraphs[0]))</description></item>
            """
        }
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0"><channel><title>\(name)</title><link>http://127.0.0.2:\(timeline.port)/</link><description>News of the harbour</description>
            \(items.joined(separator: "\n"))
            </channel></rss>
            """
    }

    private func sitemap(_ age: Duration) -> String {
        let items = visible(age).map { story in
            """
            <url><loc>\(url(story))</loc><lastmod>\(timeline.universal(changed(story, age)).rfc3339)</lastmod>\
            <news:news><news:publication><news:name>\(name)</news:name><news:language>en</news:language></news:publication>\
            <news:publication_date>\(timeline.universal(story.published).rfc3339)</news:publication_date>\
            <news:title>\(escaped(story.title))</news:title></news:news></url>
            """
        }
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            \(items.joined(separator: "\n"))
            </urlset>
            """
    }

    private func article(_ story: Story, _ age: Duration) -> String {
        let published = timeline.universal(story.published).rfc3339
        let modified = timeline.universal(changed(story, age)).rfc3339
        let paragraphs = story.paragraphs(at: age).map { "<p>\(escaped($0))</p>" }.joined(separator: "\n")
        let more = visible(age).filter { $0.name != story.name }
            .map { "<li><a href=\"\(path($0))\">\(escaped($0.title))</a></li>" }.joined()
        return """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(escaped(story.title)) | \(name)</title>
            <meta property="og:title" content="\(escaped(story.title))"><meta property="og:site_name" content="\(name)">
            <meta property="article:published_time" content="\(published)"><meta property="article:modified_time" content="\(modified)">
            <link rel="canonical" href="\(url(story))"></head>
            <body><header><nav><a href="/">Home</a> <a href="/harbour">Harbour</a> <a href="/subscribe">Subscribe</a></nav></header>
            <main><article><h1>\(escaped(story.title))</h1><p class="byline">By <a rel="author" href="/staff">\(escaped(story.byline))</a></p>
            <time datetime="\(published)">\(timeline.universal(story.published).englishForm)</time>
            <div class="share"><a href="#">Share</a> <a href="#">Email</a></div>
            \(paragraphs)
            </article><aside><h3>More from the Courier</h3><ul>\(more)</ul></aside></main>
            <footer>© \(name). All rights reserved. <a href="/privacy">Privacy</a></footer></body></html>
            """
    }
}
