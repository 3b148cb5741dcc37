/// The form of a URL under which the frontier and the catalog know a page.
///
/// A ``WebURL`` (so: lower-case scheme and host, no default port, no dot segments) without its fragment and without
/// tracking parameters. Nothing is sorted, decoded or added: what is left is what the site wrote. Canonicalising twice
/// changes nothing.
package struct CanonicalURL: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The canonical URL as a URL.
    package let url: WebURL

    package init(_ url: WebURL) {
        self.url = CanonicalURL.withoutTracking(url)
    }

    /// Parses and canonicalises an absolute URL; nil where it is none.
    package init?(_ text: String) {
        do throws(URLError) {
            self.init(try WebURL(text))
        } catch {
            return nil
        }
    }

    package var href: String { url.href }

    /// Empty where there is none.
    package var host: String { url.host ?? "" }

    package var description: String { href }

    package static func < (left: CanonicalURL, right: CanonicalURL) -> Bool { left.href < right.href }

    /// Only the queries of HTTP URLs are touched; an empty query goes too.
    private static func withoutTracking(_ url: WebURL) -> WebURL {
        guard let query = url.layout.query, url.isHTTP else { return url.withoutFragment }
        let href: String? = url.withBytes { bytes in
            var kept = Array(UnsafeBufferPointer(rebasing: bytes[..<Int(url.layout.queryStart)]))
            kept.reserveCapacity(query.upperBound)
            var separator = UInt8(ascii: "?")
            for piece in bytes[query].split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
            where !TrackingParameters.contains(UnsafeBufferPointer(rebasing: piece)) {
                kept.append(separator)
                kept.append(contentsOf: piece)
                separator = UInt8(ascii: "&")
            }
            if kept.count == query.lowerBound, kept.last == UInt8(ascii: "?") { kept.removeLast() }
            return kept.count == query.upperBound ? nil : String(decoding: kept, as: UTF8.self)
        }
        guard let href else { return url.withoutFragment }
        var layout = url.layout
        layout.fragmentStart = UInt32(href.utf8.count)
        return WebURL(href: href, layout: layout)
    }
}

extension CanonicalURL: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let url = CanonicalURL(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected an absolute URL")
        }
        self = url
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(href)
    }
}
