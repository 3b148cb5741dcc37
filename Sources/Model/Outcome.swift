/// How the attempt to take in one page ended.
///
/// The raw values stand in the fetches reel, in the counters and on the control socket; they do not change.
package enum Outcome: String, CaseIterable, Sendable, Hashable, Codable {
    // What became of a page that came
    /// A new article was appended.
    case article
    /// The text of a known article had changed; its new version was appended.
    case updated
    /// The same as last time: the same bytes, the same article, or the server's word for it (304).
    case unchanged
    /// The article's text is kept already, from another address.
    case duplicate
    /// The page was read and is no article.
    case notAnArticle = "not_an_article"
    /// A feed, sitemap or list page was read, and its links were noted.
    case discovered
    /// What came is not what the source's kind promises: no feed, no sitemap.
    case unreadable
    /// The page could not be kept, because the disk is full for example; it is fetched again.
    case notStored = "not_stored"

    // What was not fetched
    case robotsDenied = "robots_denied"
    case addressDenied = "address_denied"
    case schemeDenied = "scheme_denied"
    /// Put off to a later time: the host asked for it, or the queue is full.
    case deferred
    case cancelled

    // What the server answered
    /// 404 or 410.
    case gone
    /// Any other status of 400 and above.
    case httpError = "http_error"
    case redirectLoop = "redirect_loop"
    case tooManyRedirects = "too_many_redirects"
    case tooLarge = "too_large"
    case headersTooLarge = "headers_too_large"
    case badEncoding = "bad_encoding"
    case truncated
    case protocolError = "protocol_error"

    // What kept the server from answering
    case nameNotResolved = "name_not_resolved"
    case connectionRefused = "connection_refused"
    case connectFailed = "connect_failed"
    case tlsFailed = "tls_failed"
    case timedOut = "timed_out"

    /// Whether the page ended as it should: there is nothing to look at and nothing to try again.
    package var endedWell: Bool {
        switch self {
        case .article, .updated, .unchanged, .duplicate, .notAnArticle, .discovered: true
        case .unreadable, .notStored, .robotsDenied, .addressDenied, .schemeDenied, .deferred, .cancelled, .gone,
            .httpError, .redirectLoop, .tooManyRedirects, .tooLarge, .headersTooLarge, .badEncoding, .truncated,
            .protocolError, .nameNotResolved, .connectionRefused, .connectFailed, .tlsFailed, .timedOut:
            false
        }
    }
}
