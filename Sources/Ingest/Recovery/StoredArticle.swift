internal import Foundation
package import Model

/// An article as its reel has it.
package enum StoredArticle {
    /// The article of a line and the time its page was fetched; nil for a line of another schema.
    package static func read(_ line: [UInt8]) -> (article: Article, fetched: Timestamp)? {
        do {
            let article = try JSONDecoder().decode(Article.self, from: Data(line))
            return Timestamp(rfc3339: article.capture.fetched).map { (article, $0) }
        } catch {
            return nil
        }
    }
}
