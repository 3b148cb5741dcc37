package import Model

/// A fetch that gave no whole response, and all that is known of it.
package struct FetchFailure: Sendable, CustomStringConvertible {
    package let kind: Kind
    /// A sentence for a person: what happened, at which host, what to do.
    package let message: String
    package let requested: WebURL
    /// The address that failed, after the redirects.
    package let url: WebURL
    package let redirects: [Redirect]
    /// What libcurl said; nil where it was not asked.
    package let code: CurlCode?
    /// The status and head of the last response; nil where none came whole.
    package let status: Int?
    package let head: [UInt8]
    package let headers: HeaderList
    /// Bytes of the body that arrived, after decompression.
    package let receivedBytes: Int
    package let started: Timestamp
    package let finished: Timestamp
    package let details: TransferDetails

    package var timings: Timings { details.timings }
    package var remoteAddress: String? { details.remoteAddress }
    package var description: String { message }
}

extension FetchFailure {
    /// What went wrong; the raw values stand in logs and reels.
    package enum Kind: String, Sendable, CaseIterable {
        case nameNotResolved = "name_not_resolved"
        case connectionRefused = "connection_refused"
        /// No route, no answer, a reset before a connection stood.
        case connectFailed = "connect_failed"
        /// The connection ended before the head was whole.
        case connectionLost = "connection_lost"
        case tlsFailed = "tls_failed"
        case timedOut = "timed_out"
        case tooManyRedirects = "too_many_redirects"
        case redirectLoop = "redirect_loop"
        /// A Location that is no address.
        case badRedirect = "bad_redirect"
        /// A redirect leads to where the caller does not want to go.
        case notAdmitted = "not_admitted"
        /// The body passes the request's bound.
        case tooLarge = "too_large"
        case headersTooLarge = "headers_too_large"
        /// A content coding that nobody knows, or that is damaged.
        case badEncoding = "bad_encoding"
        /// The body ended early.
        case truncated
        case addressDenied = "address_denied"
        case schemeDenied = "scheme_denied"
        /// What came is not HTTP, or contradicts itself.
        case protocolError = "protocol_error"
        /// The task was cancelled.
        case cancelled
        /// The fetcher was shut down.
        case shutDown = "shut_down"
        /// The fault is on this side: memory, descriptors, a certificate file.
        case localFailure = "local_failure"
    }
}
