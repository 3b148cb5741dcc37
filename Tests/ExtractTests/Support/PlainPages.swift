import Model

@testable import Extract

/// What is read from a page that came as plain text, given by lines.
func plainContent(_ lines: [String], url: String? = nil) throws -> ArticleContent {
    let address = try url.map { try WebURL($0) }
    guard
        case .article(let draft) = Extractor.extractText(
            utf8: Array(lines.joined(separator: "\n").utf8), url: address)
    else { throw Unexpected(description: "turned away") }
    return draft.content
}
