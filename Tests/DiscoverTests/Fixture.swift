import Discover
import Model

/// Feeds written for these tests, and short ways to read them.
enum Fixture {
    static func feed(_ text: String, contentType: String? = nil, url: String? = "https://news.example/feed") throws
        -> Feed
    {
        try FeedReader.read(Array(text.utf8), contentType: contentType, url: try url.map { try WebURL($0) })
    }

    static func sitemap(_ text: String, contentType: String? = nil) throws -> Sitemap {
        try SitemapReader.read(
            Array(text.utf8), contentType: contentType, url: try WebURL("https://news.example/sitemap.xml"))
    }

    /// An RSS feed around items.
    static func rss(_ items: String, channel: String = "") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" \
        xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
        <channel><title>River Post</title><link>https://news.example/</link>\(channel)\(items)</channel></rss>
        """
    }

    /// An Atom feed around entries.
    static func atom(_ entries: String, feed: String = "", attributes: String = "") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" \(attributes)><title>Harbour News</title>\(feed)\(entries)</feed>
        """
    }

    /// A feed of so many numbered items.
    static func numberedItems(_ count: Int) -> String {
        rss(
            (0..<count).map { number in
                """
                <item><title>Story \(number)</title><link>https://news.example/story/\(number)</link>
                <description><![CDATA[<p>The story of number \(number) & its friends.</p>]]></description></item>
                """
            }.joined(separator: "\n"))
    }
}
