internal import Archive
internal import Decode
internal import Dedup
internal import Extract
internal import Foundation
internal import HTML
internal import Model
internal import Reel

/// Reads kept pages again with today's extraction, and compares with the articles that were made of them. Changes nothing.
struct Replay: Sendable {
    /// What came of one page.
    enum Result: Sendable {
        /// Not a page that articles are read from, or one of another source.
        case passedOver
        case same
        case changed(Article, ArticleDiff)
        /// It gave an article, and gives none today; why.
        case lost(Article, reason: String)
        /// It gave none, and today gives one whose text is not kept.
        case new(url: String, offset: Offset, title: String?)
        case none
    }

    let pages: ReelLocation
    let articles: ReelLocation
    let source: String?
    /// Where the article of a page lies, by the page's offset.
    private let made: [Offset: Offset]
    /// The hashes of all articles' texts.
    private let texts: Set<String>

    private struct Line: Decodable {
        struct Capture: Decodable { let offset: UInt64 }
        let capture: Capture
        let hash: String

        private enum CodingKeys: String, CodingKey {
            case capture
            case hash = "content_hash"
        }
    }

    /// Reads which pages gave which articles.
    init(pages: ReelLocation, articles: ReelLocation, limit: Offset?, source: String?) throws {
        self.pages = pages
        self.articles = articles
        self.source = source
        var made: [Offset: Offset] = [:]
        var texts: Set<String> = []
        let decoder = JSONDecoder()
        let cursor = try ReelReader(articles).records(limit: limit)
        while let item = try cursor.next() {
            guard case .record(let record) = item else { continue }
            let line: Line
            do { line = try decoder.decode(Line.self, from: Data(record.bytes)) } catch { continue }
            made[Offset(rawValue: line.capture.offset)] = record.offset
            texts.insert(line.hash)
        }
        self.made = made
        self.texts = texts
    }

    /// Reads one page again.
    func result(of record: ReelRecord) throws -> Result {
        let page: WARCRecord
        do { page = try WARCRecord(parsing: record.bytes) } catch { return .passedOver }
        guard page.fields["Newsreel-Purpose"] == "article", source == nil || page.fields["Newsreel-Source"] == source
        else { return .passedOver }
        guard case .page(let archived) = page.content(maximumBytes: 64 << 20),
            (200..<300).contains(archived.status ?? 200)
        else { return .passedOver }
        let old = try article(madeOf: record.offset)
        switch extraction(archived, old) {
        case .notAnArticle(let reason): return old.map { .lost($0, reason: reason) } ?? .none
        case .article(let draft):
            guard let old else {
                let isKnown = texts.contains(Fingerprint.textHash(draft.content.text).description)
                return isKnown ? .same : .new(url: archived.url, offset: record.offset, title: draft.content.title)
            }
            var content = draft.content
            // The source's own language stands in where the page tells none.
            content.language = content.language ?? old.content.language
            let diff = ArticleDiff(from: old.content, to: content)
            return diff.changes.isEmpty ? .same : .changed(old, diff)
        }
    }

    private func article(madeOf page: Offset) throws -> Article? {
        guard let offset = made[page], case .record(let record)? = try ReelReader(articles).record(at: offset) else {
            return nil
        }
        return try JSONDecoder().decode(Article.self, from: Data(record.bytes))
    }

    /// Times without a zone are read in the one that the article's were.
    private func extraction(_ page: ArchivedPage, _ old: Article?) -> Extraction {
        guard !page.body.isEmpty else { return .notAnArticle(reason: "empty") }
        let kind = PageKind(contentType: page.contentType, bytes: page.body)
        let decoded = PageDecoder.decode(page.body, contentType: page.contentType, kind: kind)
        let url = CanonicalURL(page.url)?.url
        guard kind != .text else { return Extractor.extractText(utf8: decoded.utf8, url: url) }
        let zone = old?.content.published?.offsetSeconds ?? 0
        return Extractor.extract(
            ExtractionInput(
                document: Document.parse(decoded.utf8), url: url, siteOffsetSeconds: zone == 0 ? nil : zone))
    }
}
