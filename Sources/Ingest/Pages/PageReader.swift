internal import Config
internal import Decode
internal import Discover
internal import Extract
internal import HTML
internal import Model
internal import Schedule

/// Reads a captured page: bytes → text → tree → article draft or links. Pure; no clock, no file.
enum PageReader {
    /// What a page turned out to be.
    enum Reading: Sendable {
        case article(ArticleDraft, charset: String)
        case links(Discovery)
        case notAnArticle(reason: String, charset: String)
        /// No feed, sitemap or list where one was promised.
        case unreadable(reason: String)
    }

    static func read(_ page: Page, by plan: SourcePlan) -> Reading {
        if page.purpose == .article || plan.kind == .page { return article(page, plan) }
        let input = PageInput(bytes: page.body, contentType: page.contentType, url: page.finalURL)
        do throws(DiscoverError) {
            let kind = page.purpose == .listing ? .auto : SourceKind(plan.kind)
            return .links(try Discoverer.discover(input, kind: kind, pattern: plan.pattern))
        } catch {
            return .unreadable(reason: error.description)
        }
    }

    private static func article(_ page: Page, _ plan: SourcePlan) -> Reading {
        if page.body.isEmpty { return .notAnArticle(reason: "empty", charset: "") }
        let type = MediaType(page.contentType, startOf: page.body)
        guard type != .other else { return .notAnArticle(reason: "not_a_text", charset: "") }
        let decoded = PageDecoder.decode(
            page.body, contentType: page.contentType, kind: type == .plain ? .text : .html)
        switch extraction(decoded.utf8, isPlain: type == .plain, page, plan) {
        case .article(let draft): return .article(draft, charset: decoded.charset.name)
        case .notAnArticle(let reason): return .notAnArticle(reason: reason, charset: decoded.charset.name)
        }
    }
}

extension PageReader {
    private static func extraction(_ utf8: [UInt8], isPlain: Bool, _ page: Page, _ plan: SourcePlan) -> Extraction {
        if isPlain { return Extractor.extractText(utf8: utf8, url: page.finalURL) }
        return Extractor.extract(
            ExtractionInput(
                document: Document.parse(utf8), url: page.finalURL,
                siteOffsetSeconds: plan.zone?.offsetSeconds(at: page.fetched)))
    }
}

extension SourceKind {
    fileprivate init(_ kind: SourceSettings.Kind) {
        self =
            switch kind {
            case .auto: .auto
            case .feed: .feed
            case .sitemap: .sitemap
            case .list: .list
            case .page: .page
            }
    }
}
