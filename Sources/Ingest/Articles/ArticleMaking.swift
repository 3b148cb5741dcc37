internal import Catalog
internal import Dedup
internal import Extract
internal import Model

extension Article {
    /// An article of a draft: the next version where the address had another text.
    init(_ draft: ArticleDraft, of page: Page, charset: String, after state: URLState) {
        let text = draft.content.text
        let hash = Fingerprint.textHash(text)
        let version = state.textHash == nil ? 1 : state.version + 1
        self.init(
            id: Article.id(url: page.url, hash: hash, version: version), url: page.finalURL.href,
            canonicalURL: page.url.href, host: page.finalURL.host ?? page.url.host, sourceID: page.source,
            version: version, content: draft.content, contentHash: hash,
            simhash: Fingerprint.simhash(text, language: draft.content.language), nearDuplicateOf: nil,
            capture: CaptureReference(
                reel: "pages", offset: page.offset, fetched: page.fetched.rfc3339, status: page.status, charset: charset
            ),
            extractor: Extractor.version, supersedes: version > 1 ? state.articleID : nil)
        reservations = page.reservations
    }

    /// The first 32 hexadecimal digits of SHA-256 over URL, text hash and version.
    private static func id(url: CanonicalURL, hash: ContentHash, version: Int) -> String {
        let digest = Fingerprint.payloadHash(Array("\(url.href)\n\(hash)\n\(version)".utf8))
        return Hexadecimal.encode(digest.bytes.prefix(16))
    }
}

extension ArticleJudge.Subject {
    init(_ article: Article, page: Page, state: URLState) {
        self.init(
            id: article.id, url: article.canonicalURL, textHash: article.contentHash, simhash: article.simhash,
            fetched: page.fetched, knownHash: state.textHash, knownID: state.articleID)
    }

    /// An article that lies in the reel.
    init(_ entry: ArticleEntry) {
        self.init(
            id: entry.id, url: entry.url, textHash: entry.textHash, simhash: entry.simhash, fetched: entry.fetched,
            knownHash: nil, knownID: nil)
    }

    /// A copy that is noted in the reel, of the article with an id.
    init(_ copy: ArticleCopy, of id: String) {
        self.init(
            id: id, url: copy.url, textHash: copy.textHash, simhash: copy.simhash, fetched: copy.fetched,
            knownHash: nil, knownID: nil)
    }
}
