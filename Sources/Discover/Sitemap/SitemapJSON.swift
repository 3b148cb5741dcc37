package import Model

// The JSON form of a sitemap, as `newsreel check sitemap` prints it.

extension Sitemap {
    /// The version of the JSON form.
    package static let schema = 1

    /// Writes the sitemap as one JSON object.
    package func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("schema", Sitemap.schema)
        writer.member("kind", kind.rawValue)
        writer.member("damaged", isDamaged)
        writer.array("urls", urls) { url, writer in
            writer.member("loc", url.location.href)
            writer.member("lastmod", url.lastModified)
            writer.object("news", url.news) { news, writer in
                writer.member("title", news.title)
                writer.member("published", news.published)
                writer.member("publication", news.publication)
                writer.member("language", news.language)
            }
        }
        writer.endObject()
    }
}
