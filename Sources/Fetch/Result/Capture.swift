package import Model

/// A response that arrived whole, whatever its status: what was asked, what came, and how.
package struct Capture: Sendable {
    /// The address of the request.
    package let requested: WebURL
    /// The address the response came from, after the redirects.
    package let `final`: WebURL
    /// The redirects on the way, in order.
    package let redirects: [Redirect]
    package let status: Int
    /// The last response's head as it was received: status line, fields, blank line.
    package let head: [UInt8]
    package let headers: HeaderList
    /// The body without its transfer and content codings.
    package let body: [UInt8]
    package let started: Timestamp
    /// When the whole response was there.
    package let finished: Timestamp
    package let details: TransferDetails
    /// Keeps the body's bytes counted as in flight as long as the capture, or a copy of it, is there.
    let hold: BodyHold?

    package var timings: Timings { details.timings }
    package var remoteAddress: String? { details.remoteAddress }
    package var remotePort: Int? { details.remotePort }
    package var httpVersion: String { details.httpVersion }
    package var wireBytes: Int { details.wireBytes }

    package var contentType: String? { headers["content-type"] }
    /// The codings that were undone, such as `gzip`.
    package var contentEncoding: String? { headers["content-encoding"] }
    /// What to ask with the next time.
    package var validators: Validators {
        Validators(entityTag: headers["etag"], lastModified: headers["last-modified"])
    }
    /// How long the host wants to be left alone, from the end of this response on.
    package var retryAfter: Duration? { headers["retry-after"].flatMap { RetryAfter.wait($0, now: finished) } }
}

/// A response that sent the request elsewhere.
package struct Redirect: Hashable, Sendable {
    /// The address that answered.
    package let url: WebURL
    package let status: Int
    /// The Location field as it was written.
    package let location: String
}

/// How a response travelled.
package struct TransferDetails: Hashable, Sendable {
    package let timings: Timings
    /// The peer's IP address; nil where no connection came about.
    package let remoteAddress: String?
    package let remotePort: Int?
    /// `1.0`, `1.1`, `2` or `3`; empty where nothing was received.
    package let httpVersion: String
    /// Bytes of head and body of the last response, as they were sent.
    package let wireBytes: Int
}

/// How long each part took; of the last hop, where there were redirects.
package struct Timings: Hashable, Sendable {
    /// Name resolution; zero on a connection that was open.
    package let dns: Duration
    /// The TCP handshake.
    package let connect: Duration
    /// The TLS handshake; zero without TLS.
    package let tls: Duration
    /// From the hop's start to the first byte of its response.
    package let firstByte: Duration
    /// From the start to the end, redirects included.
    package let total: Duration
}

extension Timings {
    func total(_ total: Duration) -> Timings {
        Timings(dns: dns, connect: connect, tls: tls, firstByte: firstByte, total: total)
    }
}
