package import Model

/// One step of a fetch that is followed to its end: a line of the stream of `POST /v1/fetch` with `wait`.
///
/// `queued` for each page taken up (its `url` and `source`), `outcome` for each that ended, `progress` where many wait, and one
/// `done` at the end. `done` and `total` count pages; `total` grows while sources unfold.
package struct FetchEvent: WireValue, Equatable {
    package enum Kind: String, Sendable, Codable { case queued, outcome, progress, done }

    package var kind: Kind
    package var time: WireTime?
    package var url: String?
    package var source: String?
    package var outcome: Outcome?
    /// The HTTP status, where a server answered.
    package var status: Int?
    package var articleID: String?
    package var title: String?
    /// Bytes of the body after decompression.
    package var bytes: Int?
    package var milliseconds: Int?
    /// Why, in words a person understands, where the page did not end well.
    package var message: String?
    package var done: Int?
    package var total: Int?
    /// Whether every page ended well; in `done` alone.
    package var ok: Bool?

    package init(_ kind: Kind, time: Timestamp? = nil, url: String? = nil, source: String? = nil) {
        self.kind = kind
        self.time = time.map { WireTime($0) }
        self.url = url
        self.source = source
    }

    /// How far the order is.
    package static func progress(done: Int, total: Int) -> FetchEvent {
        var event = FetchEvent(.progress)
        event.done = done
        event.total = total
        return event
    }

    /// The last event of a stream.
    package static func done(done: Int, total: Int, ok: Bool) -> FetchEvent {
        var event = FetchEvent(.done)
        event.done = done
        event.total = total
        event.ok = ok
        return event
    }

    private enum CodingKeys: String, CodingKey {
        case kind, time, url, source, outcome, status, title, bytes, milliseconds, message, done, total, ok
        case articleID = "article_id"
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("kind", kind.rawValue)
        writer.optional("time", time)
        writer.optional("url", url)
        writer.optional("source", source)
        writer.optional("outcome", outcome?.rawValue)
        writer.optional("status", status)
        writer.optional("article_id", articleID)
        writer.optional("title", title)
        writer.optional("bytes", bytes)
        writer.optional("milliseconds", milliseconds)
        writer.optional("message", message)
        writer.optional("done", done)
        writer.optional("total", total)
        writer.optional("ok", ok)
    }
}
