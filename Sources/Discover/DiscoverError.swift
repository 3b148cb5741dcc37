package import Model

/// Why a page could not be read as what its source says it is.
package struct DiscoverError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    package enum Code: String, Hashable, Sendable {
        /// There are no bytes, or only white space.
        case empty
        /// Neither RSS, Atom nor JSON Feed, or none of its elements could be read.
        case notAFeed
        /// No urlset, no index, no feed, and no list of URLs.
        case notASitemap
        /// No OPML, or none with an outline.
        case notAnOutline
        /// A compressed body that does not inflate, or not within its limit.
        case badCompression
        /// An article pattern that is no regular expression.
        case badPattern
    }

    package let code: Code
    /// The page's URL, where it is known.
    package let url: String?
    /// What was found instead.
    package let found: String

    package init(_ code: Code, url: WebURL?, found: String) {
        self.code = code
        self.url = url?.href
        self.found = found
    }

    package var description: String {
        let place = url.map { "\($0): " } ?? ""
        return switch code {
        case .empty: "\(place)the body is empty; check that the URL is a feed, a sitemap or a page"
        case .notAFeed: "\(place)expected RSS, Atom or JSON Feed, found \(found); check the source's kind"
        case .notASitemap: "\(place)expected a sitemap, found \(found); check the source's kind"
        case .notAnOutline: "\(place)expected OPML with outlines, found \(found)"
        case .badCompression: "\(place)the compressed body cannot be read: \(found)"
        case .badPattern: "article_pattern is no regular expression: \(found)"
        }
    }
}
