internal import Catalog
internal import ControlProtocol
internal import ControlServer
internal import Ingest
internal import Model

extension Routes {
    /// Who carries the story of an article, and who published it first.
    func cluster(_ request: ControlRequest) async throws -> ControlResponse {
        let names = await sourceNames()
        let entry = try await clusteredEntry(request)
        let cluster = try await works.stores.catalog.read { try StoryCluster.of(entry, names: names, $0) }
        return .json(ClusterReport(cluster))
    }

    private func clusteredEntry(_ request: ControlRequest) async throws -> ArticleEntry {
        if let id = request.queryItem("id") { return try await entry(withID: id) }
        guard let text = request.queryItem("url"), let url = CanonicalURL(text) else {
            throw ErrorReport(.badRequest, "?id= must name an article, or ?url= an http or https URL")
        }
        // A copy's address is as good as its article's.
        let entry = try await works.stores.catalog.read { database in
            try ArticleEntry.atURL(url.href, database) ?? ArticleCopy.article(at: url.href, database)
        }
        guard let entry else { throw ErrorReport(.notFound, "no article is kept of \(url)") }
        return entry
    }

    /// What the configuration calls each source.
    func sourceNames() async -> [SourceID: String] {
        let plans = await works.sources.standings().map(\.plan)
        return Dictionary(plans.map { ($0.id, $0.name) }) { first, _ in first }
    }
}

extension ClusterReport {
    fileprivate init(_ cluster: StoryCluster) {
        self.init(
            cluster: cluster.id,
            first: cluster.first.map {
                FirstPublisherReport(
                    name: $0.name, url: $0.url, published: $0.published, basis: $0.basis, sources: $0.sources,
                    datelines: $0.datelines)
            },
            members: cluster.members.map {
                ClusterMember(
                    url: $0.url, source: $0.source.rawValue, articleID: $0.articleID, title: $0.title,
                    namedSource: $0.provenance.named, dateline: $0.provenance.dateline, published: $0.published,
                    fetched: $0.fetched)
            })
    }
}
