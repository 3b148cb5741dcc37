package import Model

/// A page as an archive keeps it, ready for the pipeline.
package struct ArchivedPage: Sendable, Equatable {
    package let url: String
    package let date: Timestamp?
    /// The HTTP status; nil for a `resource` or a `conversion`.
    package let status: Int?
    /// The HTTP Content-Type; the record's own where there is no HTTP.
    package let contentType: String?
    /// The validators of the answer (RFC 9110 section 8.8), as they were written.
    package let entityTag: String?
    package let lastModified: String?
    /// The HTTP head as stored; empty where there is no HTTP.
    package let head: [UInt8]
    /// The body with its codings taken off.
    package let body: [UInt8]
    /// False where the capture was cut, the body is broken, or longer than was asked for.
    package let isWhole: Bool
    /// Whether the body is text that somebody has extracted already (`conversion`).
    package let isExtractedText: Bool
}

extension WARCRecord {
    /// What a record gives the pipeline.
    package enum Content: Sendable, Equatable {
        case page(ArchivedPage)
        /// No page, and why, in a short word: `not_a_page`, `no_url`, `too_large`, `no_http`, `unknown_coding`.
        case none(reason: String)
    }

    /// The page in a `response`, `resource` or `conversion` record, with at most so many bytes of body.
    package func content(maximumBytes: Int) -> Content {
        guard ["response", "resource", "conversion"].contains(type) else { return .none(reason: "not_a_page") }
        guard let url = targetURI, url.hasPrefix("http://") || url.hasPrefix("https://") else {
            return .none(reason: "no_url")
        }
        guard hasBlock else { return .none(reason: "too_large") }
        guard type == "response" else {
            let isWhole = block.count <= maximumBytes && !isTruncated
            let body = block.count <= maximumBytes ? block : Array(block[..<maximumBytes])
            return page(url, nil, body, isWhole)
        }
        guard let message = http else { return .none(reason: "no_http") }
        switch message.decodedBody(maximumBytes: maximumBytes) {
        case .bytes(let body, let isWhole): return page(url, message, body, isWhole && !isTruncated)
        case .unknownCoding: return .none(reason: "unknown_coding")
        }
    }

    private func page(_ url: String, _ message: HTTPMessage?, _ body: [UInt8], _ isWhole: Bool) -> Content {
        .page(
            ArchivedPage(
                url: url, date: date, status: message?.status,
                contentType: message.map { $0.fields["Content-Type"] } ?? contentType,
                entityTag: message?.fields["ETag"], lastModified: message?.fields["Last-Modified"],
                head: message?.head ?? [], body: body, isWhole: isWhole, isExtractedText: type == "conversion"))
    }
}
