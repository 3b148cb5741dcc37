import Foundation
package import Model

/// A source's `article_pattern`: which absolute URLs are articles.
///
/// Compiled once by the caller. The expression (ICU's syntax) may match anywhere in the URL, whose fragment is left out.
/// Swift's own Regex cannot be kept here: it is not Sendable. A match takes about a microsecond.
package struct LinkPattern: Sendable, CustomStringConvertible {
    private let expression: NSRegularExpression

    /// Compiles an expression; throws `badPattern` for one that does not.
    package init(_ pattern: String) throws(DiscoverError) {
        do {
            expression = try NSRegularExpression(pattern: pattern)
        } catch {
            throw DiscoverError(.badPattern, url: nil, found: pattern)
        }
    }

    /// Whether the URL is an article's.
    package func matches(_ url: WebURL) -> Bool {
        let text = url.withoutFragment.href
        return expression.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)) != nil
    }

    package var description: String { expression.pattern }
}
