/// One article as the articles reel keeps it: schema 1 of docs/article.md.
///
/// Text is Unicode NFC. A field nobody could find is nil or empty, never a guess.
package struct Article: Sendable, Equatable, Decodable {
    /// The version of the JSON form.
    package static let schema = 1

    /// 32 hexadecimal digits, made of the canonical URL and the content hash: the same page with the same text has the same id.
    package var id: String
    package var url: String
    package var canonicalURL: String
    package var host: String
    package var sourceID: SourceID
    /// 1 for the first text seen at the canonical URL, one more for each change.
    package var version: Int
    /// The id of the version before; nil for the first.
    package var supersedes: String?
    /// What the page says.
    package var content: ArticleContent
    /// SHA-256 of the normalised text.
    package var contentHash: ContentHash
    /// 64-bit SimHash of the normalised text; the same story elsewhere differs in few bits.
    package var simhash: UInt64
    /// The id of the article this one repeats almost word for word.
    package var nearDuplicateOf: String?
    package var capture: CaptureReference
    /// What the page's owner reserves; empty for nothing.
    package var reservations: [Reservation] = []
    /// Name and version of the program that extracted it.
    package var extractor: String

    package init(
        id: String, url: String, canonicalURL: String, host: String, sourceID: SourceID, version: Int,
        content: ArticleContent, contentHash: ContentHash, simhash: UInt64, nearDuplicateOf: String?,
        capture: CaptureReference, extractor: String, supersedes: String? = nil
    ) {
        self.id = id
        self.url = url
        self.canonicalURL = canonicalURL
        self.host = host
        self.sourceID = sourceID
        self.version = version
        self.content = content
        self.contentHash = contentHash
        self.simhash = simhash
        self.nearDuplicateOf = nearDuplicateOf
        self.capture = capture
        self.extractor = extractor
        self.supersedes = supersedes
    }
}

/// Where the page of an article lies, and how it came.
package struct CaptureReference: Sendable, Equatable, Codable {
    /// The reel's name, `pages`.
    package var reel: String
    package var offset: Offset
    /// RFC 3339.
    package var fetched: String
    /// The HTTP status.
    package var status: Int
    /// The Encoding Standard's name of the charset, in lower case.
    package var charset: String

    package init(reel: String, offset: Offset, fetched: String, status: Int, charset: String) {
        self.reel = reel
        self.offset = offset
        self.fetched = fetched
        self.status = status
        self.charset = charset
    }
}
