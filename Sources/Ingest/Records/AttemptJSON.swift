internal import Fetch
internal import Model
internal import Schedule

extension Attempt {
    /// The version of the JSON form.
    package static let schema = 1

    /// The attempt as one line of JSON with its line feed.
    package var line: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("schema", Attempt.schema)
        writer.member("time", time)
        writer.member("source", entry.source.rawValue)
        writer.member("url", entry.url.href)
        writer.member("purpose", entry.purpose.rawValue)
        writer.member("outcome", outcome.rawValue)
        writer.member("message", message)
        writeAnswer(to: &writer)
        writer.member("article_id", articleID)
        writer.member("title", title)
        if let found { writer.member("found", found) }
        if let new { writer.member("new", new) }
        writer.member(reservations: reservations)
        writer.member("attempt", entry.attempts + 1)
        writer.member("retry_at", retryAt)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private func writeAnswer(to writer: inout JSONWriter) {
        if let status { writer.member("status", status) }
        if let finalURL, finalURL != entry.url.href { writer.member("final_url", finalURL) }
        if !redirects.isEmpty {
            writer.array("redirects", redirects) { redirect, writer in
                writer.member("url", redirect.url.href)
                writer.member("status", redirect.status)
                writer.member("location", redirect.location)
            }
        }
        if let contentType { writer.member("content_type", contentType) }
        if let charset { writer.member("charset", charset) }
        if let bytes { writer.member("bytes", bytes) }
        if let page { writer.member("page_offset", page.rawValue) }
        guard let details else { return }
        writer.member("wire_bytes", details.wireBytes)
        writer.member("http_version", details.httpVersion)
        writer.member("ip", details.remoteAddress)
        writer.member("milliseconds", details.timings.total.milliseconds)
        writer.object("timings", Optional(details.timings)) { timings, writer in
            writer.member("dns", timings.dns.milliseconds)
            writer.member("connect", timings.connect.milliseconds)
            writer.member("tls", timings.tls.milliseconds)
            writer.member("first_byte", timings.firstByte.milliseconds)
        }
    }
}
