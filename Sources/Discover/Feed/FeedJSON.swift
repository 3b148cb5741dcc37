package import Model

// The JSON form of a feed, as `newsreel check feed` prints it.

extension Feed {
    /// The version of the JSON form.
    package static let schema = 1

    /// Writes the feed as one JSON object.
    package func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("schema", Feed.schema)
        writer.member("kind", kind.rawValue)
        writer.member("title", title)
        writer.member("link", link?.href)
        writer.member("next", next?.href)
        writer.member("damaged", isDamaged)
        refresh.write(to: &writer)
        writer.array("items", items) { item, writer in item.writeMembers(to: &writer) }
        writer.endObject()
    }
}

extension FeedItem {
    fileprivate func writeMembers(to writer: inout JSONWriter) {
        writer.member("title", title)
        writer.member("url", url?.href)
        writer.member("id", id)
        writer.member("published", published)
        writer.member("updated", updated)
        writer.member("authors", authors)
        writer.member("summary", summary?.value)
        writer.member("content", content?.value)
        writer.member("categories", categories)
    }
}

extension FeedRefresh {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.key("refresh")
        writer.beginObject()
        writer.key("interval_seconds")
        if let seconds = interval?.components.seconds { writer.value(seconds) } else { writer.null() }
        for (name, values) in [("skip_hours", skipHours), ("skip_days", skipDays)] {
            writer.key(name)
            writer.beginArray()
            for value in values.sorted() { writer.value(value) }
            writer.endArray()
        }
        writer.endObject()
    }
}
