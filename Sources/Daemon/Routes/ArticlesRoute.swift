internal import Archive
internal import Catalog
internal import ControlProtocol
internal import ControlServer
internal import Extract
internal import Ingest
internal import Model
internal import Reel

extension Routes {
    func articles(_ request: ControlRequest) async throws -> ControlResponse {
        let query = try ArticleQuery(items: request.query)
        let source = query.source.map { SourceID(rawValue: $0) }
        // What an import left to be indexed must be found too.
        if query.query != nil { try await works.stores.catalog.indexWaitingWords() }
        let names = await sourceNames()
        let found = try await works.stores.catalog.read { database in
            let entries =
                if let words = query.query {
                    try ArticleEntry.search(words, limit: query.limit, database)
                        .filter { entry in source.map { $0 == entry.source } ?? true }
                } else {
                    try ArticleEntry.recent(limit: query.limit, source: source, database)
                }
            return try entries.map { ($0, try StoryCluster.of($0, names: names, database)) }
        }
        return .json(ArticleList(articles: found.map { ArticleSummary($0, $1) }))
    }

    func article(_ request: ControlRequest) async throws -> ControlResponse {
        .json(try line(of: try await entry(withID: try request.parameter("id"))))
    }

    func articleByURL(_ request: ControlRequest) async throws -> ControlResponse {
        guard let text = request.queryItem("url"), let url = CanonicalURL(text) else {
            throw ErrorReport(.badRequest, "?url= must name an http or https URL")
        }
        guard let entry = try await works.stores.catalog.read({ try ArticleEntry.atURL(url.href, $0) }) else {
            throw ErrorReport(.notFound, "no article is kept of \(url)")
        }
        return .json(try line(of: entry))
    }

    /// The bytes of a page as they were captured.
    func page(_ request: ControlRequest) throws -> ControlResponse {
        guard let number = UInt64(try request.parameter("offset")) else {
            throw ErrorReport(.badRequest, "an offset is a number")
        }
        guard let stored = try StoredPage.read(at: Offset(rawValue: number), in: works.stores.pages) else {
            throw ErrorReport(.notFound, "no page lies at \(number)")
        }
        if let reason = stored.withheld, request.queryItem("head") != "1" {
            throw ErrorReport(.notFound, "the page at \(number) was not kept: it says \(reason); its head is there")
        }
        let head = request.queryItem("head") == "1" ? stored.head : []
        return .bytes(head + stored.body, contentType: ContentType.bytes)
    }

    /// Runs the extraction again on the page of an article, and tells what each field was chosen from.
    func explain(_ request: ControlRequest) async throws -> ControlResponse {
        guard let id = request.queryItem("id") else { throw ErrorReport(.badRequest, "?id= must name an article") }
        let entry = try await entry(withID: id)
        guard let article = StoredArticle.read(try line(of: entry))?.article,
            let stored = try StoredPage.read(at: article.capture.offset, in: works.stores.pages),
            let explanation = stored.explanation(by: await works.sources.plan(entry.source))
        else { throw ErrorReport(.notFound, "the page of article \(id) is no longer kept") }
        let fields = explanation.map { field in
            ExplainedField(
                field: field.field,
                candidates: field.candidates.enumerated().map { number, candidate in
                    .init(
                        value: candidate.value, from: candidate.rule, confidence: candidate.confidence,
                        isChosen: number == 0)
                })
        }
        return .json(ExplainReport(articleID: id, url: entry.url, fields: fields))
    }

    func entry(withID id: String) async throws -> ArticleEntry {
        guard let entry = try await works.stores.catalog.read({ try ArticleEntry.withID(id, $0) }) else {
            throw ErrorReport(.notFound, "there is no article \(id); newsreel list shows the recent ones")
        }
        return entry
    }

    private func line(of entry: ArticleEntry) throws -> [UInt8] {
        guard case .record(let record)? = try ReelReader(works.stores.articles.location).record(at: entry.offset) else {
            throw ErrorReport(
                .failed, "article \(entry.id) cannot be read at offset \(entry.offset): newsreel reel verify says more")
        }
        return record.bytes
    }
}

extension ArticleSummary {
    fileprivate init(_ entry: ArticleEntry, _ cluster: StoryCluster) {
        let isShared = cluster.members.count > 1
        self.init(
            id: entry.id, url: entry.url, source: entry.source.rawValue, title: entry.title, published: entry.published,
            fetched: entry.fetched, offset: entry.offset, cluster: isShared ? cluster.id : nil,
            addresses: isShared ? cluster.members.count : nil, firstPublisher: isShared ? cluster.first?.name : nil)
    }
}
